"""What the page of a position shows: its shares, its leave, and who stands in."""

from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from fractions import Fraction

from django.utils.translation import get_language

from samspel.figures.printing import decimals
from samspel.figures.staff_rows import StaffRow
from samspel.personnel.staffing.leave import Leave
from samspel.personnel.staffing.position import Position
from samspel.personnel.staffing.rows import rows_of
from samspel.personnel.staffing.rules import remarks
from samspel.personnel.staffing.share import PositionShare
from samspel.personnel.staffing.words import (
    employer_of,
    employer_text,
    leave_text,
    percent_text,
    share_text,
)


@dataclass(frozen=True, slots=True)
class ShareLine:
    """A working share and whether it can be taken back: the first one belongs to the position."""

    share: PositionShare
    printed: str
    is_first: bool
    hours: str = ""
    full_time_hours: str = ""


@dataclass(frozen=True, slots=True)
class LeaveLine:
    """Leave with its percent; ``why`` is empty for those who may not know."""

    leave: Leave
    printed: str
    why: str


@dataclass(frozen=True, slots=True)
class PositionPage:
    """One position as its page tells of it."""

    employer: str
    share: str
    on_leave: str
    shares: tuple[ShareLine, ...]
    leaves: tuple[LeaveLine, ...]
    stand_ins: tuple[Position, ...]
    remarks: tuple[str, ...]


def position_page(position: Position, *, day: date, tells_why: bool) -> PositionPage:
    """What the page shows on a day; ``tells_why`` is for those who keep the positions."""
    found = list(position.team.positions.with_days().order_by("first_on", "pk"))
    rows = rows_of(found)
    at = next(number for number, each in enumerate(found) if each.pk == position.pk)
    row = rows[at]
    return PositionPage(
        employer=employer_text(employer_of(found[at], position.team)),
        share=share_text(row, row.first_on, row.last_on or date.max),
        on_leave=leave_text(row, day),
        shares=_shares(found[at], row),
        leaves=tuple(
            LeaveLine(
                each,
                percent_text(Fraction(each.percent)),
                str(each.get_kind_display()) if tells_why else "",
            )
            for each in found[at].leaves.all()
        ),
        stand_ins=tuple(each for each in found if each.stands_in_for_id == position.pk),
        remarks=tuple(remarks(row, rows)),
    )


def _shares(position: Position, row: StaffRow) -> tuple[ShareLine, ...]:
    lines = [
        ShareLine(
            each,
            percent_text(Fraction(each.percent)),
            each.first_on == row.first_on,
            _hours(each.hours),
            _hours(each.full_time_hours),
        )
        for each in position.shares.all()
    ]
    return tuple(reversed(lines))


def _hours(hours: Decimal | None) -> str:
    if hours is None:
        return ""
    places = 0 if hours == hours.to_integral_value() else 2
    return decimals(Fraction(hours), places, get_language() or "sv")
