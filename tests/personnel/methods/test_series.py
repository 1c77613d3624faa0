"""Series of team meetings: what is laid out, what stays, what is refused."""

from collections.abc import Callable
from datetime import UTC, date, datetime, time, timedelta
from typing import Any

import pytest
from django.core.exceptions import ValidationError
from django.test import Client
from django.urls import reverse

from samspel.accounts.actor import Actor
from samspel.accounts.models import LogEntry, User
from samspel.organisation.models import Agency, Association, Team
from samspel.personnel.methods.keeping_series import (
    SeriesPlan,
    add_series,
    change_series,
    remove_series,
)
from samspel.personnel.methods.laying_out import AHEAD, lay_out
from samspel.personnel.methods.models import (
    MeetingAgency,
    MeetingKind,
    TeamMeeting,
    TeamMeetingSeries,
)
from samspel.personnel.methods.rounds import lay_out_meetings
from samspel.records.versions import ChangedMeanwhileError
from tests.personnel.methods.conftest import TODAY
from tests.personnel.methods.made import make_meeting, make_series


def plan(team: Team, **changed: Any) -> SeriesPlan:
    given = {
        "kind": "Ärendemöte",
        "rhythm": "weekly",
        "weekday": 3,
        "at": time(9),
        "ends_at": time(11),
        "first_on": TODAY,
        "agencies": tuple(team.agencies.all()),
    }
    return SeriesPlan(**given | changed)


def days(team: Team) -> list[date]:
    return list(TeamMeeting.objects.filter(team=team).values_list("on", flat=True))


def test_meetings_are_laid_out_some_weeks_ahead(team: Team, by: Actor) -> None:
    series = add_series(team=team, plan=plan(team), today=TODAY, by=by)
    found = days(team)
    assert found[0] == TODAY
    assert found[-1] == TODAY + AHEAD
    assert {day.weekday() for day in found} == {3}
    assert MeetingAgency.objects.filter(meeting__team=team).count() == 2 * len(found)
    assert LogEntry.objects.filter(subject=f"meeting_series:{series.pk}").count() == 1


def test_no_meeting_falls_on_a_public_holiday(team: Team, by: Actor) -> None:
    first = date(2025, 4, 24)
    add_series(team=team, plan=plan(team, first_on=first), today=date(2025, 5, 20), by=by)
    found = days(team)
    assert date(2025, 5, 1) not in found  # International Workers' Day
    assert date(2025, 5, 29) not in found  # Ascension Day
    assert {date(2025, 4, 24), date(2025, 5, 8)} <= set(found)


def test_once_a_month_keeps_to_the_week_of_the_month(team: Team, by: Actor) -> None:
    monthly = plan(team, rhythm="monthly", first_on=date(2025, 6, 12))
    add_series(team=team, plan=monthly, today=TODAY, by=by)
    assert days(team) == [date(2025, 6, 12), date(2025, 7, 10), date(2025, 8, 14)]


def test_laying_out_again_changes_nothing(team: Team, by: Actor) -> None:
    series = add_series(team=team, plan=plan(team), today=TODAY, by=by)
    before = days(team)
    assert lay_out(series=series, start=TODAY, today=TODAY) == 0
    assert days(team) == before


def test_the_daily_round_goes_on_laying_out(team: Team, by: Actor) -> None:
    add_series(team=team, plan=plan(team), today=TODAY, by=by)
    later = TODAY + timedelta(weeks=2)
    lay_out_meetings(later, datetime(2025, 6, 26, tzinfo=UTC))
    assert days(team)[-1] == later + AHEAD


def test_a_time_at_which_the_team_meets_already_is_left_out(team: Team, by: Actor) -> None:
    make_meeting(team, TODAY)
    add_series(team=team, plan=plan(team), today=TODAY, by=by)
    assert days(team).count(TODAY) == 1


def test_what_has_been_stays_and_what_is_ahead_is_laid_out_anew(team: Team, by: Actor) -> None:
    first = TODAY - timedelta(weeks=1)
    series = add_series(team=team, plan=plan(team, first_on=first), today=TODAY, by=by)
    told = series.meetings.filter(on__gt=TODAY).first()
    assert told is not None
    told.minutes = "Vi planerade hösten."
    told.save()
    moved = plan(team, first_on=first, weekday=1)
    change_series(series=series, version=1, plan=moved, today=TODAY, by=by)
    found = days(team)
    assert [day for day in found if day <= TODAY] == [first, TODAY]
    ahead = [day for day in found if day > TODAY]
    assert told.on in ahead
    assert {day.weekday() for day in ahead if day != told.on} == {1}


def test_a_series_that_ends_has_no_meeting_after_its_last_day(team: Team, by: Actor) -> None:
    series = add_series(team=team, plan=plan(team), today=TODAY, by=by)
    ended = plan(team, last_on=TODAY + timedelta(weeks=1))
    change_series(series=series, version=1, plan=ended, today=TODAY, by=by)
    assert days(team) == [TODAY, TODAY + timedelta(weeks=1)]


def test_a_last_day_that_is_said_afterwards_takes_the_meetings_after_it_away(
    team: Team, by: Actor
) -> None:
    first = TODAY - timedelta(weeks=4)
    series = add_series(team=team, plan=plan(team, first_on=first), today=TODAY, by=by)
    told = series.meetings.get(on=TODAY - timedelta(weeks=1))
    told.expected.update(came=True)
    ended = plan(team, first_on=first, last_on=TODAY - timedelta(weeks=3))
    change_series(series=series, version=1, plan=ended, today=TODAY, by=by)
    # 29 May, on which the team does not meet, is Ascension Day.
    assert days(team) == [first, TODAY - timedelta(weeks=3), told.on]


def test_a_series_entered_by_mistake_is_removed_with_its_meetings(
    team: Team, coach: User, by: Actor, client_of: Callable[[User | None], Client]
) -> None:
    add_series(team=team, plan=plan(team, at=time(13), ends_at=time(14)), today=TODAY, by=by)
    kept = days(team)
    series = add_series(team=team, plan=plan(team, first_on=date(2021, 1, 7)), today=TODAY, by=by)
    client = client_of(coach)
    page = client.get(reverse("meeting_series", args=[team.slug, series.pk])).content.decode()
    url = reverse("meeting_series_remove", args=[team.slug, series.pk])
    assert url in page
    client.post(url, {"version": "1"})
    assert days(team) == kept
    assert LogEntry.objects.filter(act="meeting_series_removed").count() == 1


def test_a_series_is_not_removed_when_something_is_recorded_of_a_meeting(
    team: Team, by: Actor
) -> None:
    series = add_series(team=team, plan=plan(team), today=TODAY, by=by)
    before = days(team)
    TeamMeeting.objects.filter(on=TODAY).update(cancelled_because="Sjukdom")
    with pytest.raises(ValidationError):
        remove_series(series=series, version=1, by=by)
    assert days(team) == before
    assert TeamMeetingSeries.objects.filter(pk=series.pk).exists()


def test_a_series_that_has_ended_can_still_be_corrected(
    team: Team,
    coach: User,
    steering_member: User,
    client_of: Callable[[User | None], Client],
) -> None:
    series = make_series(team, last_on=TODAY - timedelta(days=1))
    overview = reverse("working_methods", args=[team.slug])
    link = reverse("meeting_series", args=[team.slug, series.pk])
    assert link in client_of(coach).get(overview).content.decode()
    assert link not in client_of(steering_member).get(overview).content.decode()


def test_a_kind_is_the_same_however_its_letters_are_written(team: Team, by: Actor) -> None:
    add_series(team=team, plan=plan(team), today=TODAY, by=by)
    add_series(team=team, plan=plan(team, kind="ÄRENDEMÖTE", at=time(7)), today=TODAY, by=by)
    assert MeetingKind.objects.filter(team=team).count() == 1


@pytest.mark.parametrize(
    ("changed", "field"),
    [
        ({"ends_at": time(9)}, "ends_at"),
        ({"kind": ""}, "kind_title"),
        ({"first_on": date(1925, 6, 12)}, "first_on"),
        ({"last_on": date(2025, 6, 11)}, "last_on"),
    ],
)
def test_what_makes_no_sense_is_told_at_its_field(
    team: Team, by: Actor, changed: dict[str, Any], field: str
) -> None:
    with pytest.raises(ValidationError) as refused:
        add_series(team=team, plan=plan(team, **changed), today=TODAY, by=by)
    assert list(refused.value.message_dict) == [field]
    assert not TeamMeeting.objects.exists()


def test_an_agency_that_is_not_the_teams_is_refused(
    team: Team, association: Association, by: Actor
) -> None:
    foreign = Agency.objects.create(association=association, name="Skatteverket")
    with pytest.raises(ValidationError, match="Skatteverket"):
        add_series(team=team, plan=plan(team, agencies=(foreign,)), today=TODAY, by=by)


def test_two_who_change_a_series_do_not_overwrite_each_other(team: Team, by: Actor) -> None:
    series = add_series(team=team, plan=plan(team), today=TODAY, by=by)
    change_series(series=series, version=1, plan=plan(team, at=time(8)), today=TODAY, by=by)
    with pytest.raises(ChangedMeanwhileError):
        change_series(series=series, version=1, plan=plan(team, at=time(7)), today=TODAY, by=by)


def test_a_coach_lays_out_meetings_on_the_page(
    team: Team, coach: User, client_of: Callable[[User | None], Client]
) -> None:
    fk = team.agencies.get(short_name="FK")
    data = {
        "kind_title": "Planering",
        "rhythm": "fortnightly",
        "weekday": "0",
        "at": "8.30",
        "ends_at": "09:30",
        "first_on": "2025-06-16",
        "last_on": "",
        "expects": [fk.pk],
    }
    url = reverse("meeting_series_new", args=[team.slug])
    answer = client_of(coach).post(url, data, follow=True)
    assert answer.redirect_chain == [(reverse("working_methods", args=[team.slug]), 302)]
    assert days(team)[:2] == [date(2025, 6, 16), date(2025, 6, 30)]
    assert "Planering" in answer.content.decode()


def test_the_second_writer_sees_what_stands(
    team: Team, coach: User, by: Actor, client_of: Callable[[User | None], Client]
) -> None:
    series = make_series(team)
    change_series(series=series, version=1, plan=plan(team, at=time(8)), today=TODAY, by=by)
    url = reverse("meeting_series", args=[team.slug, series.pk])
    data = {
        "kind_title": "Ärendemöte",
        "rhythm": "weekly",
        "weekday": "3",
        "at": "07:00",
        "ends_at": "11:00",
        "first_on": "2025-06-12",
        "version": "1",
    }
    page = client_of(coach).post(url, data).content.decode()
    assert "08:00" in page
    series.refresh_from_db()
    assert series.at == time(8)
