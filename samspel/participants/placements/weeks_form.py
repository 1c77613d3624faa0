"""The hours worked, as they are filled in: one number a week, some weeks at a time."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from typing import Any

from django import forms
from django.utils.translation import gettext as _

from samspel.participants.placements.hours_field import HoursField
from samspel.participants.placements.ladder import Rung, mondays, planned_in, told_hours
from samspel.participants.placements.placement import Placement
from samspel.participants.placements.working import Entry, field_of
from samspel.records.forms import ActionForm

AT_ONCE = 12
"""Weeks on a page: a quarter."""


@dataclass(frozen=True, slots=True)
class ShownWeeks:
    """The weeks of a page, the latest first, with what was planned and what is entered."""

    weeks: Sequence[date]
    planned: Mapping[date, Decimal]
    worked: Mapping[date, Decimal]
    earlier: date | None
    """The Monday before which there are more; None where there are not."""


def weeks_shown(
    placement: Placement,
    rungs: Sequence[Rung],
    worked: Mapping[date, Decimal],
    before: date | None,
    today: date,
) -> ShownWeeks:
    """The latest weeks of a placement up to this one, or those before a Monday."""
    last = min(placement.end or today, today)
    if placement.called_off_on is not None:
        last = date.min
    found = [day for day in mondays(placement.starts_on, last) if before is None or day < before]
    shown = found[-AT_ONCE:]
    planned = {day: planned_in(rungs, day) for day in shown}
    earlier = shown[0] if len(found) > len(shown) else None
    return ShownWeeks(shown[::-1], planned, worked, earlier)


class WeeksForm(ActionForm):
    """A number for each week; an empty one takes away what is entered."""

    def __init__(self, data: Any = None, *, shown: ShownWeeks) -> None:
        super().__init__(data)
        self.shown = shown
        for monday in shown.weeks:
            stands = shown.worked.get(monday)
            week = _("Week %(week)s, from %(day)s")
            told = {"week": monday.isocalendar().week, "day": monday.isoformat()}
            self.fields[field_of(monday)] = HoursField(
                label=week % told,
                initial=stands,
                help_text=_("Planned: %(hours)s") % {"hours": told_hours(shown.planned[monday])},
            )
            seen = "" if stands is None else str(stands)
            hidden = HoursField(initial=seen)
            hidden.widget = forms.HiddenInput()
            self.fields[_seen(monday)] = hidden

    def entries(self) -> list[Entry]:
        """What was typed, with what stood there when the page was opened."""
        given = self.cleaned_data
        return [
            Entry(monday, given[field_of(monday)], given[_seen(monday)])
            for monday in self.shown.weeks
        ]

    def take_what_stands(self, worked: Mapping[date, Decimal]) -> None:
        """After a refusal: what now stands counts as seen, so that one can save again."""
        sent = {name: self.data.get(name) for name in self.data}
        for monday in self.shown.weeks:
            stands = worked.get(monday)
            sent[self.add_prefix(_seen(monday))] = "" if stands is None else str(stands)
        self.data = sent


def _seen(monday: date) -> str:
    return f"seen_{monday:%Y%m%d}"
