"""Cases in every stage, and a check of who is refused."""

from collections.abc import Callable
from datetime import date
from typing import Any

import pytest
from django.test import Client

from samspel.accounts.models import LogEntry, User
from samspel.organisation.models import Team
from samspel.participants.models import Episode
from tests.people import client_of, make_episode, make_participant

REFUSED = ("stranger", "steering_member", "officer", "administrator")


@pytest.fixture
def visited(team: Team) -> Episode:
    """Someone who came to a study visit and has no referral yet."""
    return make_episode(
        make_participant(team), study_visit_on=date(2025, 1, 7), referred_on=None, enrolled_on=None
    )


@pytest.fixture
def queued(team: Team) -> Episode:
    return make_episode(make_participant(team), referred_by="region", enrolled_on=None)


@pytest.fixture
def enrolled(team: Team) -> Episode:
    return make_episode(make_participant(team), referred_by="region")


@pytest.fixture
def closed(team: Team) -> Episode:
    person = make_participant(team)
    return make_episode(person, closed_on=date(2025, 3, 1), outcome="work", referred_by="region")


@pytest.fixture
def only_the_team_may(request: pytest.FixtureRequest) -> Callable[[str], None]:
    """Checks that a page is there for the team's coaches, and for nobody else."""

    def check(url: str) -> None:
        for who in ("coach", "colleague", "leader"):
            client = client_of(request.getfixturevalue(who))
            assert client.get(url).status_code == 200, who
        for who in REFUSED:
            client = client_of(request.getfixturevalue(who))
            assert client.get(url).status_code == 404, who
            assert client.post(url, {}).status_code == 404, who
        assert client_of(None).get(url)["Location"].startswith("/accounts/login/")

    return check


def sentences(response: Any) -> dict[str, list[str]]:
    """What a form that came back says, by field; ``__all__`` stands over the form."""
    assert response.status_code == 200
    return {name: list(errors) for name, errors in response.context["form"].errors.items()}


def send(user: User, url: str, **values: Any) -> Any:
    """What the page answers to a filled-in form."""
    client: Client = client_of(user)
    return client.post(url, {name: value for name, value in values.items() if value is not None})


def told(act: str) -> LogEntry:
    """The one entry of the access log about ``act``."""
    return LogEntry.objects.get(act=act)


HOSTILE = (
    "",
    " ",
    "\0",
    "a\0b",
    "0001-01-01",
    "9999-12-31",
    "2025-02-31",
    "99999-01-01",
    "-1",
    "1e400",
    "NaN",
    "' OR 1=1 --",
    "<script>alert(1)</script>",
    "{{ 7 }}{% now 'Y' %}",
    "é\u202e\ud7ff🙂",
    "٢٠٢٥-٠١-٠١",
    "x" * 20_000,
)
"""What nobody should be able to break a form with."""
