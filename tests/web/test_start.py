"""The day first: each role meets what is theirs, and nobody what is not."""

from collections.abc import Callable
from datetime import date, timedelta

import pytest
from django.test import Client

from samspel.accounts.models import User
from samspel.figures.period import shift_months
from samspel.organisation.models import Team
from samspel.participants.models import Episode
from samspel.report.models import Report
from samspel.web import start
from samspel.web.day import SHOWN, coming_due, longest_in_queue, teams_today
from tests.people import make_episode, make_participant

ClientOf = Callable[[User | None], Client]
TODAY = date(2025, 6, 15)


@pytest.fixture(autouse=True)
def _today(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(start, "today", lambda _request: TODAY)


def waiting(team: Team, name: str, days: int, **fields: object) -> Episode:
    """Somebody who has stood in the queue for ``days``."""
    person = make_participant(team, family_name=name)
    referred = TODAY - timedelta(days=days)
    return make_episode(person, referred_on=referred, enrolled_on=None, **fields)


def enrolled(team: Team, name: str, months: int, coach: User | None, **person: object) -> Episode:
    """Somebody enrolled ``months`` before the day after tomorrow."""
    participant = make_participant(team, family_name=name, **person)
    on = shift_months(TODAY + timedelta(days=2), -months)
    return make_episode(participant, referred_on=on, enrolled_on=on, coach=coach)


def shown_to(user: User, client_of: ClientOf) -> str:
    return client_of(user).get("/").content.decode()


def test_a_coach_sees_what_is_due_of_ones_own(
    team: Team, coach: User, colleague: User, client_of: ClientOf
) -> None:
    mine = enrolled(team, "Prövotid", 2, coach)
    enrolled(team, "Uppföljning", 3, coach)
    enrolled(team, "Kollegans", 3, colleague)
    enrolled(team, "Mellantid", 5, coach)
    page = shown_to(coach, client_of)
    assert f"/participants/{mine.participant_id}/" in page
    assert "Prövotiden går ut" in page
    assert "Alva Uppföljning" in page
    assert "2025-06-17" in page
    assert "Kollegans" not in page
    assert "Mellantid" not in page


def test_a_leader_sees_what_is_due_in_the_team_and_whose_it_is(
    team: Team, coach: User, leader: User, client_of: ClientOf
) -> None:
    enrolled(team, "Annans", 3, coach)
    page = shown_to(leader, client_of)
    assert "Alva Annans" in page
    assert "Kim Handledare" in page


def test_what_is_past_is_told_for_a_week(team: Team, coach: User) -> None:
    enrolled(team, "Nyss", 3, coach)
    (due,) = coming_due(coach, TODAY + timedelta(days=5))
    assert due.is_past
    assert coming_due(coach, TODAY + timedelta(days=10)) == []


def test_the_longest_in_the_queue_come_first(team: Team, coach: User, colleague: User) -> None:
    for number in range(SHOWN + 2):
        waiting(team, "Kö", days=number)
    waiting(team, "Kollegans", days=500, coach=colleague)
    waiting(team, "Min", days=400, coach=coach)
    days = [each.days for each in longest_in_queue(coach, TODAY)]
    assert days == [400, *range(SHOWN + 1, 2, -1)]


def test_the_name_of_a_protected_person_is_never_shown(
    team: Team, coach: User, client_of: ClientOf
) -> None:
    episode = enrolled(team, "Hemlig", 3, coach, protection="marked")
    assert coming_due(coach, TODAY) == []
    episode.participant.named_staff.add(coach)
    page = shown_to(coach, client_of)
    assert "Hemlig" not in page
    assert "Skyddad identitet" in page


def test_another_teams_people_are_not_there(
    team: Team, coach: User, stranger: User, client_of: ClientOf
) -> None:
    enrolled(team, "Främmande", 3, None)
    waiting(team, "Främmande", days=3)
    assert "Främmande" not in shown_to(stranger, client_of)


def test_the_numbers_are_the_figures_and_lead_to_their_cases(
    team: Team, coach: User, client_of: ClientOf
) -> None:
    enrolled(team, "Ett", 3, coach)
    enrolled(team, "Två", 20, coach)
    waiting(team, "Tre", days=3)
    (standing,) = teams_today([team], TODAY)
    assert {key: figure.n for key, figure in standing.figures.items()} == {
        "enrolled_at_end": 2,
        "in_queue_at_end": 1,
        "newly_enrolled": 1,
        "closed_to_result": 0,
    }
    page = shown_to(coach, client_of)
    assert "/reports/figures/team-vaster/2025-01-01..2025-06-15/enrolled_at_end/" in page


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
def test_who_does_no_casework_meets_no_participants(
    role: str, team: Team, coach: User, client_of: ClientOf, request: pytest.FixtureRequest
) -> None:
    enrolled(team, "Namngiven", 3, coach)
    waiting(team, "Namngiven", days=3)
    page = shown_to(request.getfixturevalue(role), client_of)
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


def test_somebody_without_a_role_is_told_whom_to_ask(db: None, client_of: ClientOf) -> None:
    nobody = User.objects.create_user("ny@example.org", name="Ny")
    assert "Du har ingen roll än" in shown_to(nobody, client_of)
