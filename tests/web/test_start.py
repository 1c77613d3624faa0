"""The page after signing in: each role meets what is theirs, and nobody what is not."""

from collections.abc import Callable
from datetime import date, timedelta
from typing import Any

import pytest
from django.test import Client

from samspel.accounts.models import User
from samspel.organisation.models import Team
from samspel.participants.models import Episode
from samspel.report.models import Report
from samspel.web.day import teams_today
from tests.people import make_episode, make_participant

ClientOf = Callable[[User | None], Client]
TODAY = date(2025, 6, 16)


@pytest.fixture(autouse=True)
def _today(settings: Any) -> None:
    settings.SAMSPEL_TODAY = TODAY


def waiting(team: Team, name: str, days: int, **fields: object) -> Episode:
    """Somebody who has stood in the queue for ``days``."""
    person = make_participant(team, family_name=name)
    referred = TODAY - timedelta(days=days)
    return make_episode(person, referred_on=referred, enrolled_on=None, **fields)


def shown_to(user: User, client_of: ClientOf, query: str = "") -> str:
    return client_of(user).get(f"/{query}").content.decode()


def test_the_numbers_are_the_figures_and_lead_to_their_cases(
    team: Team, coach: User, client_of: ClientOf
) -> None:
    make_episode(make_participant(team), enrolled_on=date(2025, 3, 1))
    make_episode(make_participant(team), referred_on=None, enrolled_on=date(2023, 3, 1))
    waiting(team, "Tre", days=3)
    (standing,) = teams_today([team], TODAY)
    assert {key: figure.n for key, figure in standing.figures.items()} == {
        "enrolled_at_end": 2,
        "in_queue_at_end": 1,
        "newly_enrolled": 1,
        "closed_to_result": 0,
    }
    page = shown_to(coach, client_of)
    assert "/reports/figures/team-vaster/2025-01-01..2025-06-16/enrolled_at_end/" in page


def test_reports_are_for_those_who_may_see_figures(
    team: Team, other_team: Team, officer: User, steering_member: User, client_of: ClientOf
) -> None:
    for each in (team, other_team):
        Report.objects.create(team=each, start=date(2024, 1, 1), end=date(2024, 12, 31))
    page = shown_to(steering_member, client_of)
    assert f">{team.name}</a>" in page
    assert other_team.name not in page
    assert other_team.name in shown_to(officer, client_of)


@pytest.mark.parametrize("role", ["steering_member", "officer", "administrator"])
@pytest.mark.parametrize("query", ["", "?whose=team"])
def test_who_does_no_casework_meets_no_participants(
    role: str, query: str, team: Team, coach: User, client_of: ClientOf,
    request: pytest.FixtureRequest,
) -> None:  # fmt: skip
    make_episode(make_participant(team, family_name="Namngiven"), coach=coach)
    waiting(team, "Namngiven", days=3)
    client = client_of(request.getfixturevalue(role))
    for headers in ({}, {"HX-Request": "true"}):
        page = client.get(f"/{query}", headers=headers).content.decode()
        assert "Namngiven" not in page
        assert "Längst i kön" not in page


def test_an_administrator_meets_the_accounts(administrator: User, client_of: ClientOf) -> None:
    assert "/accounts/users/" in shown_to(administrator, client_of)


def test_an_empty_team_is_told_what_will_stand_here(
    team: Team, coach: User, client_of: ClientOf
) -> None:
    page = shown_to(coach, client_of)
    assert "två veckor i förväg" in page
    assert "Ingen väntar" in page
    assert "Skapa en rapport" in page
    assert "Uppdrag som skickas till teamet väntar här" in page


def test_somebody_without_a_role_is_told_whom_to_ask(db: None, client_of: ClientOf) -> None:
    nobody = User.objects.create_user("ny@example.org", name="Ny")
    assert "Du har ingen roll än" in shown_to(nobody, client_of)
