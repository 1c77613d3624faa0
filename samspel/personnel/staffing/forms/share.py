"""A working share as it is typed: percent of full time, or hours a month."""

from datetime import date
from decimal import Decimal
from typing import Any

from django import forms
from django.core.exceptions import ValidationError
from django.utils.translation import gettext as translated
from django.utils.translation import gettext_lazy as _

from samspel.organisation.team import Team
from samspel.personnel.staffing.forms.day import day_field
from samspel.personnel.staffing.keeping import TypedShare, in_hours, in_percent
from samspel.personnel.staffing.numbers import NumberField
from samspel.personnel.staffing.position import Position
from samspel.personnel.staffing.share import FULL_TIME_HOURS, PositionShare
from samspel.records.forms import ActionForm, RecordForm

PERCENT, HOURS = "percent", "hours"
SHARE_FIELDS = ("amount", "unit", "full_time_hours")


class ShareForm(ActionForm):
    """How much of full time. Hours are told together with how many are full time."""

    amount = NumberField(label=_("Working share"), help_text=_("For instance 80 or 62,5."))
    unit = forms.ChoiceField(
        label=_("Written as"),
        choices=[(PERCENT, _("percent of full time")), (HOURS, _("hours a month"))],
        initial=PERCENT,
    )
    full_time_hours = NumberField(
        label=_("Hours a month that are full time"),
        required=False,
        help_text=_("Only used when the working share is written in hours."),
    )

    def clean(self) -> dict[str, Any]:
        cleaned = super().clean() or self.cleaned_data
        if cleaned.get("unit") == HOURS and "full_time_hours" in cleaned:
            full_time = cleaned["full_time_hours"]
            if full_time is None or full_time <= 0:
                self.add_error(
                    "full_time_hours",
                    ValidationError(translated("Write how many hours a month are full time.")),
                )
        return cleaned

    def share(self) -> TypedShare:
        """The share as it was typed; only of a form that is valid."""
        amount: Decimal = self.cleaned_data["amount"]
        if self.cleaned_data["unit"] == PERCENT:
            return in_percent(amount)
        return in_hours(amount, self.cleaned_data["full_time_hours"])


def full_time_hours_of(team: Team) -> Decimal:
    """How many hours a month the team last said are full time."""
    typed = PositionShare.objects.filter(position__team=team, full_time_hours__isnull=False)
    last = typed.order_by("-pk").values_list("full_time_hours", flat=True).first()
    return last or FULL_TIME_HOURS


def share_initial(share: PositionShare | None, team: Team) -> dict[str, Any]:
    """What the fields begin with: the share as it was typed."""
    if share is None:
        return {"full_time_hours": full_time_hours_of(team)}
    if share.hours is None:
        full_time = full_time_hours_of(team)
        return {"amount": share.percent, "unit": PERCENT, "full_time_hours": full_time}
    return {"amount": share.hours, "unit": HOURS, "full_time_hours": share.full_time_hours}


class ChangeShareForm(ShareForm, RecordForm):
    """Another working share from a day on."""

    first_on = day_field(_("From"), required=True)
    field_order = ("first_on", *SHARE_FIELDS)

    def __init__(self, data: Any = None, *, position: Position, today: date) -> None:
        self.record = position
        last = position.shares.order_by("-first_on").first()
        initial = share_initial(last, position.team) | {
            "first_on": today,
            "version": position.version,
        }
        super().__init__(data, initial=initial)
