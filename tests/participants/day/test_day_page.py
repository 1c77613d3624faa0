"""The day: whom one meets, what is due of one's own and of the team, who waits."""

from collections.abc import Callable
from datetime import date, timedelta

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext

from samspel.accounts.models import User
from samspel.figures.period import shift_months
from samspel.organisation.models import Team
from samspel.participants.absences.models import Absence
from samspel.participants.day.board import SHOWN
from samspel.participants.follow_ups.models import FollowUp
from samspel.participants.notes.models import Note
from samspel.participants.plans.models import Goal, GoalStep
from samspel.participants.referrals.models import ReferralForm
from samspel.participants.visits.models import Visit
from tests.participants.day.conftest import MORNING, TODAY, on_trial, waiting
from tests.people import make_episode, make_participant

ClientOf = Callable[[User | None], Client]


def shown_to(user: User, client_of: ClientOf, query: str = "") -> str:
    return client_of(user).get(f"/{query}").content.decode()


def due_names(user: User, client_of: ClientOf, query: str = "") -> list[str]:
    """Who stands in the list of what is due, in its order."""
    board = client_of(user).get(f"/{query}").context["board"]
    return [
        line.case.name if line.case else line.due.text
        for group in board.groups
        for line in group.lines
    ]


def test_a_coach_sees_what_is_due_of_ones_own_and_can_see_the_teams(
    team: Team, coach: User, colleague: User, client_of: ClientOf
) -> None:
    mine = on_trial(team, "Prövotid", coach)
    on_trial(team, "Kollegans", colleague, in_days=1)
    make_episode(make_participant(team, family_name="Mellantid"), coach=coach, trial_ends_on=None)
    page = shown_to(coach, client_of)
    assert f"/participants/{mine.participant_id}/" in page
    assert "Besluta om prövotiden" in page
    assert "2025-06-18" in page
    assert "Kollegans" not in page
    assert "Alva Mellantid" not in due_names(coach, client_of, "?kind=trial_ends")
    team_names = due_names(coach, client_of, "?whose=team&kind=trial_ends")
    assert team_names == ["Alva Kollegans", "Alva Prövotid"]
    page = shown_to(coach, client_of, "?whose=team")
    assert "Robin Kollega" in page


def test_both_views_say_how_much_is_due(
    team: Team, coach: User, colleague: User, client_of: ClientOf
) -> None:
    on_trial(team, "Min", coach, in_days=10)
    for _number in range(2):
        on_trial(team, "Kollegans", colleague, in_days=10)
    views = client_of(coach).get("/").context["board"].views
    assert [(view.number, view.is_current) for view in views] == [(1, True), (3, False)]


def test_a_leader_without_own_cases_begins_with_the_teams(
    team: Team, coach: User, leader: User, client_of: ClientOf
) -> None:
    on_trial(team, "Annans", coach)
    page = shown_to(leader, client_of)
    assert "Alva Annans" in page
    assert "Kim Handledare" in page
    assert due_names(leader, client_of, "?whose=mine") == []


def test_what_is_due_stands_in_groups_and_only_the_pressing_is_coloured(
    team: Team, coach: User, client_of: ClientOf
) -> None:
    for days in (-3, 0, 2, 9):
        on_trial(team, f"Om {days}", coach, in_days=days)
    page = client_of(coach).get("/?kind=trial_ends")
    groups = page.context["board"].groups
    assert [(group.when, group.is_pressing) for group in groups] == [
        ("overdue", True),
        ("today", True),
        ("week", False),
        ("later", False),
    ]
    marked = [f'is-due">{TODAY + timedelta(days=days)}' for days in (-3, 0, 2, 9)]
    assert [each in page.content.decode() for each in marked] == [True, True, False, False]


def test_many_of_a_kind_are_folded(team: Team, coach: User, client_of: ClientOf) -> None:
    for number in range(SHOWN + 3):
        on_trial(team, f"Person {number}", coach, in_days=10)
    assert len(due_names(coach, client_of)) == SHOWN
    assert "3 till" in shown_to(coach, client_of)
    assert len(due_names(coach, client_of, "?all=yes")) == SHOWN + 3


def test_the_part_is_the_one_of_a_reload(team: Team, coach: User, client_of: ClientOf) -> None:
    on_trial(team, "Min", coach)
    client = client_of(coach)
    for query in ("/", "/?whose=team", "/?kind=trial_ends", "/?kind=visit&all=yes"):
        part = client.get(query, headers={"HX-Request": "true"}).content.decode()
        assert part.strip().startswith('<div id="day">')
        assert part.strip() in client.get(query).content.decode()


@pytest.mark.parametrize("query", ["?whose=x", "?kind=x", "?kind=' OR 1=1", "?all=-1"])
def test_an_address_that_makes_no_sense_is_the_day(
    team: Team, coach: User, client_of: ClientOf, query: str
) -> None:
    on_trial(team, "Min", coach)
    assert due_names(coach, client_of, query) == due_names(coach, client_of)


def test_whom_one_meets_today_comes_first_in_order_of_time(
    team: Team, coach: User, client_of: ClientOf
) -> None:
    booked = {"team": team, "booked_at": MORNING, "given_name": "Hemligt"}
    Visit.objects.create(starts_at=MORNING + timedelta(hours=3), **booked)
    Visit.objects.create(starts_at=MORNING, **booked)
    Visit.objects.create(starts_at=MORNING + timedelta(days=1), **booked)
    board = client_of(coach).get("/").context["board"]
    assert [f"{line.due.at:%H:%M}" for line in board.meetings] == ["09:30", "12:30"]
    assert [group.when for group in board.groups] == ["week"]
    assert "Vilka du möter i dag" in shown_to(coach, client_of)


def test_drafts_are_told_to_their_author_only(
    team: Team, coach: User, colleague: User, client_of: ClientOf
) -> None:
    episode = make_episode(make_participant(team), coach=colleague, trial_ends_on=None)
    Note.objects.create(
        episode=episode, author=coach, on=TODAY, text="x", begun_at=MORNING, changed_at=MORNING
    )
    query = "?whose=mine&kind=draft"
    assert due_names(coach, client_of, query) == ["Alva Exempel"]
    assert "note" not in [
        line.due.kind
        for group in client_of(colleague).get("/?all=yes").context["board"].groups
        for line in group.lines
    ]
    assert "signerad" not in shown_to(colleague, client_of, "?whose=team&all=yes")


def test_whoever_stands_in_has_the_others_day(
    team: Team, coach: User, colleague: User, client_of: ClientOf
) -> None:
    on_trial(team, "Bortas", coach)
    assert due_names(colleague, client_of, "?whose=mine") == []
    Absence.objects.create(
        team=team, coach=coach, substitute=colleague, first_on=TODAY, last_on=TODAY
    )
    assert "Alva Bortas" in due_names(colleague, client_of, "?whose=mine")
    assert "för Kim Handledare" in shown_to(colleague, client_of)


def test_referrals_wait_for_an_answer(
    team: Team, coach: User, stranger: User, client_of: ClientOf
) -> None:
    form = ReferralForm.objects.create(
        team=team,
        given_name="Bo",
        family_name="Remitterad",
        begun_at=MORNING,
        sent_at=MORNING - timedelta(days=4),
    )
    page = shown_to(coach, client_of)
    assert "Bo Remitterad" in page
    assert "4 dagar" in page
    assert "Bo Remitterad" not in shown_to(stranger, client_of)
    form.answered_at, form.is_accepted = MORNING, True
    form.save()
    assert "Bo Remitterad" not in shown_to(coach, client_of)


def test_the_longest_in_the_queue_come_first(
    team: Team, coach: User, colleague: User, client_of: ClientOf
) -> None:
    for number in range(SHOWN + 2):
        waiting(team, "Kö", days=number)
    waiting(team, "Kollegans", days=500, coach=colleague)
    waiting(team, "Min", days=400, coach=coach)
    mine = client_of(coach).get("/").context["board"].waiting
    assert [case.days for case in mine] == [400, *range(SHOWN + 1, 2, -1)]
    teams = client_of(coach).get("/?whose=team").context["board"].waiting
    assert [case.days for case in teams][:2] == [500, 400]


def test_the_name_of_a_protected_person_is_never_shown(
    team: Team, coach: User, client_of: ClientOf
) -> None:
    episode = on_trial(team, "Hemlig", coach, protection="marked")
    assert due_names(coach, client_of) == []
    episode.participant.named_staff.add(coach)
    page = shown_to(coach, client_of)
    assert "Hemlig" not in page
    assert f"Skyddad identitet {episode.case_number}" in page


def test_another_teams_people_are_not_there(
    team: Team, coach: User, stranger: User, client_of: ClientOf
) -> None:
    on_trial(team, "Främmande", None)
    waiting(team, "Främmande", days=3)
    Visit.objects.create(team=team, starts_at=MORNING, booked_at=MORNING)
    for query in ("", "?whose=team"):
        board = client_of(stranger).get(f"/{query}").context["board"]
        assert (board.groups, board.meetings, board.waiting) == ([], [], [])
        assert "Främmande" not in shown_to(stranger, client_of, query)


def test_the_day_of_many_cases_takes_few_queries(
    team: Team, coach: User, client_of: ClientOf
) -> None:
    for number in range(40):
        on_trial(team, f"Person {number}", coach, in_days=number - 20)
    client = client_of(coach)
    with CaptureQueriesContext(connection) as queries:
        client.get("/?whose=team")
    assert len(queries) <= 17


def test_a_booked_follow_up_is_met_at_its_time(
    team: Team, coach: User, client_of: ClientOf
) -> None:
    enrolled = shift_months(TODAY, -3)
    person = make_participant(team, family_name="Bokad")
    episode = make_episode(person, referred_on=enrolled, enrolled_on=enrolled, coach=coach)
    FollowUp.objects.create(
        episode=episode, due_on=TODAY, booked_for=MORNING, form="visit", booked_at=MORNING
    )
    board = client_of(coach).get("/").context["board"]
    assert [(f"{line.due.at:%H:%M}", line.case.name) for line in board.meetings] == [
        ("09:30", "Alva Bokad")
    ]
    assert "Alva Bokad" not in due_names(coach, client_of, "?kind=follow_up")


def test_of_what_is_late_the_weightier_comes_first(
    team: Team, coach: User, client_of: ClientOf
) -> None:
    episode = on_trial(team, "Plan", coach, in_days=30)
    goal = Goal.objects.create(episode=episode, title="x", set_on=date(2025, 1, 1))
    GoalStep.objects.create(goal=goal, what="Ringa", due_on=date(2025, 1, 2))
    on_trial(team, "Beslut", coach, in_days=-1)
    assert due_names(coach, client_of)[:2] == ["Alva Beslut", "Alva Plan"]


def test_a_check_after_closing_is_told_where_the_team_asks(
    team: Team, coach: User, client_of: ClientOf
) -> None:
    closed = shift_months(TODAY, -6)
    person = make_participant(team, family_name="Avslutad")
    enrolled = date(2024, 1, 8)
    make_episode(
        person,
        referred_on=enrolled,
        enrolled_on=enrolled,
        closed_on=closed,
        outcome="work",
        coach=coach,
    )
    assert due_names(coach, client_of, "?whose=mine") == []
    team.checks_after_closing = True
    team.save()
    assert due_names(coach, client_of, "?whose=mine") == ["Alva Avslutad"]
