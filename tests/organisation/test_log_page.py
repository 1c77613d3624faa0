"""Who reviews which part of the access log."""

from datetime import UTC, datetime

import pytest
from django.db import transaction
from django.urls import reverse

from samspel.accounts.actor import Actor
from samspel.accounts.log import log
from samspel.accounts.models import User
from samspel.organisation.models import Team
from tests.people import client_of


@pytest.fixture
def entries(coach: User, stranger: User, team: Team, other_team: Team) -> None:
    with transaction.atomic():
        log(by=Actor(coach), act="opened", subject="participant:1", team_id=team.pk)
        log(by=Actor(stranger), act="opened", subject="participant:2", team_id=other_team.pk)
        log(by=Actor(coach), act="signed_in", subject=f"user:{coach.pk}")
        log(
            by=Actor(coach),
            act="closed",
            subject="episode:1",
            team_id=team.pk,
            at=datetime(2020, 1, 1, tzinfo=UTC),
        )


def shown(user: User, **query: object) -> list[tuple[str, str]]:
    rows = client_of(user).get(reverse("log"), query).context["rows"]
    return [(row.who, row.number) for row in rows]


def test_a_leader_sees_the_own_team_only(leader: User, coach: User, entries: None) -> None:
    assert shown(leader) == [(coach.name, "1")]
    assert shown(leader, days="all") == [(coach.name, "1"), (coach.name, "1")]


def test_an_administrator_sees_accounts_and_no_casework(
    administrator: User, coach: User, entries: None
) -> None:
    assert shown(administrator) == [(coach.name, str(coach.pk))]


@pytest.mark.parametrize("who", ["coach", "colleague", "steering_member", "officer", "stranger"])
def test_nobody_else_sees_it(request: pytest.FixtureRequest, entries: None, who: str) -> None:
    user = request.getfixturevalue(who)
    assert client_of(user).get(reverse("log")).status_code == 404


def test_filters_and_order(leader: User, coach: User, entries: None) -> None:
    assert shown(leader, days="all", act="closed") == [(coach.name, "1")]
    assert shown(leader, days="all", who=coach.pk) == [(coach.name, "1")] * 2
    assert shown(leader, days="1", act="closed") == []
    assert shown(leader, days="all", sort="act") == shown(leader, days="all", sort="when")


def test_odd_queries_fall_back(leader: User, entries: None) -> None:
    for query in ({"who": "'; DROP"}, {"days": "-1"}, {"page": "9" * 30}, {"sort": "password"}):
        assert client_of(leader).get(reverse("log"), query).status_code == 200
