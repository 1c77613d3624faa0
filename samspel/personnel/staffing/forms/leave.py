"""The forms of leave: writing it down and changing it."""

from typing import Any

from django.utils.translation import gettext_lazy as _

from samspel.personnel.staffing.forms.day import day_field
from samspel.personnel.staffing.leave import WHOLE, Leave, LeaveKind
from samspel.personnel.staffing.leaves import FIELDS
from samspel.personnel.staffing.numbers import NumberField
from samspel.records.fields import code_field
from samspel.records.forms import ActionForm, RecordForm


class LeaveForm(ActionForm):
    """How much of the position's time, from when to when, and what for."""

    kind = code_field(
        _("Reason for the leave"),
        LeaveKind.choices,
        required=True,
        help_text=_("Only who keeps the positions sees this. Everybody else reads “on leave”."),
    )
    percent = NumberField(
        label=_("Percent of the position's time"),
        initial=WHOLE,
        help_text=_("100 is all of it, also for who works part time."),
    )
    first_on = day_field(_("First day"), required=True)
    last_on = day_field(_("Last day"), help_text=_("Leave it empty while it is not known."))

    def values(self) -> dict[str, Any]:
        """What was entered, cleaned."""
        return {name: self.cleaned_data[name] for name in FIELDS}


class ChangeLeaveForm(LeaveForm, RecordForm):
    """Leave as it stands."""

    def __init__(self, data: Any = None, *, leave: Leave) -> None:
        self.record = leave
        initial = {name: getattr(leave, name) for name in (*FIELDS, "version")}
        super().__init__(data, initial=initial)
