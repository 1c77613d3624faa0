"""The rhythm in which a team reports: a grid of periods that neither overlap nor lie in each other.

Figures of two periods that overlap tell by their difference what happened in the days that only
one of them has. Periods of one rhythm have no such days.
"""

from datetime import date
from enum import StrEnum

from samspel.figures.period import Period, month_end, shift_months


class Rhythm(StrEnum):
    """How often a team reports, and when its periods begin."""

    CALENDAR_YEAR = "calendar_year"
    BROKEN_YEAR = "broken_year"
    HALF_YEAR = "half_year"

    def period_with(self, day: date) -> Period:
        """The period of the rhythm that the day lies in."""
        first_half = day.month <= _LAST_OF_FIRST_HALF
        start = date(day.year, 1 if first_half else 7, 1)
        months = 6 if self == Rhythm.HALF_YEAR else 12
        if self == Rhythm.CALENDAR_YEAR:
            start = date(day.year, 1, 1)
        elif self == Rhythm.BROKEN_YEAR and first_half:
            start = date(day.year - 1, 7, 1)
        last = shift_months(start, months - 1)
        return Period(start, month_end(last.year, last.month))

    def has(self, period: Period) -> bool:
        """Whether the period is one of the rhythm's own."""
        return period == self.period_with(period.start)

    def has_ended(self, period: Period, today: date) -> bool:
        """Whether the period is one of the rhythm's own and its last day has passed."""
        return period.end < today and self.has(period)


_LAST_OF_FIRST_HALF = 6


def in_step(period: Period, other: Period) -> bool:
    """Whether ``other`` is ``period``, or one before it of the same length in whole months.

    The periods of any rhythm are in step with each other, so a period brings its own grid.
    """
    months = period.whole_months
    if other == period:
        return True
    if months is None or other.whole_months != months or other.end > period.end:
        return False
    between = (period.start.year - other.start.year) * 12 + period.start.month - other.start.month
    return between % months == 0
