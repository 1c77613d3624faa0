"""The pages where a team leader says what the team asks."""

from typing import Any

import pytest
from django.urls import reverse
from django.utils import translation

from samspel.accounts.models import LogEntry, User
from samspel.organisation.models import Team
from samspel.participants.questions.models import Question
from tests.participants.conftest import HOSTILE, REFUSED, sentences, told
from tests.people import client_of


def ask(team: Team, text: str, place: int, **more: Any) -> Question:
    return Question.objects.create(team=team, form="referral", text=text, place=place, **more)


def asked(team: Team) -> list[str]:
    return [each.text for each in Question.objects.asked(team, "referral")]  # type: ignore[arg-type]  # a text will do


def place(user: User, question: Question, act: str) -> int:
    url = reverse("question_place", args=[question.pk])
    return client_of(user).post(url, {"act": act}).status_code


def test_only_who_leads_the_team_may(team: Team, leader: User, request: Any) -> None:
    question = ask(team, "One", 1)
    urls = [
        reverse("questions", args=[team.slug]),
        reverse("question", args=[question.pk]),
        reverse("question_new", args=[team.slug, "referral"]),
    ]
    for url in urls:
        assert client_of(leader).get(url).status_code == 200
        for who in ("coach", *REFUSED):
            assert client_of(request.getfixturevalue(who)).get(url).status_code == 404
    for who in ("coach", *REFUSED):
        assert place(request.getfixturevalue(who), question, "stop") == 404
    assert asked(team) == ["One"]


def test_a_question_is_added_last_and_told_of(team: Team, leader: User) -> None:
    ask(team, "One", 1)
    url = reverse("question_new", args=[team.slug, "referral"])
    client_of(leader).post(url, {"text": "Two", "answer": "scale", "is_required": "on"})
    assert asked(team) == ["One", "Two"]
    two = Question.objects.get(text="Two")
    assert (two.answer, two.is_required) == ("scale", True)
    assert told("question_added").details == {"question": two.pk}


def test_a_question_is_moved_stopped_and_asked_again(team: Team, leader: User) -> None:
    one, two, _three = (ask(team, text, n) for n, text in enumerate(("One", "Two", "Three"), 1))
    place(leader, two, "up")
    assert asked(team) == ["Two", "One", "Three"]
    place(leader, two, "up")
    assert asked(team) == ["Two", "One", "Three"]
    place(leader, one, "down")
    assert asked(team) == ["Two", "Three", "One"]
    place(leader, two, "stop")
    assert asked(team) == ["Three", "One"]
    place(leader, two, "down")
    place(leader, two, "ask")
    assert asked(team) == ["Three", "One", "Two"]
    assert place(leader, two, "burn") == 404


def test_the_words_are_changed_once(team: Team, leader: User) -> None:
    one = ask(team, "One", 1)
    url = reverse("question", args=[one.pk])
    for _time in range(2):
        client_of(leader).post(url, {"text": "First", "answer": "text"})
    assert asked(team) == ["First"]
    assert LogEntry.objects.filter(act="question_changed").count() == 1


@pytest.mark.parametrize("form", ["referral", "assessment", "scaling"])
def test_the_starter_set_is_taken_in_once(team: Team, leader: User, form: str) -> None:
    url = reverse("questions_starter", args=[team.slug, form])
    client_of(leader).post(url)
    first = list(Question.objects.filter(team=team, form=form).values_list("text", flat=True))
    assert len(first) >= 4
    client_of(leader).post(url)
    assert list(Question.objects.filter(team=team).values_list("text", flat=True)) == first


def test_the_starter_set_speaks_the_leaders_language(team: Team, leader: User) -> None:
    client = client_of(leader)
    client.cookies["language"] = "en"
    client.post(reverse("questions_starter", args=[team.slug, "scaling"]))
    with translation.override("en"):
        assert Question.objects.filter(text="How sure are you that you will get there?").exists()


def test_a_scaling_question_is_a_scale(team: Team, leader: User) -> None:
    url = reverse("question_new", args=[team.slug, "scaling"])
    client_of(leader).post(url, {"text": "How near?"})
    assert Question.objects.get().answer == "scale"
    assert client_of(leader).get(reverse("question_new", args=[team.slug, "no"])).status_code == 404


@pytest.mark.parametrize("text", HOSTILE)
def test_hostile_words_break_nothing(team: Team, leader: User, text: str) -> None:
    url = reverse("question_new", args=[team.slug, "referral"])
    response = client_of(leader).post(url, {"text": text, "answer": text})
    assert response.status_code == 302 or sentences(response)
    assert client_of(leader).get(reverse("questions", args=[team.slug])).status_code == 200


def test_the_page_costs_the_same_for_many_questions(
    team: Team, leader: User, django_assert_max_num_queries: Any
) -> None:
    for number in range(30):
        ask(team, f"Question {number}", number, is_asked=number % 2 == 0)
    client = client_of(leader)
    with django_assert_max_num_queries(9):
        response = client.get(reverse("questions", args=[team.slug]))
    assert "Question 28" in response.content.decode()
