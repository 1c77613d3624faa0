"""The team's positions as the rows that figures read."""

from collections import defaultdict
from collections.abc import Mapping, Sequence
from fractions import Fraction

from samspel.figures.representation import AgencyRow, agency_rows
from samspel.figures.staff_rows import LeaveDays, OtherDays, ShareFrom, StaffRow
from samspel.organisation.team import Team
from samspel.personnel.staffing.keys import agency_key, role_key
from samspel.personnel.staffing.position import Position


def staff_rows(team: Team) -> list[StaffRow]:
    """Every position that the team has or had, the first one first; three queries."""
    return rows_of(list(team.positions.with_days().order_by("first_on", "pk")))


def team_agencies_rows(team: Team) -> list[AgencyRow]:
    """The team's agencies by name, with the days on which somebody represents them.

    Empty while the team has written down no position: nobody known is not nobody there.
    """
    staff = staff_rows(team)
    agencies = team.agencies.order_by("name", "pk").values_list("pk", flat=True) if staff else []
    return agency_rows(map(str, agencies), staff)


def rows_of(positions: Sequence[Position]) -> list[StaffRow]:
    """The rows of positions that were read `with_days`, all of those of the team in their order."""
    by_person: dict[str, list[Position]] = defaultdict(list)
    for position in positions:
        by_person[person_key(position.name)].append(position)
    return [_row(position, by_person) for position in positions]


def person_key(name: str) -> str:
    """What tells people of a team apart: the name, however its letters are written."""
    return " ".join(name.split()).casefold()


def _row(position: Position, by_person: Mapping[str, Sequence[Position]]) -> StaffRow:
    same = by_person[person_key(position.name)] if position.name else [position]
    at = same.index(position)
    return StaffRow(
        key=f"position:{position.pk}",
        position=str(position.pk),
        agency=agency_key(position),
        staff_role=role_key(position.role),
        person=position.name,
        first_on=position.first_on,
        last_on=position.last_on,
        shares=tuple(
            ShareFrom(each.first_on, Fraction(each.percent)) for each in position.shares.all()
        ),
        leaves=tuple(
            LeaveDays(each.first_on, each.last_on, Fraction(each.percent))
            for each in position.leaves.all()
        ),
        others=tuple(
            OtherDays(other.first_on, other.last_on, number < at)
            for number, other in enumerate(same)
            if number != at
        ),
        stands_in_for=str(position.stands_in_for_id or ""),
    )
