"""Forms of a follow-up: booking it, writing it down, leaving it out."""

from datetime import date, datetime
from typing import Any

from django import forms
from django.http import QueryDict
from django.utils import timezone
from django.utils.translation import gettext as translated
from django.utils.translation import gettext_lazy as _

from samspel.participants.episode import Episode
from samspel.participants.follow_ups.booking import Meeting
from samspel.participants.follow_ups.follow_up import FollowUp, MeetingForm, Party
from samspel.participants.follow_ups.holding import Held
from samspel.records.fields import code_field, date_field
from samspel.records.forms import RecordForm
from samspel.records.versions import Versioned

TIME_FORMATS = ("%H:%M", "%H.%M", "%H:%M:%S")


class BookForm(RecordForm):
    """When, how and where the parties meet."""

    day = date_field(_("Day"), required=True)
    time = forms.TimeField(
        label=_("Time"),
        input_formats=list(TIME_FORMATS),
        widget=forms.TimeInput(format="%H:%M", attrs={"type": "time"}),
        error_messages={"invalid": _("Write the time of day as 14:30.")},
    )
    how = code_field(_("How you meet"), MeetingForm.choices, required=True)
    place = forms.CharField(
        label=_("Where, or how to take part"),
        required=False,
        max_length=120,
        help_text=_("For example a room or the link to the meeting; nothing about the person."),
    )

    def __init__(self, data: Any = None, *, follow_up: FollowUp) -> None:
        at = follow_up.booked_for and timezone.localtime(follow_up.booked_for)
        stands = {"how": follow_up.form, "place": follow_up.place, "version": follow_up.version}
        if at:
            stands |= {"day": at.date(), "time": at.time()}
        super().__init__(data, initial=stands)
        self.record = follow_up

    def meeting(self) -> Meeting:
        """What was entered, in Swedish time."""
        given = self.cleaned_data
        at = timezone.make_aware(datetime.combine(given["day"], given["time"]))
        return Meeting(at, given["how"], given["place"].strip())

    def show_what_stands(self, row: Versioned) -> None:
        """One sentence with what was booked meanwhile; what was typed is kept to save again."""
        booked_on, clock = (row.booked_on, row.clock) if isinstance(row, FollowUp) else (None, "")
        if booked_on is None:
            said = translated("Meanwhile the booking was taken back. Save again to book your time.")
        else:
            said = translated(
                "Meanwhile %(day)s at %(time)s was booked. Leave it so, or save again to move the "
                "meeting to your time."
            ) % {"day": booked_on.isoformat(), "time": clock}
        self.add_error(None, said)
        _let_save_again(self, row)


class HoldForm(RecordForm):
    """What is written down of a meeting."""

    held_on = date_field(_("Held on"), required=True)
    others = forms.CharField(
        label=_("Others who took part"),
        required=False,
        max_length=400,
        help_text=_("For example “health centre”; a comma between several."),
    )
    outcome = forms.CharField(
        label=_("What came out of it"),
        required=False,
        max_length=8000,
        widget=forms.Textarea(attrs={"rows": 6}),
        help_text=_("What you agreed on, and who does what until when."),
    )

    def __init__(
        self, data: Any = None, *, follow_up: FollowUp, episode: Episode, today: date
    ) -> None:
        agencies = [str(each) for each in episode.team.agencies.all()]
        known = [*Party.values, *agencies]
        others = [each for each in follow_up.parties if each not in known]
        booked_on = follow_up.booked_on
        has_been = booked_on is not None and booked_on <= today
        initial = {
            "held_on": follow_up.held_on or (booked_on if has_been else None),
            "parties": [each for each in follow_up.parties if each in known],
            "others": ", ".join(others),
            "outcome": follow_up.outcome,
            "version": follow_up.version,
        }
        super().__init__(data, initial=initial)
        choices = [(value, label[:1].upper() + label[1:]) for value, label in Party.choices]
        self.fields["parties"] = forms.MultipleChoiceField(
            label=_("Who took part, beside the team"),
            required=False,
            choices=[*choices, *((each, each) for each in agencies)],
            widget=forms.CheckboxSelectMultiple,
        )
        self.order_fields(["held_on", "parties", "others", "outcome"])
        self.record = follow_up

    def held(self) -> Held:
        """What was entered, each party once."""
        given = self.cleaned_data
        others = [" ".join(each.split()) for each in given["others"].split(",")]
        parties = dict.fromkeys([*given["parties"], *(each for each in others if each)])
        return Held(given["held_on"], list(parties), given["outcome"].strip())

    def show_what_stands(self, row: Versioned) -> None:
        typed = self.data
        super().show_what_stands(row)
        # As it was sent: a list with several ticks is more than its last one.
        self.data = typed
        _let_save_again(self, row)


class LeaveOutForm(RecordForm):
    """Why there is no meeting."""

    reason = forms.CharField(
        label=_("Why it is left out"),
        max_length=200,
        help_text=_("For example that there was a joint meeting in another matter."),
    )

    def __init__(self, data: Any = None, *, follow_up: FollowUp) -> None:
        super().__init__(data, initial={"version": follow_up.version})
        self.record = follow_up


class VersionForm(RecordForm):
    """A button: nothing but the version that its page showed."""


class SendForm(forms.Form):
    """Sending the link: one id for each page that offers it, so that twice is once."""

    sending = forms.UUIDField(widget=forms.HiddenInput)


def _let_save_again(form: RecordForm, row: Versioned) -> None:
    """Keep what was sent, with the version that now stands."""
    if isinstance(form.data, QueryDict):
        data = form.data.copy()
        data["version"] = str(row.version)
        form.data = data
    else:
        form.data = {**form.data, "version": str(row.version)}
