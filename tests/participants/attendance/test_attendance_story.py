"""The weeks in which one came, on the timeline and in the closing statement."""

from datetime import date, time

import pytest

from samspel.organisation.models import Team
from samspel.participants.attendance.models import Attendance
from samspel.participants.attendance.rows import DAY, attendance_rows
from samspel.participants.attendance.story import ATTENDANCE
from samspel.participants.closings.record import stay_record
from samspel.participants.groups.models import Group, Session
from samspel.participants.models import Episode
from samspel.participants.timeline import events_of
from tests.participants.attendance.sessions import make_group, make_session
from tests.participants.trial.conftest import TODAY, came


def attend(episode: Episode, session: Session, presence: str) -> None:
    Attendance.objects.create(
        episode=episode,
        session=session,
        on=session.on,
        presence=presence,
        recorded_at="2025-03-05T08:00:00Z",
    )


@pytest.fixture
def weeks(team: Team, on_trial: Episode) -> Group:
    """Week 7: twice to the forest, once on a day; week 8: a single activity; week 9: excused."""
    group = make_group(team)
    for day, presence in (
        (date(2025, 2, 10), "present"),
        (date(2025, 2, 12), "digital"),
        (date(2025, 2, 24), "excused"),
    ):
        attend(on_trial, make_session(group, day), presence)
    came(on_trial, date(2025, 2, 12))
    coffee = make_group(team, name="Fikat")
    attend(on_trial, make_session(coffee, date(2025, 2, 11)), "present")
    visit = Session.objects.create(
        team=team,
        kind=group.kind,
        title="Studiebesök",
        on=date(2025, 2, 17),
        at=time(9),
        ends_at=time(10),
    )
    attend(on_trial, visit, "present")
    return group


@pytest.mark.usefixtures("weeks")
def test_a_week_is_one_line_and_says_what_one_came_to(on_trial: Episode) -> None:
    found = list(events_of([ATTENDANCE], [on_trial.pk], today=TODAY))
    assert [(each.on.isoformat(), each.title, each.detail) for each in found] == [
        ("2025-02-17", "Kom vecka 8", "Studiebesök"),
        ("2025-02-12", "Kom vecka 7", "Fikat, Skogsgruppen"),
    ]


@pytest.mark.usefixtures("weeks")
def test_the_closing_statement_counts_each_day_once(on_trial: Episode) -> None:
    days = [each.isoformat() for each in stay_record(on_trial, TODAY).came]
    assert days == ["2025-02-10", "2025-02-11", "2025-02-12", "2025-02-17"]


def test_rows_for_figures_say_what_it_was_to(team: Team, weeks: Group, on_trial: Episode) -> None:
    rows = attendance_rows(team, date(2025, 2, 28))
    first, last = rows[0], rows[-1]
    session = weeks.sessions.order_by("on")[0]
    assert (first.episode, first.kind) == (on_trial.case_number, "skogsgrupp")
    assert (first.session, first.group) == (str(session.pk), str(weeks.pk))
    assert (last.on, last.presence) == (date(2025, 2, 24), "excused")
    assert [(each.session, each.group) for each in rows if each.kind == DAY] == [("", "")]
    assert [each.presence.value for each in rows].count("excused") == 1
    assert len(attendance_rows(team, date(2025, 2, 11))) == 2


def test_nobody_stayed_away_from_a_session_that_was_cancelled(
    team: Team, weeks: Group, on_trial: Episode
) -> None:
    until = date(2025, 2, 28)
    before = attendance_rows(team, until)
    assert before[-1].presence == "excused"
    Session.objects.filter(pk=before[-1].session).update(cancelled_because="Storm")
    assert attendance_rows(team, until) == before[:-1]
