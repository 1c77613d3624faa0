"""A time of a group: which weekday, from when to when, how often."""

from typing import Any

from django import forms
from django.core.exceptions import ValidationError
from django.utils.translation import gettext_lazy as _

from samspel.participants.groups.schedule import GroupTime
from samspel.participants.groups.timing import TIMING, Timing
from samspel.participants.visits.forms.booking import clock_field
from samspel.records.fields import code_field, date_field
from samspel.records.forms import ActionForm, RecordForm
from samspel.records.recurrence import Weekday

LONGEST_INTERVAL = 8


def require_order(form: forms.Form) -> None:
    """Mark the end that does not come after the beginning."""
    at, ends_at = form.cleaned_data.get("at"), form.cleaned_data.get("ends_at")
    if at is not None and ends_at is not None and ends_at <= at:
        form.add_error("ends_at", ValidationError(_("It must end after it begins.")))


class TimeFields(forms.Form):
    """When a group meets, as it is entered."""

    weekday = code_field(
        _("Day of the week"),
        [(str(value), label) for value, label in Weekday.choices],
        required=True,
    )
    at = clock_field(_("From"))
    ends_at = clock_field(_("To"))
    every_weeks = forms.IntegerField(
        label=_("Every so many weeks"),
        min_value=1,
        max_value=LONGEST_INTERVAL,
        initial=1,
        error_messages={"invalid": _("Write a whole number.")},
        help_text=_("1 is every week, 2 every other week."),
    )
    first_on = date_field(_("First day"), required=True)
    last_on = date_field(_("Last day"), help_text=_("Leave empty as long as the time goes on."))

    def clean(self) -> dict[str, Any]:
        """It ends after it begins, in hours and in days."""
        cleaned = super().clean() or {}
        require_order(self)
        first, last = self.cleaned_data.get("first_on"), self.cleaned_data.get("last_on")
        if first is not None and last is not None and last < first:
            self.add_error(
                "last_on", ValidationError(_("The last day cannot be before the first."))
            )
        return cleaned

    def timing(self) -> Timing:
        """What was entered, cleaned."""
        values = {name: self.cleaned_data[name] for name in TIMING}
        return Timing(**values | {"weekday": int(values["weekday"])})


class NewTimeForm(TimeFields, ActionForm):
    """A new time of a group."""


class ChangeTimeForm(TimeFields, RecordForm):
    """A time of a group, changed or ended."""

    def __init__(self, data: Any = None, *, group_time: GroupTime) -> None:
        self.record = group_time
        initial = {name: getattr(group_time, name) for name in (*TIMING, "version")}
        super().__init__(data, initial=initial)
