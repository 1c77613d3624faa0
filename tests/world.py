"""Everybody and everything that addresses are tried with, made at once for many tests.

The tests of one module share it where each only looks, or takes back what it did.
"""

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from typing import Any

from django.conf import settings
from django.db import transaction
from django.test import Client
from django.urls import reverse

from samspel.accounts.models import User
from samspel.organisation.models import Team
from tests import people
from tests.about_the_code.url_table import ROLES, Row
from tests.things import make_things


@dataclass(frozen=True)
class World:
    """A team, each role's user (the keys are `ROLES`), and one of each thing by its name."""

    team: Team
    users: dict[str, User | None]
    things: dict[str, Any]
    sessions: dict[str, str]
    """The session of each role that is signed in."""

    def url(self, row: Row) -> str:
        """The address of the row, filled with the things that it names."""
        return reverse(
            row.name, kwargs={name: self.things[thing] for name, thing in row.args.items()}
        )

    def client(self, role: str) -> Client:
        """A new browser in which the role is signed in; every middleware runs."""
        client = Client()
        if role in self.sessions:
            client.cookies[settings.SESSION_COOKIE_NAME] = self.sessions[role]
        return client


def make_world() -> World:
    """An association with two teams, a person of every role, and one of each thing."""
    association = people.make_association()
    team = people.make_team("Team Väster", association, slug="team-vaster")
    other = people.make_team("Team Öster", association, slug="team-oster")
    place = {"officer": association, "stranger": other}
    users: dict[str, User | None] = {
        who: people.make_somebody(who, place.get(who, team)) for who in people.MEMBERS
    }
    users |= {"administrator": people.make_administrator(), "nobody": None}
    assert set(users) == set(ROLES)
    coach = users["coach"]
    assert coach is not None
    sessions = {
        role: people.client_of(user).cookies[settings.SESSION_COOKIE_NAME].value
        for role, user in users.items()
        if user is not None
    }
    return World(team, users, make_things(team, coach), sessions)


@contextmanager
def passing_world() -> Iterator[World]:
    """A world in a transaction that is taken back; tests inside it have theirs as savepoints."""
    with transaction.atomic():
        yield make_world()
        transaction.set_rollback(True)
