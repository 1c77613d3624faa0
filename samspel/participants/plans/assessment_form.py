"""The assessment as it is filled in: the story, the best hopes, the team's questions."""

from collections.abc import Sequence
from typing import Any

from django import forms
from django.utils.html import escape
from django.utils.translation import gettext as translated
from django.utils.translation import gettext_lazy as _

from samspel.participants.plans.assessing import Words
from samspel.participants.plans.assessment import Assessment
from samspel.participants.questions.answering import field_name, question_fields
from samspel.participants.questions.question import Question
from samspel.records.forms import RecordForm, shown
from samspel.records.versions import Versioned


class AssessmentForm(RecordForm):
    """One page, of which nothing has to be answered at once."""

    story = forms.CharField(
        label=_("The participant's own story"),
        max_length=40_000,
        required=False,
        widget=forms.Textarea(attrs={"rows": 10}),
        help_text=_("In their order and their words."),
    )
    best_hopes = forms.CharField(
        label=_("Best hopes"),
        max_length=4000,
        required=False,
        widget=forms.Textarea(attrs={"rows": 4}),
        help_text=_("What is different when this has been of use?"),
    )

    def __init__(
        self, data: Any = None, *, assessment: Assessment, questions: Sequence[Question]
    ) -> None:
        names = ("story", "best_hopes", "version")
        super().__init__(data, initial={name: getattr(assessment, name) for name in names})
        self.fields |= question_fields(questions, assessment.answers, must_answer=False)
        self.questions = questions
        self.record = assessment

    def words(self) -> Words:
        """What was written, cleaned."""
        told = self.cleaned_data
        return Words(told["story"], told["best_hopes"], self.questions, told)

    def show_what_stands(self, row: Versioned) -> None:
        super().show_what_stands(row)
        if not isinstance(row, Assessment):
            return
        stands = {each.get("question"): each.get("answer", "") for each in row.answers}
        for question in self.questions:
            name, there = field_name(question), stands.get(question.pk, "")
            if there != (self.cleaned_data.get(name) or ""):
                text = shown(self.fields[name], there) or translated("nothing")
                told = translated("Now stands: %(value)s") % {"value": text}
                self[name].help_text = escape(told)
