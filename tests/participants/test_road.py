"""The road from all records to the figures: which queries, and what is there by which day."""

from collections.abc import Callable
from contextlib import AbstractContextManager
from datetime import UTC, date, datetime

import pytest

from samspel.figures import work_codes
from samspel.figures.events import ATTENDANCES, FOLLOW_UPS, SCHEMAS, SCORES
from samspel.figures.period import parse_period
from samspel.organisation.models import Team
from samspel.participants.attendance.attendance import CAME
from samspel.participants.attendance.models import Attendance
from samspel.participants.employers.employer import EmployerKind
from samspel.participants.follow_ups.models import FollowUp
from samspel.participants.placements.purpose import Outcome, Purpose
from samspel.participants.road import READERS, EventFrames, every_figure_of
from samspel.participants.scores.instrument import Instrument
from tests.people import make_episode, make_participant

Queries = Callable[[int], AbstractContextManager[object]]
NOW = datetime(2026, 1, 2, tzinfo=UTC)
YEAR = parse_period("2025")


@pytest.fixture
def meetings(team: Team, other_team: Team) -> None:
    """One stay in each team: a follow-up held late and a day of attendance in each month."""
    for each in (team, other_team):
        days = {"referred_on": date(2025, 1, 2), "enrolled_on": date(2025, 1, 15)}
        case = make_episode(make_participant(each), case_number="2025-001", **days)
        due, held = date(2025, 4, 15), date(2025, 5, 20)
        FollowUp.objects.create(episode=case, due_on=due, held_on=held)
        for month in (2, 3, 4):
            on = date(2025, month, 1)
            Attendance.objects.create(episode=case, on=on, recorded_at=NOW)


@pytest.mark.usefixtures("meetings")
def test_the_frames_have_what_was_by_a_day(team: Team) -> None:
    frames = EventFrames(team, date(2025, 5, 1))
    assert {name: dict(one.schema) for name, one in frames.items()} == SCHEMAS
    assert frames[FOLLOW_UPS].rows() == [("2025-001", date(2025, 4, 15), None, False)]
    assert frames[ATTENDANCES]["on"].to_list() == [date(2025, month, 1) for month in (2, 3, 4)]
    assert set(frames[ATTENDANCES]["kind"]) == {"day"}
    by_march = EventFrames(team, date(2025, 3, 1))
    assert (by_march[FOLLOW_UPS].height, by_march[ATTENDANCES].height) == (0, 2)


@pytest.mark.parametrize("name", list(READERS))
def test_a_frame_is_read_when_it_is_asked_for_and_once(
    team: Team, django_assert_num_queries: Queries, name: str
) -> None:
    with django_assert_num_queries(0):
        frames = EventFrames(team, YEAR.end)
        assert name in frames
        assert "nothing" not in frames
        assert frames.get("nothing") is None
    with django_assert_num_queries(2 if name in (FOLLOW_UPS, SCORES) else 1):
        assert frames[name].height == 0
        assert frames[name] is frames[name]


@pytest.mark.usefixtures("meetings")
def test_events_are_read_only_when_asked_for(
    team: Team, django_assert_num_queries: Queries
) -> None:
    with django_assert_num_queries(1):
        found = every_figure_of(team, YEAR)
        assert found.count("enrolled_at_end").n == 1
    with django_assert_num_queries(2):
        assert found.count("follow_ups_due").n == 3
    with django_assert_num_queries(1):
        assert found.count("came").n == 1
        assert found.episode_ids("attendance_days") == ["2025-001"]
        assert found.count("weeks_attended.gender.woman").n == 3
        assert found.mean("days_to_first_activity").raw == ((17, 1),)


@pytest.mark.django_db(transaction=True)
def test_outside_transactions_the_frames_are_kept_until_the_team_changes(
    team: Team, django_assert_num_queries: Queries
) -> None:
    case = make_episode(make_participant(team), enrolled_on=date(2025, 1, 15))
    assert every_figure_of(team, YEAR).count("came").n == 0
    assert every_figure_of(team, YEAR).count("follow_ups_due").n == 3
    with django_assert_num_queries(0):
        assert every_figure_of(team, YEAR).count("follow_ups_due").n == 3
        assert every_figure_of(team, YEAR).count("came").n == 0
    Attendance.objects.create(episode=case, on=date(2025, 2, 1), recorded_at=NOW)
    assert every_figure_of(team, YEAR).count("came").n == 0
    team.touch()
    team.refresh_from_db()
    assert every_figure_of(team, YEAR).count("came").n == 1


def test_the_records_and_the_figures_have_the_same_codes() -> None:
    assert set(work_codes.CAME) == set(CAME)
    assert work_codes.OUTCOME_RATING == Instrument.ORS
    for codes, choices in (
        (work_codes.EMPLOYER_KINDS, EmployerKind),
        (work_codes.PURPOSES, Purpose),
        (work_codes.PLACEMENT_OUTCOMES, Outcome),
    ):
        assert [each.code for each in codes] == choices.values
