"""A day in spring, a group that two teams share, and people of both in it."""

from datetime import date
from typing import Any

import pytest
from django.test import Client

from samspel.accounts.actor import Actor
from samspel.accounts.models import User
from samspel.accounts.roles import Role
from samspel.organisation.models import Team
from samspel.participants.groups.models import Group, Sharing
from samspel.participants.models import Episode
from tests import people
from tests.participants.groups.made import make_group, make_member
from tests.people import client_of

TODAY = date(2025, 4, 21)
"""Easter Monday, a Monday."""
TUESDAY = date(2025, 4, 22)


@pytest.fixture(autouse=True)
def _today(settings: Any) -> None:
    settings.SAMSPEL_TODAY = TODAY


@pytest.fixture
def by(coach: User) -> Actor:
    return Actor(coach, "192.0.2.1")


@pytest.fixture
def as_coach(coach: User) -> Client:
    return client_of(coach)


@pytest.fixture
def as_leader(leader: User) -> Client:
    return client_of(leader)


@pytest.fixture
def as_stranger(stranger: User) -> Client:
    """A coach of the other team."""
    return client_of(stranger)


@pytest.fixture
def other_leader(other_team: Team) -> User:
    return people.make_member("Orvar Ledare", Role.TEAM_LEADER, other_team)


@pytest.fixture
def group(team: Team) -> Group:
    """The team's own group."""
    return make_group(team, name="Skogsgruppen", place="Vindskyddet")


@pytest.fixture
def alva(team: Team) -> Episode:
    """Enrolled in the team."""
    person = people.make_participant(team, given_name="Alvina", family_name="Granqvist")
    return people.make_episode(person)


@pytest.fixture
def olle(other_team: Team) -> Episode:
    """Enrolled in the other team."""
    person = people.make_participant(other_team, given_name="Ossian", family_name="Tallgren")
    return people.make_episode(person)


@pytest.fixture
def sharing(group: Group, other_team: Team) -> Sharing:
    """The other team takes part."""
    return Sharing.objects.create(group=group, team=other_team, from_on=date(2025, 4, 1))


@pytest.fixture
def shared(group: Group, sharing: Sharing, alva: Episode, olle: Episode) -> Group:
    """The group, with somebody of each of its two teams in it."""
    make_member(group, alva)
    make_member(group, olle, from_on=date(2025, 4, 2))
    return group
