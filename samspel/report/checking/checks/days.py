"""Days in the heads and captions of tables, against the report's period."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date, timedelta
from itertools import pairwise

from django.utils.translation import gettext as _

from samspel.figures.period import Period
from samspel.report.checking.checks.held import Held, Mend
from samspel.report.checking.claims import NO_DAY, HeaderDay
from samspel.report.checking.finding import Kind
from samspel.report.checking.printed import Printed

_DAY = timedelta(days=1)
_FORMS = (
    (re.compile(r"\d{8}"), "{day:%Y%m%d}"),
    (re.compile(r"\d{6}"), "{day:%y%m%d}"),
    (re.compile(r"\d{4}-\d{2}-\d{2}"), "{day:%Y-%m-%d}"),
    (re.compile(r"\d{1,2}/\d{1,2}\s+\d{4}"), "{day.day}/{day.month} {day:%Y}"),
    (re.compile(r"\d{1,2}/\d{1,2}-\d{4}"), "{day.day}/{day.month}-{day:%Y}"),
    (re.compile(r"\d{4}"), "{day:%y%m}"),
)


@dataclass(frozen=True)
class HeldDay(Held):
    """A day that is to be the first or the last of the period.

    The day before the first is right for what was brought over, the day after the last too.
    """

    claim: HeaderDay
    period: Period

    @property
    def kind(self) -> Kind:
        return "date"

    @property
    def numbers(self) -> tuple[Printed, ...]:
        return (self.claim.printed,)

    @property
    def said(self) -> tuple[object, ...]:
        return (self.claim.day, self.claim.role)

    @property
    def right(self) -> date:
        """The day that should stand there."""
        return self.period.start if self.claim.role == "start" else self.period.end

    def holds(self) -> bool:
        beside = -_DAY if self.claim.role == "start" else _DAY
        return self.claim.day in (self.right, self.right + beside)

    def mends(self) -> Iterator[Mend]:
        yield Mend(self.claim.printed, text=_written_like(self.claim.printed.text, self.right))

    def with_number(self, old: Printed, new: Printed) -> "HeldDay":
        """Any other number in its place is another day, or none at all."""
        if old.place != self.claim.printed.place or old.value == new.value:
            return self
        return replace(self, claim=replace(self.claim, printed=new, day=NO_DAY))

    def message(self, mend: Mend) -> str:
        named = {"printed": self.claim.printed.text, "expected": mend.expected or self.right}
        if self.claim.day == NO_DAY:
            return _("%(printed)s is no day; %(expected)s would fit the period.") % named
        if self.claim.role == "start":
            return _("Here it says %(printed)s, but the period starts %(expected)s.") % named
        return _("Here it says %(printed)s, but the period ends %(expected)s.") % named


def held_days(days: Sequence[HeaderDay], period: Period | None) -> list[HeldDay]:
    """The days to judge. A head whose first and last day are both of another period is about it."""
    if period is None:
        return []
    held = [HeldDay(each, period) for each in sorted(days, key=lambda each: each.printed.place)]
    others = {
        each.claim.printed.place
        for first, last in pairwise(held)
        if _is_another_period(first, last)
        for each in (first, last)
    }
    return [each for each in held if each.claim.printed.place not in others]


def _is_another_period(first: HeldDay, last: HeldDay) -> bool:
    if (first.claim.role, last.claim.role) != ("start", "end") or first.holds() or last.holds():
        return False
    if first.claim.day == NO_DAY or last.claim.day < first.claim.day:
        return False
    return Period(first.claim.day, last.claim.day).whole_months is not None


def _written_like(text: str, day: date) -> str:
    form = next((form for pattern, form in _FORMS if pattern.fullmatch(text.strip())), "")
    return form.format(day=day) or day.isoformat()
