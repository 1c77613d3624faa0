"""Answers keep the words in which they were asked."""

import pytest
from django import forms

from samspel.organisation.models import Team
from samspel.participants.questions.answering import (
    answers_from,
    question_fields,
    shown_answers,
)
from samspel.participants.questions.models import Question


@pytest.fixture
def hopes(team: Team) -> Question:
    return Question.objects.create(
        team=team, form="referral", text="What do you hope for?", is_required=True
    )


@pytest.fixture
def scale(team: Team) -> Question:
    return Question.objects.create(team=team, form="referral", text="How near?", answer="scale")


def filled(fields: dict[str, forms.Field], data: dict[str, str]) -> forms.Form:
    form = forms.Form(data)
    form.fields |= fields
    return form


def test_an_answer_is_stored_with_the_words_and_shown_after_a_change(hopes: Question) -> None:
    form = filled(question_fields([hopes]), {f"question_{hopes.pk}": "Work"})
    assert form.is_valid()
    rows = answers_from([hopes], form.cleaned_data)
    assert rows == [
        {"question": hopes.pk, "text": "What do you hope for?", "by": "text", "answer": "Work"}
    ]
    hopes.text = "Best hopes?"
    assert shown_answers(rows)[0].text == "What do you hope for?"
    again = answers_from([hopes], {f"question_{hopes.pk}": "Work"}, before=rows)
    assert again == rows
    changed = answers_from([hopes], {f"question_{hopes.pk}": "Rest"}, before=rows)
    assert changed[0]["text"] == "Best hopes?"


def test_what_is_asked_no_longer_is_kept(hopes: Question, scale: Question) -> None:
    before = answers_from([hopes], {f"question_{hopes.pk}": "Work"})
    rows = answers_from([scale], {f"question_{scale.pk}": "7"}, before=before)
    assert [row["answer"] for row in rows] == ["7", "Work"]


def test_an_answer_that_is_taken_away_leaves_no_row(scale: Question) -> None:
    before = answers_from([scale], {f"question_{scale.pk}": "7"})
    assert answers_from([scale], {f"question_{scale.pk}": ""}, before=before) == []


def test_a_field_that_was_refused_keeps_its_answer(scale: Question) -> None:
    before = answers_from([scale], {f"question_{scale.pk}": "7"})
    assert answers_from([scale], {}, before=before) == before


@pytest.mark.parametrize(
    ("given", "fits"), [("0", True), ("10", True), ("11", False), ("x", False)]
)
def test_a_scale_goes_from_0_to_10(scale: Question, given: str, fits: bool) -> None:
    form = filled(question_fields([scale]), {f"question_{scale.pk}": given})
    assert form.is_valid() is fits


def test_a_draft_need_not_be_answered(hopes: Question) -> None:
    assert filled(question_fields([hopes], must_answer=False), {}).is_valid()
    assert not filled(question_fields([hopes]), {}).is_valid()


def test_a_scale_is_shown_as_a_number_and_a_yes_as_a_word(team: Team, scale: Question) -> None:
    agreed = Question.objects.create(team=team, form="referral", text="Agreed?", answer="yes_no")
    rows = answers_from(
        [scale, agreed], {f"question_{scale.pk}": "10", f"question_{agreed.pk}": "yes"}
    )
    near, yes = shown_answers(rows)
    assert (near.scale, yes.scale) == (10, None)
    assert str(yes.answer) in {"Yes", "Ja"}
