"""Team meetings, supervision and development areas for tests."""

from datetime import date, time
from typing import Any

from samspel.organisation.models import Team
from samspel.participants.case_lists.models import CaseTakenUp
from samspel.participants.models import Episode
from samspel.personnel.methods.models import (
    DevelopmentArea,
    DevelopmentStep,
    MeetingAgency,
    MeetingKind,
    StaffSession,
    TeamMeeting,
    TeamMeetingSeries,
)

HELD_ON = date(2025, 3, 6)


def make_kind(team: Team, title: str = "Ärendemöte") -> MeetingKind:
    """The team's kind of that name."""
    return MeetingKind.objects.get_or_create(team=team, title=title)[0]


def make_series(team: Team, **fields: Any) -> TeamMeetingSeries:
    """A series every Thursday from 2025 on, at which all the team's agencies are expected."""
    given = {
        "kind": make_kind(team),
        "rhythm": "weekly",
        "weekday": 3,
        "at": time(9),
        "ends_at": time(11),
        "first_on": date(2025, 1, 2),
    }
    series = TeamMeetingSeries.objects.create(team=team, **given | fields)
    series.agencies.set(team.agencies.all())
    return series


def make_meeting(team: Team, on: date = HELD_ON, **fields: Any) -> TeamMeeting:
    """A single meeting from nine to eleven, at which all the team's agencies are expected."""
    given = {"kind": make_kind(team), "at": time(9), "ends_at": time(11)}
    meeting = TeamMeeting.objects.create(team=team, on=on, **given | fields)
    for agency in team.agencies.all():
        MeetingAgency.objects.create(meeting=meeting, agency=agency)
    return meeting


def make_session(team: Team, **fields: Any) -> StaffSession:
    """Supervision of one day."""
    given = {"kind": "supervision", "title": "Handledning", "on": HELD_ON, "last_on": HELD_ON}
    return StaffSession.objects.create(team=team, **given | fields)


def make_area(team: Team, **fields: Any) -> DevelopmentArea:
    """A development area without a step."""
    given = {"title": "Kortare väntan", "raised_on": date(2025, 1, 7)}
    return DevelopmentArea.objects.create(team=team, **given | fields)


def make_things(team: Team, episode: Episode) -> dict[str, Any]:
    """What addresses of the working methods and of the lists of cases are filled with."""
    meeting = make_meeting(team)
    area = make_area(team)
    step = DevelopmentStep.objects.create(area=area, on=date(2025, 2, 1), state="ongoing")
    case = CaseTakenUp.objects.create(meeting=meeting, episode=episode, position=1)
    return {
        "team_meeting": meeting.pk,
        "meeting_series": make_series(team).pk,
        "meeting_agency": team.agencies.all()[0].pk,
        "staff_session": make_session(team).pk,
        "development_area": area.pk,
        "development_step": step.pk,
        "case_taken_up": case.pk,
    }
