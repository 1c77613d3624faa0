"""Scaling questions: one number a day, whole and from 0 to 10, corrected the day it is entered."""

from datetime import date, timedelta

import pytest
from django.core.exceptions import ValidationError
from django.db import IntegrityError, transaction

from samspel.accounts.actor import Actor
from samspel.accounts.models import LogEntry
from samspel.participants.models import Episode
from samspel.participants.plans.curves import curves_of
from samspel.participants.plans.models import Scale, ScalePoint
from samspel.participants.plans.scaling import add_scale, answer_scales, ask_scale, asked_in
from samspel.participants.questions.models import Question
from tests.participants.plans.conftest import TODAY

DAY = timedelta(days=1)


def answer(
    episode: Episode, by: Actor, value: int, *, on: date = TODAY, today: date = TODAY
) -> int:
    names = [each.name for each in asked_in(episode)]
    return answer_scales(
        episode=episode, on=on, values=dict.fromkeys(names, value), today=today, by=by
    )


def points() -> list[tuple[str, date, int]]:
    found = ScalePoint.objects.order_by("scale__text", "on")
    return list(found.values_list("scale__text", "on", "value"))


def test_team_and_person_ask_each_their_own(
    enrolled: Episode, scaling: Question, by: Actor
) -> None:
    add_scale(episode=enrolled, text="  Hur   sover du? ", today=TODAY, by=by)
    assert [each.text for each in asked_in(enrolled)] == [scaling.text, "Hur sover du?"]
    assert answer(enrolled, by, 4) == 2
    assert points() == [("Hur nära är du ditt mål?", TODAY, 4), ("Hur sover du?", TODAY, 4)]
    scaling.is_asked = False
    scaling.save()
    assert [each.text for each in asked_in(enrolled)] == ["Hur sover du?"]
    assert len(curves_of(enrolled)) == 2


def test_a_question_in_other_words_begins_a_line_of_its_own(
    enrolled: Episode, scaling: Question, by: Actor
) -> None:
    answer(enrolled, by, 4)
    scaling.text = "Hur långt har du kommit?"
    scaling.save()
    answer(enrolled, by, 6)
    assert [text for text, _on, _value in points()] == [
        "Hur långt har du kommit?",
        "Hur nära är du ditt mål?",
    ]


@pytest.mark.parametrize("value", [-1, 11, 1000])
def test_only_0_to_10_is_taken(enrolled: Episode, scaling: Question, by: Actor, value: int) -> None:
    with pytest.raises(ValidationError) as refused:
        answer(enrolled, by, value)
    assert refused.value.message_dict == {
        f"question_{scaling.pk}": ["Välj ett heltal från 0 till 10."]
    }
    assert not Scale.objects.exists()


@pytest.mark.parametrize("on", [TODAY + DAY, date(2025, 1, 9), date(25, 3, 1)])
def test_a_day_that_does_not_fit_is_refused(
    enrolled: Episode, scaling: Question, by: Actor, on: date
) -> None:
    with pytest.raises(ValidationError) as refused:
        answer(enrolled, by, 5, on=on)
    assert set(refused.value.message_dict) == {"on"}


def test_an_answer_is_corrected_on_the_day_it_is_entered(
    enrolled: Episode, scaling: Question, by: Actor
) -> None:
    answer(enrolled, by, 4, on=TODAY - DAY)
    assert answer(enrolled, by, 5, on=TODAY - DAY) == 1
    assert answer(enrolled, by, 5, on=TODAY - DAY) == 0
    with pytest.raises(ValidationError) as refused:
        answer(enrolled, by, 6, on=TODAY - DAY, today=TODAY + DAY)
    assert set(refused.value.message_dict) == {f"question_{scaling.pk}"}
    assert points() == [(scaling.text, TODAY - DAY, 5)]
    entries = LogEntry.objects.filter(act="scales_answered")
    assert [entry.details for entry in entries] == [{"fields": ["value"]}] * 2


def test_nothing_chosen_is_told(enrolled: Episode, scaling: Question, by: Actor) -> None:
    with pytest.raises(ValidationError, match="minst en fråga"):
        answer_scales(episode=enrolled, on=TODAY, values={}, today=TODAY, by=by)


def test_a_question_is_asked_once_and_can_rest(
    enrolled: Episode, scaling: Question, by: Actor
) -> None:
    own = add_scale(episode=enrolled, text="Hur sover du?", today=TODAY, by=by)
    for text in ("Hur sover du?", scaling.text, "  "):
        with pytest.raises(ValidationError):
            add_scale(episode=enrolled, text=text, today=TODAY, by=by)
    for _again in range(2):
        ask_scale(scale=own, is_asked=False, today=TODAY, by=by)
    assert [each.text for each in asked_in(enrolled)] == [scaling.text]
    assert add_scale(episode=enrolled, text="Hur sover du?", today=TODAY, by=by) == own
    assert len(asked_in(enrolled)) == 2
    assert LogEntry.objects.filter(act="scale_changed").count() == 1


def test_the_database_holds_one_a_day_from_0_to_10(enrolled: Episode) -> None:
    scale = Scale.objects.create(episode=enrolled, text="Hur sover du?")
    ScalePoint.objects.create(scale=scale, on=TODAY, value=3, entered_on=TODAY)
    for on, value in ((TODAY, 4), (TODAY + DAY, 11)):
        with pytest.raises(IntegrityError), transaction.atomic():
            ScalePoint.objects.create(scale=scale, on=on, value=value, entered_on=TODAY)


def test_a_line_is_drawn_from_the_second_answer_and_says_its_way(
    enrolled: Episode, scaling: Question, by: Actor
) -> None:
    answer(enrolled, by, 3, on=TODAY - 9 * DAY)
    (curve,) = curves_of(enrolled)
    assert curve.chart() is None
    answer(enrolled, by, 7)
    (curve,) = curves_of(enrolled)
    chart = curve.chart()
    assert chart is not None
    assert chart.days == (date(2025, 3, 1), TODAY)
    assert chart.alternative == (
        "Från 3 den 2025-03-01 till 7 den 2025-03-10, på en skala från 0 till 10."
    )
    assert [[getattr(cell, "printed", cell) for cell in row] for row in chart.table.rows] == [
        ["2025-03-01", "3"],
        ["2025-03-10", "7"],
    ]
