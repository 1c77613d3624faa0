"""What is due of ended cases, who comes next when nobody comes today, and an earlier day."""

from datetime import date, timedelta
from typing import Any

from samspel.accounts.models import User
from samspel.organisation.models import Team
from samspel.participants.notes.models import Note
from samspel.participants.plans.models import Goal, GoalStep
from samspel.participants.referrals.models import ReferralForm
from samspel.participants.visits.models import Visit
from tests.participants.day.conftest import MORNING, TODAY, waiting
from tests.participants.day.test_day_page import ClientOf, due_names, shown_to
from tests.people import make_episode, make_participant


def test_a_draft_is_not_forgotten_when_the_case_ends(
    team: Team, coach: User, client_of: ClientOf
) -> None:
    ended = {"closed_on": TODAY - timedelta(days=3), "outcome": "work"}
    episode = make_episode(make_participant(team), coach=coach, trial_ends_on=None, **ended)
    goal = Goal.objects.create(episode=episode, title="Sova", set_on=date(2025, 3, 1))
    GoalStep.objects.create(goal=goal, what="Ringa", due_on=date(2025, 4, 1))
    assert due_names(coach, client_of) == []
    Note.objects.create(
        episode=episode, author=coach, on=TODAY, text="x", begun_at=MORNING, changed_at=MORNING
    )
    assert due_names(coach, client_of, "?whose=mine") == ["Alva Exempel"]
    assert client_of(coach).get("/").context["board"].has_cases is False


def test_nobody_today_is_said_with_who_comes_next(
    team: Team, coach: User, client_of: ClientOf
) -> None:
    booked = {"team": team, "booked_at": MORNING, "given_name": "Ida", "family_name": "Ek"}
    Visit.objects.create(starts_at=MORNING + timedelta(days=1), **booked)
    page = shown_to(coach, client_of)
    assert "Ingen är bokad i dag." in page
    first, _rest = page.split("Det här är på gång", 1)
    assert "Ida Ek" in first
    assert "2025-06-17 09:30" in first


def test_a_day_that_has_been_shows_nothing_that_came_later(
    team: Team, coach: User, client_of: ClientOf, settings: Any
) -> None:
    settings.SAMSPEL_TODAY = TODAY - timedelta(days=100)
    waiting(team, "Senare", 30, coach=coach)
    ReferralForm.objects.create(team=team, given_name="Sen", begun_at=MORNING, sent_at=MORNING)
    visit = {"team": team, "booked_at": MORNING, "starts_at": MORNING, "given_name": "Sist"}
    Visit.objects.create(**visit)
    for page in ("/", "/my-participants/"):
        text = client_of(coach).get(page).content.decode()
        for name in ("Senare", "Sen<", "Sist"):
            assert name not in text, (page, name)
