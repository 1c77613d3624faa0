"""The form in which a team leader writes a question."""

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from samspel.participants.questions.asking import Wording
from samspel.participants.questions.question import Answer, Form, Question
from samspel.records.forms import ActionForm


class QuestionForm(ActionForm):
    """A question's words, and how it is answered."""

    text = forms.CharField(label=_("Question"), max_length=300)
    help_text = forms.CharField(label=_("Explanation"), max_length=300, required=False)
    answer = forms.ChoiceField(
        label=_("Answered by"), choices=Answer.choices, initial=Answer.TEXT, required=False
    )
    is_required = forms.BooleanField(label=_("Must be answered"), required=False)
    is_for_caseworker = forms.BooleanField(
        label=_("Is for the caseworker"),
        required=False,
        help_text=_("Is not asked of those who refer themselves."),
    )

    def __init__(self, data: Any = None, *, form: Form, question: Question | None = None) -> None:
        names = tuple(Wording.__dataclass_fields__)
        super().__init__(
            data, initial={name: getattr(question, name) for name in names} if question else None
        )
        if form == Form.SCALING:  # is drawn over time, so it is a number
            del self.fields["answer"]
        if form != Form.REFERRAL:  # is filled in little by little, and by the team
            del self.fields["is_required"], self.fields["is_for_caseworker"]

    def wording(self) -> Wording:
        """What was written, cleaned."""
        given = self.cleaned_data
        answer = given["answer"] or Answer.TEXT if "answer" in given else Answer.SCALE
        return Wording(
            given["text"],
            given["help_text"],
            answer,
            is_required=given.get("is_required", False),
            is_for_caseworker=given.get("is_for_caseworker", False),
        )
