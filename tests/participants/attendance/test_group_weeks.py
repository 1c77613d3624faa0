"""The weeks of a group as its page shows them."""

from datetime import date

import pytest
from django.db import connection
from django.template import Context, Template
from django.test import RequestFactory
from django.test.utils import CaptureQueriesContext

from samspel.accounts.models import User
from samspel.organisation.models import Team
from samspel.participants.attendance.group_weeks import group_weeks
from samspel.participants.attendance.models import Attendance
from samspel.participants.groups.models import Group
from samspel.participants.models import Episode
from tests.participants.attendance.sessions import join, make_group, make_session
from tests.participants.trial.conftest import FIRST, TODAY
from tests.people import make_episode, make_participant

MONDAYS = (date(2025, 2, 10), date(2025, 2, 17), date(2025, 2, 24), date(2025, 3, 3))


def record(group: Group, episode: Episode, *presences: str) -> None:
    """One presence for each of the Mondays; empty is none."""
    for day, presence in zip(MONDAYS, presences, strict=True):
        if presence:
            Attendance.objects.create(
                episode=episode,
                session=group.sessions.get(on=day),
                on=day,
                presence=presence,
                recorded_at="2025-03-03T08:00:00Z",
            )


@pytest.fixture
def group(team: Team, other_team: Team) -> Group:
    group = make_group(team, other_team)
    for day in MONDAYS:
        make_session(group, day)
    return group


def test_members_and_guests_stand_week_by_week(
    team: Team, other_team: Team, coach: User, group: Group, on_trial: Episode
) -> None:
    guest = make_episode(make_participant(team, family_name="Gäst"), enrolled_on=FIRST)
    theirs = make_episode(make_participant(other_team), enrolled_on=FIRST)
    join(group, on_trial, theirs)
    record(group, on_trial, "present", "absent", "excused", "")
    record(group, guest, "", "digital", "", "")
    record(group, theirs, "present", "present", "absent", "present")
    weeks = group_weeks(group, coach, [team], TODAY)
    assert weeks.numbers == [5, 6, 7, 8, 9, 10]
    assert [(each.name, each.is_guest) for each in weeks.people] == [
        ("Alva Exempel", False),
        ("Alva Gäst", True),
    ]
    member, other = weeks.people
    states = [cell.css for cell in member.cells]
    assert states == ["is-none", "is-none", "is-came", "is-away", "is-excused", "is-unrecorded"]
    assert (member.weeks_without, member.is_long_away) == (2, True)
    assert [cell.css for cell in other.cells].count("is-came") == 1
    assert (weeks.tally.came, weeks.tally.recorded) == (2, 4)
    assert [(each.tally.came, each.tally.percent) for each in weeks.others] == [(3, 75)]


def test_who_came_this_week_is_not_away(
    team: Team, coach: User, group: Group, on_trial: Episode
) -> None:
    join(group, on_trial)
    record(group, on_trial, "absent", "absent", "absent", "digital")
    assert group_weeks(group, coach, [team], TODAY).people[0].weeks_without == 0


def test_the_part_for_the_groups_page(
    rf: RequestFactory, team: Team, coach: User, group: Group, on_trial: Episode
) -> None:
    join(group, on_trial)
    request = rf.get("/")
    request.user = coach
    template = Template("{% load attendance %}{% group_attendance group %}")
    with CaptureQueriesContext(connection) as queries:
        text = template.render(Context({"request": request, "group": group}))
    assert "Alva Exempel" in text
    assert len(queries) <= 9
