"""An idea becomes a group: once, of enough, with those who are known."""

from datetime import date
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
    done = start(coach, idea, kind)
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
