"""Answers to a team's questions: as fields of a form, as stored rows, and as they are shown again.

A stored row holds the words in which the question was asked, so that an answer is read as it was
meant, however the question was changed later.
"""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from samspel.participants.questions.question import Answer, Question

LONGEST_LINE = 200
LONGEST_TEXT = 8_000
SCALE = range(11)
"""0 to 10, as solution-focused scaling questions go."""
YES, NO = "yes", "no"

Row = dict[str, Any]
"""``question`` (id), ``text`` and ``by`` (`Answer`) as it was asked, ``answer`` (text)."""


@dataclass(frozen=True, slots=True)
class ShownAnswer:
    """A question in the words in which it was asked, and its answer as people read it.

    ``scale`` is the answer as a number from 0 to 10, where the question was answered so.
    """

    text: str
    answer: Any
    scale: int | None = None


def field_name(question: Question) -> str:
    """The name of a question's field in a form."""
    return f"question_{question.pk}"


def question_fields(
    questions: Iterable[Question], answers: Iterable[Row] = (), *, must_answer: bool = True
) -> dict[str, forms.Field]:
    """The form fields of some questions by name, filled in with what was answered before.

    ``must_answer`` False is for a draft: nothing has to be answered yet.
    """
    given = {row.get("question"): row.get("answer", "") for row in answers}
    fields = {}
    for question in questions:
        field = _field(question, required=must_answer and question.is_required)
        field.initial = given.get(question.pk, "")
        fields[field_name(question)] = field
    return fields


def _field(question: Question, *, required: bool) -> forms.Field:
    told: dict[str, Any] = {
        "label": question.text,
        "help_text": question.help_text,
        "required": required,
    }
    match question.answer:
        case Answer.LINE:
            return forms.CharField(max_length=LONGEST_LINE, **told)
        case Answer.SCALE:
            return _choice([(str(step), str(step)) for step in SCALE], "is-scale", told)
        case Answer.YES_NO:
            return _choice([(YES, _("Yes")), (NO, _("No"))], "", told)
        case _:
            area = forms.Textarea(attrs={"rows": 4})
            return forms.CharField(max_length=LONGEST_TEXT, widget=area, **told)


def _choice(options: list[tuple[str, Any]], css: str, told: dict[str, Any]) -> forms.Field:
    """One of some; where nothing must be answered, an answer can be taken back."""
    none = [] if told["required"] else [("", _("Not answered"))]
    widget = forms.RadioSelect(attrs={"class": css} if css else {})
    wrong = {"invalid_choice": _("Choose one of those in the list.")}
    return forms.ChoiceField(choices=[*options, *none], widget=widget, error_messages=wrong, **told)


def answers_from(
    questions: Sequence[Question], cleaned: Mapping[str, Any], *, before: Iterable[Row] = ()
) -> list[Row]:
    """The rows to store of a cleaned form; what a form did not ask for stays as it was ``before``.

    An answer that did not change keeps the words in which it was asked. What is not answered
    has no row.
    """
    kept = {row.get("question"): row for row in before}
    rows = []
    for question in questions:
        old = kept.get(question.pk)
        if field_name(question) in cleaned:
            kept.pop(question.pk, None)
            answer = str(cleaned[field_name(question)] or "")
            old = old if old and old.get("answer") == answer else _row(question, answer)
        elif old:
            del kept[question.pk]
        if old and old["answer"]:
            rows.append(old)
    return [*rows, *kept.values()]


def _row(question: Question, answer: str) -> Row:
    return {
        "question": question.pk,
        "text": question.text,
        "by": question.answer,
        "answer": answer,
    }


def shown_answers(answers: Iterable[Row]) -> list[ShownAnswer]:
    """Stored answers as people read them, in the order in which they were asked."""
    return [_shown(row) for row in answers]


def _shown(row: Row) -> ShownAnswer:
    answer = str(row.get("answer", ""))
    if row.get("by") == Answer.SCALE and answer.isdecimal():
        return ShownAnswer(row.get("text", ""), answer, int(answer))
    if row.get("by") == Answer.YES_NO:
        return ShownAnswer(row.get("text", ""), {YES: _("Yes"), NO: _("No")}.get(answer, answer))
    return ShownAnswer(row.get("text", ""), answer)
