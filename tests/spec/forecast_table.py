"""A line of the table of suggested forecasts, and how the manual prints it.

Every budget is the year 2023 from 1 January to 31 December. Amounts are in kronor.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from fractions import Fraction

from samspel.figures.budget_rows import Posted
from samspel.figures.forecast_suggestion import SoFar, Suggested, Way, forecast_suggestion
from samspel.figures.staff_rows import LeaveDays, ShareFrom, StaffRow

START, END = date(2023, 1, 1), date(2023, 12, 31)
HEAD = ("line", "forecast from", "entered", "allocated", "positions", "suggested", "because")
NO_AMOUNT = "nothing"
Staff = Mapping[str, StaffRow]
"""Positions by what a reader is told of them."""


def position(
    person: str,
    percent: int = 100,
    first_on: date = date(2020, 1, 1),
    last_on: date | None = None,
    *,
    leaves: Sequence[tuple[date, date | None, int]] = (),
    stands_in_for: str = "",
) -> StaffRow:
    """A position; without a person it stands vacant."""
    key = f"position:{person or 'vacant'}:{first_on}"
    return StaffRow(
        key=key,
        position=key.removeprefix("position:"),
        agency="1",
        staff_role="coach",
        person=person,
        first_on=first_on,
        last_on=last_on,
        shares=(ShareFrom(first_on, Fraction(percent)),),
        leaves=tuple(LeaveDays(first, last, Fraction(share)) for first, last, share in leaves),
        stands_in_for=stands_in_for,
    )


@dataclass(frozen=True)
class Forecast:
    """One line: what is on record, the amount in kronor, and how it comes.

    ``entered``: kronor (whole or as text with öre) by day. ``amount`` None: none is suggested.
    ``others_entered``: a day of an entry on another line of the budget.
    """

    from_on: date
    entered: Mapping[date, int | str]
    amount: int | None
    way: Way
    because: str
    staff: Staff | None = field(default=None, kw_only=True)
    allocated: int | None = field(default=None, kw_only=True)
    others_entered: date | None = field(default=None, kw_only=True)

    @property
    def so_far(self) -> SoFar:
        posted = tuple(Posted(on, _ore(amount)) for on, amount in self.entered.items())
        others = () if self.others_entered is None else (self.others_entered,)
        return SoFar(
            start=START,
            end=END,
            is_personnel=self.staff is not None,
            allocated_ore=None if self.allocated is None else self.allocated * 100,
            posted=posted,
            entered_on=(*(each.on for each in posted), *others),
            staff=tuple((self.staff or {}).values()),
        )

    def suggested(self) -> Suggested:
        """As it is worked out by the rule."""
        return forecast_suggestion(self.so_far, from_on=self.from_on)

    def cells(self) -> Sequence[str]:
        """The line as the manual prints it."""
        entered = [f"{on}: {amount}" for on, amount in self.entered.items()]
        if self.others_entered:
            entered.append(f"{self.others_entered}: on another line")
        return (
            "other" if self.staff is None else "personnel",
            str(self.from_on),
            "; ".join(entered) or "–",
            "–" if self.allocated is None else str(self.allocated),
            "; ".join(self.staff or ()) or "–",
            NO_AMOUNT if self.amount is None else str(self.amount),
            self.because,
        )


def _ore(amount: int | str) -> int:
    return int(Fraction(amount) * 100)
