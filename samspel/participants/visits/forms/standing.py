"""A standing time, and a link for booking."""

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _
from django.utils.translation import ngettext

from samspel.organisation.team import Team
from samspel.participants.visits.forms.booking import clock_field
from samspel.participants.visits.invitation import lengths
from samspel.participants.visits.publishing import PUBLISHED, Published
from samspel.participants.visits.standing_time import StandingTime
from samspel.records.fields import NameField, code_field, date_field
from samspel.records.forms import LARGEST_VERSION, ActionForm
from samspel.records.recurrence import Weekday

LARGEST_GROUP = 50
LONGEST_INTERVAL = 8


def _number(label: Any, largest: int, **options: Any) -> forms.IntegerField:
    return forms.IntegerField(
        label=label,
        min_value=1,
        max_value=largest,
        initial=1,
        error_messages={"invalid": _("Write a whole number.")},
        **options,
    )


class StandingTimeForm(ActionForm):
    """When the team receives study visits."""

    at = clock_field(_("Time of day"))
    every_weeks = _number(
        _("Every so many weeks"),
        LONGEST_INTERVAL,
        help_text=_("1 is every week, 2 every other week."),
    )
    first_on = date_field(_("First day"), required=True)
    last_on = date_field(_("Last day"), help_text=_("Leave empty as long as the time goes on."))
    places = _number(_("Places"), LARGEST_GROUP, help_text=_("How many can book the same time."))
    place = NameField(label=_("Where"), max_length=120)
    version = forms.IntegerField(
        widget=forms.HiddenInput, min_value=0, max_value=LARGEST_VERSION, required=False
    )

    def __init__(
        self, data: Any = None, *, standing_time: StandingTime | None = None, **options: Any
    ) -> None:
        if standing_time is not None:
            names = (*PUBLISHED, "version")
            options["initial"] = {name: getattr(standing_time, name) for name in names}
        super().__init__(data, **options)
        self.fields["weekday"] = code_field(_("Day of the week"), _weekdays(), required=True)
        self.order_fields(["weekday", "at", "every_weeks", "first_on", "last_on", "places"])

    def published(self) -> Published:
        """What was entered, cleaned."""
        values = {name: self.cleaned_data[name] for name in PUBLISHED}
        return Published(**values | {"weekday": int(values["weekday"])})


def _weekdays() -> list[tuple[str, Any]]:
    return [(str(value), label) for value, label in Weekday.choices]


class InvitationForm(ActionForm):
    """A link by which a caseworker books visits."""

    email = forms.EmailField(
        label=_("Send it to"),
        required=False,
        help_text=_("Leave empty to copy the link and pass it on yourself."),
    )

    def __init__(self, data: Any = None, *, team: Team) -> None:
        super().__init__(data)
        days = [
            (str(each), ngettext("%(n)s day", "%(n)s days", each) % {"n": each})
            for each in lengths(team)
        ]
        self.fields["days"] = forms.ChoiceField(label=_("Opens for"), choices=days)
