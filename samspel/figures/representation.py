"""Which of the team's agencies has somebody in the team, and since when one has nobody."""

from collections.abc import Iterable, Sequence
from datetime import date, timedelta
from typing import NamedTuple

from samspel.figures.staff_rows import WHOLE, StaffRow, covers, leave_on

_DAY = timedelta(days=1)


class Represented(NamedTuple):
    """Days on which an agency has somebody at work in the team; both ends included."""

    first_on: date
    last_on: date | None


class AgencyRow(NamedTuple):
    """One of the team's agencies, with the days on which it has somebody there."""

    key: str
    agency: str
    represented: tuple[Represented, ...]


def agency_rows(agencies: Iterable[str], staff: Sequence[StaffRow]) -> list[AgencyRow]:
    """The agencies by their keys, each with the days of those who represent it.

    A vacant position represents nobody, and neither does somebody who is wholly on leave.
    """
    return [
        AgencyRow(
            f"agency:{agency}",
            agency,
            tuple(
                sorted(days for row in staff if row.agency == agency for days in at_work_days(row))
            ),
        )
        for agency in agencies
    ]


def at_work_days(row: StaffRow) -> list[Represented]:
    """The days of a position on which somebody has it and is not wholly on leave."""
    if row.is_vacant:
        return []
    found: list[Represented] = []
    starts = leave_bounds(row)
    for first, after in zip(starts, [*starts[1:], None], strict=True):
        if leave_on(row, first) < WHOLE:
            found.append(Represented(first, row.last_on if after is None else after - _DAY))
    return found


def leave_bounds(row: StaffRow) -> list[date]:
    """The position's first day and every later day on which its leave may be another, in order."""
    bounds = {row.first_on}
    for each in row.leaves:
        bounds |= {each.first_on} | ({each.last_on + _DAY} if each.last_on else set())
    return sorted(day for day in bounds if covers(row.first_on, row.last_on, day))


def is_represented(row: AgencyRow, day: date) -> bool:
    """Whether the agency has somebody at work in the team on the day."""
    return any(covers(first, last, day) for first, last in row.represented)


def unrepresented_since(row: AgencyRow, day: date) -> date | None:
    """The first of the days up to ``day`` without anybody; None if it never had anybody before.

    Meant for an agency that has nobody on the day.
    """
    ends = [last for first, last in row.represented if first <= day and last is not None]
    return max(ends) + _DAY if ends else None
