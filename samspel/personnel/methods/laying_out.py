"""Laying out the meetings of a series, some weeks ahead; once more changes nothing."""

from collections.abc import Sequence
from datetime import date, timedelta

from django.db.models import Q

from samspel.organisation.association import Agency
from samspel.personnel.methods.series import TeamMeetingSeries
from samspel.personnel.methods.team_meeting import MeetingAgency, TeamMeeting
from samspel.records.days_off import days_off

AHEAD = timedelta(weeks=10)
"""How far ahead meetings are laid out: two of those once a month."""


def lay_out(*, series: TeamMeetingSeries, start: date, today: date) -> int:
    """Lay out what is missing from ``start`` until `AHEAD` of ``today``; returns how many.

    Inside the act's transaction, with the team locked. No meeting falls on a public holiday or
    on a time at which the team meets already.
    """
    days = series.days(max(start, series.first_on), today + AHEAD)
    off = days_off(days)
    known = set(series.meetings.values_list("planned_on", flat=True))
    same_time = TeamMeeting.objects.filter(team_id=series.team_id, at=series.at, on__in=days)
    taken = set(same_time.filter(cancelled_because="").values_list("on", flat=True))
    wanted = [day for day in days if day not in off and day not in known and day not in taken]
    made = TeamMeeting.objects.bulk_create(_meeting(series, day) for day in wanted)
    expect(made, list(series.agencies.all()))
    return len(made)


def _meeting(series: TeamMeetingSeries, day: date) -> TeamMeeting:
    return TeamMeeting(
        team_id=series.team_id,
        kind_id=series.kind_id,
        series=series,
        planned_on=day,
        on=day,
        at=series.at,
        ends_at=series.ends_at,
    )


def expect(meetings: Sequence[TeamMeeting], agencies: Sequence[Agency]) -> None:
    """Expect the agencies at each of the meetings, which know of none yet."""
    MeetingAgency.objects.bulk_create(
        MeetingAgency(meeting=meeting, agency=agency) for meeting in meetings for agency in agencies
    )


def left_out(series: TeamMeetingSeries, today: date) -> list[tuple[date, str]]:
    """The holidays until `AHEAD` on which the team does not meet although the series says so."""
    days = series.days(max(today, series.first_on), today + AHEAD)
    return sorted(days_off(days).items())


def take_away_empty(series: TeamMeetingSeries, today: date) -> int:
    """Take away the meetings that hold nothing and are after ``today``, or after the series' last
    day: a last day that is said afterwards holds as one that is said beforehand. Returns how many.
    """
    gone = Q(on__gt=today)
    if series.last_on is not None:
        gone |= Q(on__gt=series.last_on)
    found = TeamMeeting.objects.filter(gone, series=series, cases=None).empty()
    pks = list(found.values_list("pk", flat=True))
    TeamMeeting.objects.filter(pk__in=pks).delete()
    return len(pks)
