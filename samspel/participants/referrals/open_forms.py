"""The forms of the open pages: referring oneself, and asking for a link to own referrals."""

from collections.abc import Sequence
from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from samspel.participants.questions.answering import question_fields
from samspel.participants.questions.question import Question
from samspel.records.fields import NameField
from samspel.records.forms import ActionForm


class SelfReferralForm(ActionForm):
    """A name, a way to be reached, and the team's questions."""

    given_name = NameField(label=_("Given name"), required=True)
    family_name = NameField(label=_("Family name"))
    phone = forms.CharField(label=_("Telephone"), max_length=40, required=False)
    email = forms.EmailField(label=_("E-mail"), required=False)

    def __init__(self, data: Any = None, *, questions: Sequence[Question]) -> None:
        super().__init__(data)
        # What must be answered of two together is more than somebody alone should have to.
        self.fields |= question_fields(questions, must_answer=False)

    def clean(self) -> dict[str, Any]:
        """The team has to be able to answer."""
        given = super().clean() or {}
        if not self.errors and not (given["phone"] or given["email"]):
            self.add_error("phone", _("Write a telephone number or an e-mail address."))
        return given


class OwnReferralsForm(ActionForm):
    """The address that a caseworker refers from."""

    email = forms.EmailField(
        label=_("Your e-mail at work"),
        help_text=_("The one that the team has for you. A link is sent to it."),
    )
