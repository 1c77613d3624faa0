"""The forms of the steering group's seats, meetings and decisions."""

from collections.abc import Callable
from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from samspel.organisation.association import Agency
from samspel.organisation.steering.decision import Decision, DecisionState
from samspel.organisation.steering.meeting import SteeringMeeting
from samspel.organisation.steering.minutes import Minutes
from samspel.organisation.steering.seat import Seat, SeatHolder, SeatKind
from samspel.organisation.team import Team
from samspel.records.fields import NameField, code_field, date_field
from samspel.records.forms import ActionForm, RecordForm

LONGEST = 100_000


class SteeringForm(RecordForm):
    """A form whose fields, the version aside, are those of one record."""

    def values(self) -> dict[str, Any]:
        """What was entered, by the record's fields."""
        return {name: value for name, value in self.cleaned_data.items() if name != "version"}

    def make(self, action: Callable[..., Any], **values: Any) -> Any | None:
        """What the action that makes a new record returns: there is no version to compare."""
        return ActionForm.carry_out(self, action, **values)


def _initial(record: Any, names: tuple[str, ...]) -> dict[str, Any]:
    return {"version": record.version, **{name: getattr(record, name) for name in names}}


class SeatForm(SteeringForm):
    """A seat: whose, of what kind, from when to when."""

    agency = forms.ModelChoiceField(
        Agency.objects.none(),
        label=_("Agency"),
        required=False,
        empty_label=_("Another body"),
        error_messages={"invalid_choice": _("Choose one of those in the list.")},
    )
    body = NameField(
        label=_("Other body"),
        max_length=120,
        help_text=_("Only for a seat of none of the agencies, such as a folk high school."),
    )
    kind = code_field(_("Kind of seat"), SeatKind.choices, required=True)
    first_on = date_field(_("First day"), required=True)
    last_on = date_field(_("Last day"), help_text=_("Only when the seat is done away with."))

    def __init__(self, data: Any = None, *, team: Team, seat: Seat, **options: Any) -> None:
        self.record = seat
        initial = _initial(seat, ("body", "kind", "first_on", "last_on"))
        super().__init__(data, initial={**initial, "agency": seat.agency_id}, **options)
        field = self.fields["agency"]
        if isinstance(field, forms.ModelChoiceField):
            field.queryset = Agency.objects.filter(association=team.association_id)


class HolderForm(SteeringForm):
    """Who holds a seat, from when to when."""

    name = NameField(label=_("Name"), max_length=120, required=True)
    title = NameField(
        label=_("Title"), max_length=120, help_text=_("Such as head of the local office.")
    )
    is_chair = forms.BooleanField(label=_("Chairs the steering group"), required=False)
    first_on = date_field(_("First day"), required=True)
    last_on = date_field(_("Last day"), help_text=_("Leave empty while the person is there."))

    def __init__(self, data: Any = None, *, holder: SeatHolder, **options: Any) -> None:
        self.record = holder
        names = ("name", "title", "is_chair", "first_on", "last_on")
        super().__init__(data, initial=_initial(holder, names), **options)


class MeetingForm(SteeringForm):
    """When and where the group meets."""

    on = date_field(_("Day"), required=True)
    at = forms.TimeField(
        label=_("Time"),
        required=False,
        widget=forms.TimeInput(format="%H:%M", attrs={"type": "time"}),
        error_messages={"invalid": _("Write the time as 13:30.")},
    )
    place = NameField(label=_("Place"), max_length=120)

    def __init__(self, data: Any = None, *, meeting: SteeringMeeting, **options: Any) -> None:
        self.record = meeting
        super().__init__(data, initial=_initial(meeting, ("on", "at", "place")), **options)


class CancelForm(SteeringForm):
    """Why a meeting is called off."""

    cancelled_because = NameField(
        label=_("Why"),
        max_length=240,
        required=True,
        error_messages={"required": _("Write why the meeting is cancelled.")},
    )

    def __init__(self, data: Any = None, *, meeting: SteeringMeeting) -> None:
        self.record = meeting
        super().__init__(data, initial={"version": meeting.version})


class MinutesForm(SteeringForm):
    """The text of the version that is being written."""

    text = forms.CharField(
        label=_("Meeting minutes"),
        max_length=LONGEST,
        widget=forms.Textarea(attrs={"rows": 20}),
        error_messages={"required": _("Write the minutes, or go back.")},
    )
    corrects_because = NameField(label=_("What is corrected"), max_length=240)

    def __init__(
        self, data: Any = None, *, draft: Minutes | None, last: Minutes | None, agenda: str
    ) -> None:
        self.record = draft or Minutes(version=0)
        text = draft.text if draft else last.text if last else agenda
        because = draft.corrects_because if draft else ""
        version = draft.version if draft else 0
        initial = {"text": text, "corrects_because": because, "version": version}
        super().__init__(data, initial=initial)
        if last is None:
            del self.fields["corrects_because"]
        else:
            self.fields["corrects_because"].required = True


class AdjustForm(SteeringForm):
    """When and by whom the minutes were adjusted."""

    adjusted_on = date_field(_("Adjusted on"), required=True)
    adjusted_by = NameField(
        label=_("Adjusted by"),
        max_length=240,
        required=True,
        help_text=_("Those who have read and approved the minutes, with commas between."),
    )

    def __init__(self, data: Any = None, *, draft: Minutes) -> None:
        self.record = draft
        super().__init__(data, initial={"version": draft.version})


class DecisionForm(SteeringForm):
    """What was decided, who sees to it and until when."""

    text = forms.CharField(
        label=_("Decision"),
        max_length=2000,
        widget=forms.Textarea(attrs={"rows": 3}),
        error_messages={"required": _("Write what was decided.")},
    )
    responsible = NameField(label=_("Who sees to it"), max_length=120)
    due_on = date_field(_("To be done by"))
    state = code_field(_("State"), DecisionState.choices, required=True)
    settled_on = date_field(_("Done on"), help_text=_("The day on which it was done or dropped."))

    def __init__(self, data: Any = None, *, decision: Decision) -> None:
        self.record = decision
        names = ("text", "responsible", "due_on", "state", "settled_on")
        super().__init__(data, initial=_initial(decision, names))
