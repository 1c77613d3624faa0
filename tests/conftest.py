"""An association with two teams, a person of every role, and a stranger from the other team."""

import gc
from collections.abc import Callable, Iterator
from typing import Any

import pytest
from django.db import connection
from django.test import Client, TransactionTestCase
from pytest_django import DjangoDbBlocker

from samspel.accounts import append_only
from samspel.accounts.models import User
from samspel.organisation.models import Association, Team
from tests import emptying, people
from tests.things import make_things
from tests.triggers import AFTER_MIGRATIONS, triggers

_NEW_BEFORE_LOOKING = 50_000


def pytest_collection_finish() -> None:
    """Look for garbage seldom, and never among the thousands of tests, which stay to the end."""
    gc.collect()
    gc.freeze()
    gc.set_threshold(_NEW_BEFORE_LOOKING, 20, 50)


@pytest.fixture(scope="session")
def django_db_setup(django_db_setup: None, django_db_blocker: DjangoDbBlocker) -> Iterator[None]:
    """Let tests that commit empty the tables after themselves, which the log's triggers forbid.

    `tests/accounts/test_log.py` puts them back for itself.
    """
    with django_db_blocker.unblock():
        AFTER_MIGRATIONS.update(triggers())
        append_only.remove_head_triggers(connection)
        append_only.remove_triggers(connection)
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(TransactionTestCase, "_fixture_teardown", emptying.empty)
        yield
    with django_db_blocker.unblock():
        end_other_sessions()


def end_other_sessions() -> None:
    """A browser's last request may still hold its connection when the database is to be dropped."""
    if connection.vendor == "postgresql":
        with connection.cursor() as cursor:
            cursor.execute(
                "SELECT pg_terminate_backend(pid) FROM pg_stat_activity"
                " WHERE datname = current_database() AND pid <> pg_backend_pid()"
            )


@pytest.fixture
def association(db: None) -> Association:
    return people.make_association()


@pytest.fixture
def team(association: Association) -> Team:
    return people.make_team("Team Väster", association, slug="team-vaster")


@pytest.fixture
def other_team(association: Association) -> Team:
    return people.make_team("Team Öster", association, slug="team-oster")


@pytest.fixture
def coach(team: Team) -> User:
    """A coach of the team, lent by the municipality."""
    return people.make_somebody("coach", team)


@pytest.fixture
def colleague(team: Team) -> User:
    """A coach of the same team, lent by another agency."""
    return people.make_somebody("colleague", team)


@pytest.fixture
def leader(team: Team) -> User:
    return people.make_somebody("leader", team)


@pytest.fixture
def steering_member(team: Team) -> User:
    return people.make_somebody("steering_member", team)


@pytest.fixture
def officer(association: Association) -> User:
    return people.make_somebody("officer", association)


@pytest.fixture
def administrator(db: None) -> User:
    return people.make_administrator()


@pytest.fixture
def stranger(other_team: Team) -> User:
    """A coach of the other team."""
    return people.make_somebody("stranger", other_team)


@pytest.fixture
def client_of() -> Callable[[User | None], Client]:
    """Signs a user in: ``client_of(coach).get("/")``; None is somebody not signed in."""
    return people.client_of


@pytest.fixture
def things(team: Team, coach: User) -> dict[str, Any]:
    """One of each thing that an address can name."""
    return make_things(team, coach)
