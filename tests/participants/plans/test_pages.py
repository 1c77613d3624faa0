"""The pages of plan and scales: who gets them, what they refuse, one tap without scripts too."""

from collections.abc import Callable
from datetime import date, timedelta
from typing import Any
from uuid import UUID

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from samspel.accounts.actor import Actor
from samspel.accounts.models import User
from samspel.participants.models import Episode
from samspel.participants.plans.models import Goal, GoalStep, Scale, ScalePoint
from samspel.participants.plans.planning import GoalFacts, StepFacts, add_step, set_goal
from samspel.participants.questions.models import Question
from tests.participants.conftest import HOSTILE, send, sentences
from tests.participants.plans.conftest import SET_ON, TODAY
from tests.people import client_of

HTMX = {"HX-Request": "true"}


@pytest.fixture(autouse=True)
def on_a_day(monkeypatch: pytest.MonkeyPatch) -> None:
    for page in ("plan", "scales"):
        monkeypatch.setattr(
            f"samspel.participants.plans.views.{page}.today", lambda request=None: TODAY
        )
    monkeypatch.setattr("samspel.participants.views.access.today", lambda request=None: TODAY)


@pytest.mark.parametrize("name", ["goal_new", "scales", "scale_answer"])
def test_who_may_with_a_case(
    enrolled: Episode, only_the_team_may: Callable[[str], None], name: str
) -> None:
    only_the_team_may(reverse(name, args=[enrolled.pk]))


@pytest.mark.parametrize("name", ["goal_change", "goal_step_new"])
def test_who_may_with_a_goal(
    goal: Goal, only_the_team_may: Callable[[str], None], name: str
) -> None:
    only_the_team_may(reverse(name, args=[goal.pk]))


def test_another_teams_step_is_not_there(step: GoalStep, stranger: User) -> None:
    for name in ("goal_step_done", "goal_step_move", "goal_step_change"):
        response = client_of(stranger).post(reverse(name, args=[step.pk]), {"place": "1"})
        assert response.status_code == 404, name
    nowhere = UUID(int=7)
    assert client_of(stranger).post(reverse("goal_step_done", args=[nowhere])).status_code == 404
    assert GoalStep.objects.get().done_on is None


def test_a_goal_with_its_first_step(enrolled: Episode, coach: User) -> None:
    plan = reverse("plan", args=[enrolled.pk])
    url = reverse("goal_new", args=[enrolled.pk])
    assert send(coach, url, title="Arbeta halvtid", set_on="2025-03-01")["Location"] == plan
    goal = Goal.objects.get()
    url = reverse("goal_step_new", args=[goal.pk])
    sent = send(coach, url, what="Ringa", doer="coach", due_on="2025-03-05")
    assert sent["Location"] == plan
    shown = client_of(coach).get(plan).content.decode()
    assert "Arbeta halvtid" in shown
    assert "skulle ha gjorts 2025-03-05" in shown


def test_what_does_not_fit_comes_back_at_its_field(goal: Goal, coach: User) -> None:
    new = reverse("goal_new", args=[goal.episode_id])
    assert set(sentences(send(coach, new, title=" ", set_on="2025-03-01"))) == {"title"}
    assert set(sentences(send(coach, new, title="M", set_on="2025-13-01"))) == {"set_on"}
    change = reverse("goal_change", args=[goal.pk])
    wrong = {"title": "M", "set_on": "2025-03-05", "reached_on": "2025-03-04", "version": 1}
    assert set(sentences(send(coach, change, **wrong))) == {"reached_on"}
    step = reverse("goal_step_new", args=[goal.pk])
    wrong = {"what": "Ringa", "doer": "nobody", "due_on": "2025-02-01"}
    assert set(sentences(send(coach, step, **wrong))) == {"doer"}
    assert set(sentences(send(coach, step, **wrong | {"doer": "coach"}))) == {"due_on"}


def test_a_second_writer_sees_what_stands(goal: Goal, coach: User, colleague: User) -> None:
    url = reverse("goal_change", args=[goal.pk])
    send(coach, url, title="Första", set_on="2025-03-01", version=1)
    response = send(colleague, url, title="Andra", set_on="2025-03-01", version=1)
    assert "Nu står det: Första" in response.content.decode()
    assert Goal.objects.get().title == "Första"


def test_one_tap_with_and_without_scripts(step: GoalStep, second: GoalStep, coach: User) -> None:
    client, plan = client_of(coach), reverse("plan", args=[step.goal.episode_id])
    url = reverse("goal_step_done", args=[step.pk])
    assert client.post(url, {"done": "yes"})["Location"] == plan
    tapped = client.post(url, {"done": "yes"}, headers=HTMX)
    part = tapped.content.decode().strip()
    assert part.startswith('<div id="plan">')
    assert "gjort 2025-03-10" in part
    client.post(url, {"done": "no"}, headers=HTMX)
    assert GoalStep.objects.get(pk=step.pk).done_on is None


def test_a_goal_is_reached_by_one_tap_and_worked_for_again(goal: Goal, coach: User) -> None:
    client, url = client_of(coach), reverse("goal_reached", args=[goal.pk])
    assert client.post(url, {"reached": "yes"}).status_code == 302
    again = client.post(url, {"reached": "yes"}, headers=HTMX).content.decode()
    assert "uppnått 2025-03-10" in again
    row = Goal.objects.get(pk=goal.pk)
    assert (row.reached_on, row.version) == (TODAY, 2)
    client.post(url, {"reached": "no"}, headers=HTMX)
    assert Goal.objects.get(pk=goal.pk).is_open


def test_a_goal_of_another_day_is_not_reached_before_it_was_set(
    goal: Goal, coach: User, monkeypatch: pytest.MonkeyPatch
) -> None:
    before = SET_ON - timedelta(days=1)
    monkeypatch.setattr("samspel.participants.plans.views.plan.today", lambda request=None: before)
    page = client_of(coach).post(
        reverse("goal_reached", args=[goal.pk]), {"reached": "yes"}, follow=True
    )
    assert [str(each) for each in page.context["messages"]]
    assert Goal.objects.get(pk=goal.pk).is_open


@pytest.mark.parametrize("name", ["goal_step_done", "goal_step_move", "goal_reached"])
def test_a_tap_on_what_was_closed_meanwhile_is_refused_with_a_sentence(
    step: GoalStep, coach: User, monkeypatch: pytest.MonkeyPatch, name: str
) -> None:
    Episode.objects.update(closed_on=TODAY, outcome="work")
    # The page still thought the case open when it was asked.
    monkeypatch.setattr("samspel.participants.plans.views.plan.not_now", lambda *_asked: None)
    url = reverse(name, args=[step.goal_id if name == "goal_reached" else step.pk])
    page = client_of(coach).post(url, {"place": "1"}, follow=True)
    assert page.status_code == 200
    assert [str(each) for each in page.context["messages"]] == [
        "Bara den som är inskriven har en planering."
    ]


def test_a_part_equals_what_a_reload_gives(step: GoalStep, coach: User) -> None:
    client, plan = client_of(coach), reverse("plan", args=[step.goal.episode_id])
    part = client.get(plan, headers=HTMX).content.decode()
    whole = client.get(plan).content.decode()
    without_tokens = [
        "\n".join(line.split('name="csrfmiddlewaretoken"')[0] for line in text.splitlines())
        for text in (part.strip(), whole)
    ]
    assert without_tokens[0] in without_tokens[1]


def test_a_step_is_moved_by_its_place(step: GoalStep, second: GoalStep, coach: User) -> None:
    url = reverse("goal_step_move", args=[second.pk])
    for place in ("", "x", "-1", "٣", "9" * 50):
        assert send(coach, url, place=place).status_code == 302
    assert list(step.goal.steps.all()) == [step, second]
    send(coach, url, place="1")
    assert list(step.goal.steps.all()) == [second, step]


def test_a_case_that_has_ended_shows_its_plan_and_takes_nothing(
    enrolled: Episode, step: GoalStep, coach: User
) -> None:
    Episode.objects.filter(pk=enrolled.pk).update(closed_on=TODAY, outcome="work")
    client = client_of(coach)
    shown = client.get(reverse("plan", args=[enrolled.pk])).content.decode()
    assert "Ringa biblioteket" in shown
    assert '<form method="post" action="/participants/goals' not in shown
    person = reverse("participant", args=[enrolled.participant_id])
    done = reverse("goal_step_done", args=[step.pk])
    assert client.post(done)["Location"] == person
    assert client.post(done, headers=HTMX)["HX-Redirect"] == person
    for name in ("goal_new", "scale_answer"):
        assert client.post(reverse(name, args=[enrolled.pk]))["Location"] == person
    assert GoalStep.objects.get().done_on is None


def test_the_plan_costs_the_same_however_long_it_is(goal: Goal, coach: User, by: Actor) -> None:
    client, url = client_of(coach), reverse("plan", args=[goal.episode_id])
    client.get(url)
    with CaptureQueriesContext(connection) as few:
        client.get(url)
    for number in range(6):
        facts = GoalFacts(f"Mål {number}", "", SET_ON)
        more = set_goal(episode=goal.episode, facts=facts, today=TODAY, by=by)
        for step in range(3):
            add_step(goal=more, facts=StepFacts(f"Steg {step}"), today=TODAY, by=by)
    with CaptureQueriesContext(connection) as many:
        client.get(url)
    assert len(many) == len(few) <= 15


def test_all_questions_are_answered_on_one_page(
    enrolled: Episode, coach: User, scaling: Question
) -> None:
    scales = reverse("scales", args=[enrolled.pk])
    assert send(coach, scales, text="Hur sover du?")["Location"] == scales
    own = Scale.objects.get()
    url, client = reverse("scale_answer", args=[enrolled.pk]), client_of(coach)
    assert client.get(url).content.decode().count('type="radio"') == 22
    values = {f"question_{scaling.pk}": "4", f"own_{own.pk.hex}": "10", "on": "2025-03-10"}
    for _tap in range(2):
        assert client.post(url, values)["Location"] == scales
    assert sorted(ScalePoint.objects.values_list("value", flat=True)) == [4, 10]
    assert client.get(url).content.decode().count(" checked") == 2
    ScalePoint.objects.filter(value=4).update(on=date(2025, 3, 1))
    client.post(url, values | {f"question_{scaling.pk}": "6"})
    page = client.get(scales).content.decode()
    assert page.count("<svg xmlns") == 1
    assert "Från 4 den 2025-03-01 till 6 den 2025-03-10" in page


@pytest.mark.parametrize("bad", ["11", "7,5", "-1", "7.5", "fem", "٧"])
def test_bad_numbers_are_refused_where_they_stand(
    enrolled: Episode, coach: User, scaling: Question, bad: str
) -> None:
    url, name = reverse("scale_answer", args=[enrolled.pk]), f"question_{scaling.pk}"
    response = send(coach, url, **{name: bad, "on": "2025-03-10"})
    assert sentences(response) == {name: ["Välj ett heltal från 0 till 10."]}
    assert not ScalePoint.objects.exists()


def test_nothing_chosen_and_no_day_are_told(
    enrolled: Episode, coach: User, scaling: Question
) -> None:
    url = reverse("scale_answer", args=[enrolled.pk])
    assert set(sentences(send(coach, url, on="2025-03-10"))) == {"__all__"}
    assert set(sentences(send(coach, url))) == {"on"}


def test_an_own_question_rests_and_is_the_teams_alone(
    enrolled: Episode, coach: User, stranger: User
) -> None:
    own = Scale.objects.create(episode=enrolled, text="Hur sover du?")
    url = reverse("scale_asked", args=[own.pk])
    assert client_of(stranger).post(url, {"asked": "no"}).status_code == 404
    send(coach, url, asked="no")
    assert not Scale.objects.get().is_asked
    send(coach, url, asked="yes")
    assert Scale.objects.get().is_asked


def test_hostile_texts_never_break_a_page(
    enrolled: Episode, step: GoalStep, coach: User, scaling: Question
) -> None:
    client = client_of(coach)
    pages = {
        reverse("goal_new", args=[enrolled.pk]): ("title", "sign", "set_on"),
        reverse("goal_change", args=[step.goal_id]): ("title", "reached_on", "version"),
        reverse("goal_step_new", args=[step.goal_id]): ("what", "doer", "due_on"),
        reverse("goal_step_change", args=[step.pk]): ("what", "left_on", "version"),
        reverse("scales", args=[enrolled.pk]): ("text",),
        reverse("scale_answer", args=[enrolled.pk]): (f"question_{scaling.pk}", "on"),
    }
    for (url, names), bad in ((each, bad) for each in pages.items() for bad in HOSTILE):
        response: Any = client.post(url, dict.fromkeys(names, bad))
        assert response.status_code in {200, 302}, (url, bad[:40])
        assert "<script>alert" not in response.content.decode()
    for name in ("plan", "scales", "plan_print"):
        page = client.get(reverse(name, args=[enrolled.pk]))
        assert "<script>alert" not in page.content.decode(), name
