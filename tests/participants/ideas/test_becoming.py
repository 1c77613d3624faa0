"""An idea becomes a group: once, of enough, with those who are known."""

import re
from datetime import date, timedelta
from typing import Any

import pytest
from django.urls import reverse

from samspel.accounts.models import User
from samspel.organisation.models import Team
from samspel.pages.today import now, today
from samspel.participants.groups.models import Group, GroupKind
from samspel.participants.ideas.models import Idea
from samspel.participants.models import Episode
from tests.participants.conftest import send, sentences, told
from tests.participants.ideas.made import (
    MADE_ON,
    make_idea,
    make_sign_up,
    make_wall,
)
from tests.people import client_of, make_episode, make_participant


@pytest.fixture
def kind(team: Team) -> GroupKind:
    return GroupKind.objects.create(team=team, code="traff", title="Träffpunkt")


def start(user: User, idea: Idea, kind: GroupKind, **values: Any) -> Any:
    url = reverse("idea_group", args=[idea.pk])
    about = {"kind": kind.pk, "name": "Cykelgruppen", "starts_on": today().isoformat()}
    return send(user, url, **about | {"version": str(idea.version)} | values)


def test_enough_become_a_group_with_the_known_ones(
    team: Team, coach: User, enrolled: Episode, kind: GroupKind
) -> None:
    token, idea = make_wall(team, now()), make_idea(team)
    make_sign_up(idea, name="Okänd")
    left = make_episode(make_participant(team), closed_on=date(2025, 6, 1), outcome="work")
    for episode in (enrolled, left):
        make_sign_up(idea, episode=episode)
    done = start(coach, idea, kind, shown=[str(enrolled.pk)])
    group = Group.objects.get()
    assert done["Location"] == reverse("group", args=[group.pk])
    assert [each.episode for each in group.members.all()] == [enrolled]
    assert (group.name, group.purpose) == ("Cykelgruppen", idea.text)
    idea.refresh_from_db()
    assert (idea.group, idea.became_group_on) == (group, today())
    assert told("idea_became_group").details == {"group": str(group.pk)}
    wall = client_of(None).get(reverse("wall", args=[token])).content.decode()
    assert "Cykelgruppen" in wall
    shown = client_of(None).get(reverse("wall_idea", args=[token, idea.pk]))
    assert "Cykelgruppen" in shown.content.decode()
    assert '<form method="post"' not in shown.content.decode()


def test_a_group_is_made_once_and_only_of_enough(
    team: Team, coach: User, colleague: User, kind: GroupKind
) -> None:
    idea = make_idea(team)
    make_sign_up(idea)
    assert sentences(start(coach, idea, kind))["__all__"]
    make_sign_up(idea)
    start(coach, idea, kind)
    assert sentences(start(colleague, idea, kind, name="En till"))["__all__"]
    assert sentences(start(colleague, idea, kind, name="En till", version="2"))["__all__"]
    assert Group.objects.count() == 1


def test_a_group_that_cannot_be_started_so_leaves_the_idea(
    team: Team, other_team: Team, coach: User, kind: GroupKind
) -> None:
    idea = make_idea(team, enough=1)
    make_sign_up(idea)
    theirs = GroupKind.objects.create(team=other_team, code="x", title="Annat")
    assert list(sentences(start(coach, idea, theirs))) == ["kind"]
    Group.objects.create(team=team, kind=kind, name="Cykelgruppen", starts_on=today())
    assert sentences(start(coach, idea, kind))
    idea.refresh_from_db()
    assert idea.group is None


def test_without_kinds_of_groups_the_page_says_what_to_do(team: Team, coach: User) -> None:
    page = client_of(coach).get(reverse("idea_group", args=[make_idea(team).pk]))
    assert 'class="empty"' in page.content.decode()


def test_the_page_names_who_becomes_a_member_on_the_first_day(
    team: Team, coach: User, kind: GroupKind
) -> None:
    soon = today() + timedelta(days=10)
    starting, staying, leaving = (
        make_episode(make_participant(team, given_name=name), referred_on=None, **dates)
        for name, dates in (
            ("Börjar", {"enrolled_on": today() + timedelta(days=5)}),
            ("Stannar", {"enrolled_on": today()}),
            ("Slutar", {"enrolled_on": MADE_ON, "closed_on": today(), "outcome": "work"}),
        )
    )
    idea = make_idea(team)
    for episode in (starting, staying, leaving):
        make_sign_up(idea, episode=episode)
    make_sign_up(idea, name="Okända Olga")
    url = reverse("idea_group", args=[idea.pk])
    now_joining = client_of(coach).get(url).context["joining"]
    assert (now_joining.on, now_joining.episodes) == (today(), [staying])
    page = client_of(coach).get(url, {"starts_on": soon.isoformat()})
    joining = page.context["joining"]
    assert set(joining.episodes) == {starting, staying}
    assert [each.episode for each in joining.not_enrolled] == [leaving]
    assert [each.name for each in joining.unknown] == ["Okända Olga"]
    text = page.content.decode()
    for said in ("Börjar Exempel", "Inte inskrivna den dagen", "Slutar Exempel", "Okända Olga"):
        assert said in text
    part = client_of(coach).get(
        url, {"starts_on": soon.isoformat()}, headers={"HX-Request": "true"}
    )
    assert part.content.decode().strip() in text
    assert "<form" not in part.content.decode()


def test_nobody_becomes_a_member_who_was_not_shown(
    team: Team, coach: User, enrolled: Episode, kind: GroupKind
) -> None:
    late = make_episode(
        make_participant(team), referred_on=None, enrolled_on=today() + timedelta(days=5)
    )
    idea, soon = make_idea(team), (today() + timedelta(days=10)).isoformat()
    for episode in (enrolled, late):
        make_sign_up(idea, episode=episode)
    shown = [str(enrolled.pk), "x"]
    refused = start(coach, idea, kind, starts_on=soon, shown=shown)
    assert "Titta på vilka som blir medlemmar" in refused.content.decode()
    assert set(refused.context["joining"].episodes) == {enrolled, late}
    assert not Group.objects.exists()
    both = re.findall(r'name="shown" form="becoming" value="([^"]+)"', refused.content.decode())
    start(coach, idea, kind, starts_on=soon, shown=both)
    assert {each.episode for each in Group.objects.get().members.all()} == {enrolled, late}


@pytest.mark.parametrize(
    ("starts", "ends", "said", "unsaid"),
    [
        (3, None, "Den börjar", "Den har börjat"),
        (0, None, "Den har börjat", "Den börjar"),
        (-9, 0, "Den har börjat", "Den börjar"),
        (-9, -1, "som har slutat", "Den börjar"),
    ],
)
def test_the_wall_says_of_a_group_what_is_true_today(
    team: Team, kind: GroupKind, starts: int, ends: int | None, said: str, unsaid: str
) -> None:
    group = Group.objects.create(
        team=team,
        kind=kind,
        name="Cykelgruppen",
        starts_on=today() + timedelta(days=starts),
        ends_on=None if ends is None else today() + timedelta(days=ends),
    )
    token = make_wall(team, now())
    idea = make_idea(team, group=group, became_group_on=today())
    for url in (reverse("wall", args=[token]), reverse("wall_idea", args=[token, idea.pk])):
        page = client_of(None).get(url).content.decode()
        assert said in page
        assert unsaid not in page
