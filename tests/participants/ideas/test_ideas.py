"""The team's ideas: made, taken up, changed, closed, and become groups."""

from collections.abc import Callable
from datetime import date, timedelta
from typing import Any
from uuid import uuid4

import pytest
from django.urls import reverse

from samspel.accounts.models import User
from samspel.organisation.models import Team
from samspel.pages.today import now, today
from samspel.participants.groups.models import Group, GroupKind
from samspel.participants.ideas.idea import IdeaState, in_states
from samspel.participants.ideas.models import Idea
from tests.participants.conftest import HOSTILE, send, sentences, told
from tests.participants.ideas.made import (
    make_day,
    make_idea,
    make_proposal,
    make_raised,
    make_sign_up,
    make_wall,
)
from tests.people import client_of, make_episode, make_participant

GIVEN = {"title": "Fika på museet", "enough": "4", "last_on": "2099-01-01"}


@pytest.fixture
def kind(team: Team) -> GroupKind:
    return GroupKind.objects.create(team=team, code="traff", title="Träffpunkt")


def soon() -> str:
    return (today() + timedelta(days=30)).isoformat()


def given(**values: Any) -> dict[str, Any]:
    return {**GIVEN, "last_on": soon(), "number": str(uuid4())} | values


def test_only_the_team_may(team: Team, only_the_team_may: Callable[[str], None]) -> None:
    for page in ("idea_change", "idea_group", "idea_sign_up"):
        only_the_team_may(reverse(page, args=[make_idea(team).pk]))


def test_an_idea_is_open_at_once_and_made_once(team: Team, coach: User) -> None:
    values = given()
    for _time in range(2):
        done = send(coach, reverse("idea_new"), **values)
        assert done["Location"] == reverse("idea", args=[values["number"]])
    row = Idea.objects.get()
    assert row.state(today()) == IdeaState.OPEN
    assert told("idea_made").actor == coach


@pytest.mark.parametrize(
    ("field", "value"),
    [
        ("title", ""),
        ("title", "x" * 10_000),
        ("text", "x" * 10_000),
        ("enough", "0"),
        ("enough", "501"),
        ("enough", "7,5"),
        ("last_on", "2020-01-01"),
        ("last_on", "2999-01-01"),
        ("last_on", "2026-02-31"),
    ],
)
def test_what_does_not_fit_is_refused_at_its_field(
    team: Team, coach: User, field: str, value: str
) -> None:
    response = send(coach, reverse("idea_new"), **given(**{field: value}))
    assert list(sentences(response)) == [field]
    assert not Idea.objects.exists()


@pytest.mark.parametrize("text", HOSTILE)
def test_hostile_texts_break_nothing(team: Team, coach: User, text: str) -> None:
    assert send(coach, reverse("idea_new"), **dict.fromkeys(given(), text)).status_code == 200
    idea = make_idea(team)
    for page in ("idea_change", "idea_sign_up", "idea_group"):
        values = dict.fromkeys(("title", "name", "episode", "kind", "version", "number"), text)
        assert send(coach, reverse(page, args=[idea.pk]), **values).status_code in (200, 302)
    for page in ("idea_close", "idea_reopen"):
        assert send(coach, reverse(page, args=[idea.pk]), version=text).status_code == 302
    assert Idea.objects.get().closed_on is None


def test_a_proposal_is_taken_up(team: Team, coach: User) -> None:
    token, idea = make_wall(team, now()), make_proposal(team)
    page = client_of(coach).get(reverse("idea_change", args=[idea.pk]))
    assert page.context["form"]["last_on"].value() is not None
    send(coach, reverse("idea_change", args=[idea.pk]), **given(version="1"))
    idea.refresh_from_db()
    assert idea.state(today()) == IdeaState.OPEN
    wall = client_of(None).get(reverse("wall", args=[token])).content.decode()
    assert "Fika på museet" in wall


def test_a_proposal_is_not_taken_up(team: Team, coach: User) -> None:
    idea = make_proposal(team)
    send(coach, reverse("idea_close", args=[idea.pk]), version="1")
    idea.refresh_from_db()
    assert idea.state(today()) == IdeaState.CLOSED
    send(coach, reverse("idea_reopen", args=[idea.pk]), version="2")
    idea.refresh_from_db()
    assert idea.state(today()) == IdeaState.PROPOSED


def test_two_who_change_at_once_overwrite_nothing(team: Team, coach: User, colleague: User) -> None:
    idea = make_idea(team)
    url = reverse("idea_change", args=[idea.pk])
    send(coach, url, **given(title="Den första", version="1"))
    response = send(colleague, url, **given(title="Den andra", version="1"))
    assert sentences(response)["__all__"]
    assert "Den första" in response.content.decode()
    assert send(colleague, reverse("idea_close", args=[idea.pk]), version="1").status_code == 302
    idea.refresh_from_db()
    assert (idea.title, idea.closed_on) == ("Den första", None)


def test_states_in_the_database_and_of_a_row_are_the_same(team: Team, kind: GroupKind) -> None:
    day = today()
    group = Group.objects.create(team=team, kind=kind, name="Grupp", starts_on=day)
    make_proposal(team)
    make_proposal(team, closed_on=day)
    make_idea(team)
    make_idea(team, last_on=day)
    make_idea(team, last_on=day - timedelta(days=1))
    make_idea(team, closed_on=day)
    make_idea(team, group=group, became_group_on=day)
    for state in IdeaState:
        found = set(Idea.objects.filter(in_states([state], day)))
        assert found == {each for each in Idea.objects.all() if each.state(day) == state}
        assert found


def test_the_list_filters_sorts_and_is_swapped_in(team: Team, coach: User) -> None:
    few, many = make_idea(team, title="Få"), make_idea(team, title="Många")
    make_idea(team, title="Stängd", closed_on=today())
    make_sign_up(many)
    url = reverse("ideas")
    rows = client_of(coach).get(url, {"sort": "-signed"}).context["rows"]
    assert [each.title for each in rows] == [many.title, few.title]
    assert [each.numbers for each in rows] == ["1 av 2", "0 av 2"]
    [closed] = client_of(coach).get(url, {"state": "closed"}).context["rows"]
    assert closed.title == "Stängd"
    part = client_of(coach).get(url, headers={"HX-Request": "true"}).content.decode()
    assert part.strip() in client_of(coach).get(url).content.decode()


def test_one_that_has_enough_stays_in_the_list_when_its_last_day_has_gone(
    team: Team, coach: User
) -> None:
    make_idea(team, title="För få", last_on=date(2026, 1, 3))
    enough = make_idea(team, title="Räcker", enough=1, last_on=date(2026, 1, 3))
    make_sign_up(enough)
    rows = client_of(coach).get(reverse("ideas")).context["rows"]
    assert [each.title for each in rows] == ["Räcker"]


def test_lists_ask_as_often_for_many_as_for_few(
    team: Team, coach: User, django_assert_max_num_queries: Any
) -> None:
    for number in range(30):
        idea = make_idea(team, title=f"Idé {number}")
        make_sign_up(idea, episode=make_episode(make_participant(team)))
    for page in (reverse("ideas"), reverse("idea", args=[idea.pk])):
        client = client_of(coach)
        with django_assert_max_num_queries(14):
            assert client.get(page).status_code == 200


def test_strangers_see_nothing_of_it(team: Team, stranger: User) -> None:
    idea = make_idea(team)
    assert client_of(stranger).get(reverse("ideas")).context["rows"] == []
    assert client_of(stranger).get(reverse("idea", args=[idea.pk])).status_code == 404
    url = reverse("idea_new") + f"?raised={make_raised(make_day(team)).pk}"
    assert client_of(stranger).get(url).status_code == 404
    assert client_of(stranger).get(reverse("idea_new") + "?raised=x").status_code == 404


def test_what_was_raised_becomes_an_interest_list(team: Team, coach: User) -> None:
    raised = make_raised(make_day(team))
    url = f"{reverse('idea_new')}?raised={raised.pk}"
    assert client_of(coach).get(url).context["form"]["title"].value() == raised.text
    send(coach, url, **given())
    raised.refresh_from_db()
    assert (raised.came_of, raised.idea) == ("idea", Idea.objects.get())
    assert sentences(send(coach, url, **given()))["__all__"]
    assert Idea.objects.count() == 1
