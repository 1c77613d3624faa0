"""A person's page costs at most fifteen queries, however much there is to tell."""

from datetime import date, datetime, timedelta

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse
from django.utils import timezone

from samspel.accounts.models import User
from samspel.organisation.models import Team, TeamReferrer
from samspel.participants.attendance.models import Attendance
from samspel.participants.closings.check import ClosingCheck
from samspel.participants.closings.statement import Statement
from samspel.participants.consents.models import Consent, EnrolmentMeeting
from samspel.participants.follow_ups.models import FollowUp
from samspel.participants.models import Episode
from samspel.participants.notes.models import Note, NoteCorrection, Objection
from samspel.participants.plans.models import Goal, GoalStep, Scale, ScalePoint
from samspel.participants.trial.models import TrialDecision
from samspel.participants.visits.models import Visit
from tests.participants.person.weekly import make_weekly
from tests.people import client_of, make_episode, make_participant

MOST = 15
TEN = range(10)


def queries_of(user: User, episode: Episode, **query: str) -> list[str]:
    """The queries of the page; where a transaction begins and ends is none."""
    client = client_of(user)
    address = reverse("participant", args=[episode.participant_id])
    client.get(address)
    with CaptureQueriesContext(connection) as captured:
        assert client.get(address, query).status_code == 200
    marks = ("SAVEPOINT", "RELEASE SAVEPOINT", "BEGIN", "COMMIT")
    return [each["sql"] for each in captured if not each["sql"].startswith(marks)]


@pytest.fixture
def today() -> date:
    return timezone.localdate()


def make_full(team: Team, coach: User, today: date, **dates: date | None) -> Episode:
    """Somebody with ten of each thing that a case can hold."""
    TeamReferrer.objects.get_or_create(team=team, code="church", title="Kyrkan")
    episode = make_episode(make_participant(team), coach=coach, referred_by="church", **dates)
    now = timezone.now()
    days = [today - timedelta(days=day) for day in TEN]
    make_weekly(episode, days, now)
    EnrolmentMeeting.objects.create(episode=episode, held_on=today)
    notes = [make_note(episode, coach, day, now, signed_at=now) for day in days]
    for note, day in zip(notes, days, strict=True):
        make_note(episode, coach, day, now)
        make_note(episode, coach, day, now, thrown_at=now)
        NoteCorrection.objects.create(note=note, text="Nej", author=coach, written_at=now)
        Objection.objects.create(
            episode=episode, note=note, on=day, text="Nej", recorded_by=coach, recorded_at=now
        )
        Attendance.objects.create(episode=episode, on=day, recorded_by=coach, recorded_at=now)
        TrialDecision.objects.create(
            episode=episode, decision="continue", decided_on=day, decided_by=coach
        )
        make_more(episode, day, today, now)
    return episode


def make_note(episode: Episode, author: User, on: date, now: datetime, **fields: datetime) -> Note:
    times = {"begun_at": now, "changed_at": now}
    return Note.objects.create(episode=episode, author=author, on=on, text="Ja", **times, **fields)


def make_more(episode: Episode, day: date, today: date, now: datetime) -> None:
    ahead = today + (today - day)
    Consent.objects.create(
        episode=episode,
        party=f"Part {day}",
        first_on=day,
        last_on=ahead,
        given="oral",
        recorded_at=now,
    )
    FollowUp.objects.create(episode=episode, due_on=day, held_on=day)
    goal = Goal.objects.create(episode=episode, title=f"Mål {day}", set_on=day)
    GoalStep.objects.create(goal=goal, what="Ringa", due_on=ahead)
    scale = Scale.objects.create(episode=episode, text=f"Skala {day}")
    ScalePoint.objects.create(scale=scale, on=day, value=5, entered_on=day)
    Visit.objects.create(
        team=episode.team, starts_at=now, booked_at=now, came="came", episode=episode
    )


@pytest.mark.parametrize("stage", ["trial", "active", "closing"])
def test_somebody_enrolled_with_ten_of_each(
    coach: User, team: Team, today: date, stage: str
) -> None:
    ends = today + timedelta(days=30 if stage == "trial" else -30)
    episode = make_full(
        team,
        coach,
        today,
        enrolled_on=today - timedelta(days=60),
        trial_ends_on=ends,
        closing_begun_on=today - timedelta(days=40) if stage == "closing" else None,
    )
    found = queries_of(coach, episode)
    assert len(found) <= MOST, "\n".join(found)


def test_somebody_closed_with_ten_of_each(coach: User, team: Team, today: date) -> None:
    team.checks_after_closing = True
    team.save()
    closed = today - timedelta(days=190)
    dates = {"enrolled_on": closed - timedelta(days=90), "closed_on": closed}
    episode = make_full(team, coach, today, **dates, outcome="work")
    Statement.objects.create(
        episode=episode, signed_on=today, signed_by=coach, changed_at=timezone.now()
    )
    for months in TEN:
        ClosingCheck.objects.create(episode=episode, months=months, done_on=today, reached="no")
    assert len(queries_of(coach, episode)) <= MOST


def test_many_cases_take_as_many_queries_as_one(
    coach: User, colleague: User, enrolled: Episode
) -> None:
    few = queries_of(coach, enrolled)
    for year in range(2015, 2024):
        make_episode(
            enrolled.participant,
            referred_on=date(year, 1, 1),
            enrolled_on=date(year, 2, 1),
            closed_on=date(year, 9, 1),
            outcome="work",
            coach=colleague,
        )
    assert len(queries_of(coach, enrolled)) == len(few)


def test_a_part_costs_less_than_the_page(coach: User, enrolled: Episode) -> None:
    client = client_of(coach)
    address = reverse("participant", args=[enrolled.participant_id])
    page = queries_of(coach, enrolled)
    with CaptureQueriesContext(connection) as part:
        client.get(address, {"kind": "note"}, headers={"HX-Request": "true"})
    assert len(part) < len(page)
