"""The forms of the agenda: its points, those sent in, and the answers to them."""

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from samspel.organisation.steering.agenda import AgendaPoint, Became, SentPoint
from samspel.organisation.steering.forms import SteeringForm
from samspel.organisation.steering.meeting import SteeringMeeting
from samspel.records.fields import NameField, code_field

_ANSWERS = (
    (Became.PLACED.value, _("Give it a point of its own")),
    (Became.MERGED.value, _("Take it up under another point")),
    (Became.POSTPONED.value, _("Put it off to the next meeting")),
    (Became.DECLINED.value, _("Do not take it up")),
)


class PointForm(SteeringForm):
    """A point of the agenda, or one that is sent in."""

    title = NameField(
        label=_("Point"),
        max_length=200,
        required=True,
        error_messages={"required": _("Write what the point is called.")},
    )
    text = forms.CharField(
        label=_("What it is about"),
        required=False,
        max_length=4000,
        widget=forms.Textarea(attrs={"rows": 4}),
    )

    def __init__(self, data: Any = None, *, point: AgendaPoint | SentPoint) -> None:
        self.record = point
        initial = {"title": point.title, "text": point.text, "version": point.version}
        super().__init__(data, initial=initial)


class AnswerForm(SteeringForm):
    """What becomes of a point that was sent in."""

    became = code_field(_("What becomes of it"), _ANSWERS, required=True)
    point = forms.ModelChoiceField(
        AgendaPoint.objects.none(),
        label=_("Under which point"),
        required=False,
        empty_label=_("None"),
        help_text=_("Only when it is taken up under another point."),
        error_messages={"invalid_choice": _("Choose one of those in the list.")},
    )
    answer = NameField(
        label=_("Answer to the sender"),
        max_length=400,
        help_text=_("Say why when it is not taken up."),
    )

    def __init__(self, data: Any = None, *, sent: SentPoint, meeting: SteeringMeeting) -> None:
        self.record = sent
        super().__init__(data, initial={"version": sent.version, "answer": sent.answer})
        field = self.fields["point"]
        if isinstance(field, forms.ModelChoiceField):
            field.queryset = AgendaPoint.objects.filter(meeting=meeting)
