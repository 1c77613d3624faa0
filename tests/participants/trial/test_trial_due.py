"""What the trial period asks for, and when it stops asking."""

from datetime import UTC, date, datetime, timedelta

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from samspel.accounts.models import User
from samspel.organisation.models import Team
from samspel.participants.attendance.models import Attendance
from samspel.participants.models import Episode
from samspel.participants.trial.due import trial_dues
from samspel.participants.trial.models import TrialDecision
from samspel.participants.trial.part import trial_part
from tests.participants.attendance.sessions import join, make_group, make_session
from tests.participants.trial.conftest import ENDS, FIRST, LONG_AGO, TODAY, came
from tests.people import make_episode, make_participant


def told(episode: Episode, today: date) -> list[str]:
    return [f"{each.on} {each.kind}" for each in trial_dues([episode], today)]


@pytest.mark.parametrize(
    ("today", "asked"),
    [
        (ENDS - timedelta(days=15), False),
        (ENDS - timedelta(days=14), True),
        (ENDS, True),
        (ENDS + timedelta(days=60), True),
        (ENDS + timedelta(days=61), False),
    ],
)
def test_a_decision_is_asked_for_around_the_end(
    on_trial: Episode, today: date, asked: bool
) -> None:
    assert told(on_trial, today) == (["2025-04-03 trial_ends"] if asked else [])
    part = trial_part(on_trial, today)
    assert part is not None
    assert part.awaits_decision is asked


def test_going_on_settles_it_and_prolonging_does_not(on_trial: Episode) -> None:
    made = TrialDecision.objects.create(
        episode=on_trial, decision="prolong", decided_on=TODAY, until=ENDS, reason="x"
    )
    assert told(on_trial, ENDS) == ["2025-04-03 trial_ends"]
    made.decision, made.until = "continue", None
    made.save()
    assert told(on_trial, ENDS) == []


@pytest.mark.parametrize(
    "dates",
    [
        {"enrolled_on": None},
        {"enrolled_on": FIRST, "trial_ends_on": None},
        {"enrolled_on": FIRST, "closing_begun_on": TODAY},
        {"enrolled_on": FIRST, "closed_on": TODAY, "outcome": "work"},
    ],
)
def test_nobody_else_is_decided_on(team: Team, dates: dict[str, date]) -> None:
    assert told(make_episode(make_participant(team), **dates), ENDS) == []


@pytest.fixture
def recording(team: Team) -> Episode:
    """Somebody else of the team came, so that the team is one that records it."""
    other = make_episode(make_participant(team), **LONG_AGO)
    came(other, TODAY - timedelta(days=1))
    return other


def test_two_weeks_without_coming_are_told(on_trial: Episode, recording: Episode) -> None:
    assert told(on_trial, FIRST + timedelta(days=40)) == ["2025-02-17 no_attendance"]
    came(on_trial, date(2025, 2, 19))
    assert told(on_trial, TODAY - timedelta(days=1)) == []
    assert told(on_trial, TODAY) == ["2025-03-05 no_attendance"]


def test_a_team_that_records_nothing_is_asked_nothing(on_trial: Episode) -> None:
    assert told(on_trial, FIRST + timedelta(days=40)) == []


def test_a_team_that_has_stopped_recording_is_asked_nothing(
    on_trial: Episode, recording: Episode
) -> None:
    on_trial.trial_ends_on = TODAY + timedelta(days=90)
    last, after = TODAY + timedelta(days=58), TODAY + timedelta(days=59)
    assert told(on_trial, last) == ["2025-03-17 no_attendance"]
    assert told(on_trial, after) == []


def test_after_the_trial_only_those_who_used_to_come_are_missed(
    team: Team, recording: Episode
) -> None:
    never = make_episode(make_participant(team), **LONG_AGO)
    used_to = make_episode(make_participant(team), **LONG_AGO)
    came(used_to, TODAY - timedelta(days=14))
    assert told(never, TODAY) == []
    assert told(used_to, TODAY) == ["2025-03-05 no_attendance"]
    assert told(used_to, TODAY + timedelta(days=46)) == []


def test_whoever_is_in_a_group_that_meets_is_missed_from_joining_it_on(
    team: Team, recording: Episode
) -> None:
    group, member = make_group(team), make_episode(make_participant(team), **LONG_AGO)
    join(group, member, from_on=TODAY - timedelta(days=14))
    assert told(member, TODAY) == []
    make_session(group, TODAY - timedelta(days=13), cancelled_because="Storm")
    assert told(member, TODAY) == []
    session = make_session(group, TODAY - timedelta(days=13))
    assert told(member, TODAY - timedelta(days=1)) == []
    assert told(member, TODAY) == ["2025-03-05 no_attendance"]
    about = {"episode": member, "on": session.on, "recorded_at": datetime.now(UTC)}
    record = Attendance.objects.create(session=session, presence="excused", **about)
    assert told(member, TODAY) == ["2025-03-05 no_attendance"]
    record.presence = "digital"
    record.save()
    assert told(member, TODAY) == []


def test_all_is_asked_in_one_query(team: Team, recording: Episode) -> None:
    episodes = [make_episode(make_participant(team), enrolled_on=FIRST) for _number in range(5)] + [
        recording
    ]
    with CaptureQueriesContext(connection) as queries:
        found = list(trial_dues(episodes, ENDS - timedelta(days=1)))
    assert len(queries) == 1
    assert len(found) == 11
    with CaptureQueriesContext(connection) as none:
        assert list(trial_dues([], ENDS)) == []
    assert len(none) == 0


def test_the_persons_part_costs_one_query(on_trial: Episode, coach: User) -> None:
    came(on_trial, date(2025, 2, 3), TODAY)
    with CaptureQueriesContext(connection) as queries:
        part = trial_part(on_trial, TODAY)
    assert len(queries) == 1
    assert part is not None
    assert (part.came_today, part.last_came, part.away_since) == (True, TODAY, None)
    assert [mark.css for mark in part.marks][:5] == [
        "is-came",
        "is-missed",
        "is-missed",
        "is-missed",
        "is-came",
    ]


def test_who_is_not_enrolled_has_no_part(team: Team) -> None:
    assert trial_part(make_episode(make_participant(team), enrolled_on=None), TODAY) is None


def test_long_after_the_trial_only_attendance_is_shown(team: Team) -> None:
    part = trial_part(make_episode(make_participant(team), **LONG_AGO), TODAY)
    assert part is not None
    assert (part.marks, part.ends_on, part.may_decide, part.away_since) == ([], None, False, None)
