"""The staff of a period as reports tell of it: no names, and never what leave is for.

A report is read by many and kept for long; a role, an agency and days say what its readers need.
"""

from dataclasses import dataclass
from datetime import date

from samspel.figures.period import Period
from samspel.figures.representation import agency_rows, is_represented, unrepresented_since
from samspel.figures.staff_changes import Change, changes_in
from samspel.figures.staff_rows import StaffRow, is_in
from samspel.organisation.team import Team
from samspel.personnel.staffing.rows import rows_of
from samspel.personnel.staffing.words import Employer, employer_of


@dataclass(frozen=True, slots=True)
class ToldPosition:
    """A position that has days in the period."""

    row: StaffRow
    role: str
    employer: Employer


@dataclass(frozen=True, slots=True)
class ToldAgency:
    """An agency that has nobody in the team, and since when; None if it never had anybody."""

    name: str
    since: date | None


@dataclass(frozen=True, slots=True)
class ToldStaffing:
    """Who was there in a period, what changed, and which agencies had nobody at its end."""

    positions: tuple[ToldPosition, ...] = ()
    changes: tuple[Change, ...] = ()
    without: tuple[ToldAgency, ...] = ()

    def position(self, key: str) -> ToldPosition | None:
        """The position of that id; None for one without days in the period."""
        return next((each for each in self.positions if each.row.position == key), None)


def told_staffing(team: Team, period: Period) -> ToldStaffing:
    """What reports tell of the team's staff; nothing where no position has days in the period."""
    positions = list(team.positions.with_days().order_by("first_on", "pk"))
    rows = rows_of(positions)
    told = tuple(
        ToldPosition(row, position.role, employer_of(position, team))
        for row, position in zip(rows, positions, strict=True)
        if is_in(row, period)
    )
    if not told:
        return ToldStaffing()
    return ToldStaffing(told, tuple(changes_in(rows, period)), without_on(team, rows, period.end))


def without_on(team: Team, rows: list[StaffRow], day: date) -> tuple[ToldAgency, ...]:
    """The team's agencies that have nobody in the team on the day, by name."""
    names = {str(each.pk): each.name for each in team.agencies.order_by("name", "pk")}
    return tuple(
        ToldAgency(names[row.agency], unrepresented_since(row, day))
        for row in agency_rows(names, rows)
        if not is_represented(row, day)
    )
