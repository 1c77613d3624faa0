"""Forms of attendance: what a tap says, who is searched for, how many came besides."""

from datetime import datetime
from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from samspel.participants.attendance.attendance import Presence
from samspel.participants.attendance.recording import Tapped
from samspel.participants.attendance.unknown_guests import MOST


class DayTapForm(forms.Form):
    """What a tap says of a day: which day, and whether the person came.

    Never the opposite of what stood there, so that the same tap twice is the same.
    """

    on = forms.DateField(input_formats=["%Y-%m-%d"])
    came = forms.ChoiceField(choices=[("yes", "yes"), ("no", "no")])

    @property
    def says_came(self) -> bool:
        """Whether a valid tap says that the person came."""
        return bool(self.cleaned_data["came"] == "yes")


class SessionTapForm(forms.Form):
    """What a tap says of a session: how it was, what stood there before, and the tap's own id."""

    id = forms.UUIDField()
    presence = forms.ChoiceField(choices=Presence.choices)
    seen = forms.ChoiceField(choices=Presence.choices, required=False)

    def tapped(self, phone_at: datetime | None = None, clock_off: int | None = None) -> Tapped:
        """A valid tap, with what the phone's clock said of it."""
        given = self.cleaned_data
        return Tapped(given["id"], Presence(given["presence"]), given["seen"], phone_at, clock_off)


class SentTapForm(SessionTapForm):
    """A tap out of the browser's keeping: it says itself what it is about."""

    session = forms.UUIDField()
    episode = forms.UUIDField()


class TakeBackForm(forms.Form):
    """What stood on the page of somebody who takes it back; empty where nothing did."""

    seen = forms.ChoiceField(choices=Presence.choices, required=False)


class SettleForm(forms.Form):
    """Which of the two stands, and what stood when it was chosen."""

    choice = forms.ChoiceField(choices=[("mine", "mine"), ("theirs", "theirs")])
    seen = forms.ChoiceField(choices=Presence.choices)


class GuestForm(forms.Form):
    """A name, or the beginning of one."""

    name = forms.CharField(label=_("Name or case number"), max_length=80, min_length=2)


class UnknownGuestsForm(forms.Form):
    """How many came whom nobody registers; each team writes its own number."""

    number = forms.IntegerField(label=_("Other guests"), min_value=0, max_value=MOST)
    seen = forms.IntegerField(widget=forms.HiddenInput, min_value=0)

    def __init__(self, data: Any = None, *, number: int = 0) -> None:
        super().__init__(data, initial={"number": number, "seen": number})
