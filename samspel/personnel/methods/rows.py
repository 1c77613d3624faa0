"""The working methods as plain rows, for figures; each frame by one query."""

from fractions import Fraction

from django.db.models import Count

from samspel.figures.working_method_rows import (
    AreaStep,
    DevelopmentAreaRow,
    MeetingPlaceRow,
    StaffSessionRow,
    TeamMeetingRow,
)
from samspel.organisation.team import Team
from samspel.personnel.methods.development_area import DevelopmentArea
from samspel.personnel.methods.meeting_kind import MeetingKind
from samspel.personnel.methods.staff_session import StaffSession
from samspel.personnel.methods.team_meeting import MeetingAgency, TeamMeeting

MEETING, PLACE, SESSION, AREA = (
    "team_meeting",
    "meeting_place",
    "staff_session",
    "development_area",
)
"""The words before the colon of a row's key."""


def team_meeting_rows(team: Team) -> list[TeamMeetingRow]:
    """All the team's meetings, those to come and cancelled ones too."""
    found = TeamMeeting.objects.filter(team=team).values_list(
        "pk", "on", "kind", "cancelled_because"
    )
    return [
        TeamMeetingRow(f"{MEETING}:{pk}", on, str(kind), bool(because))
        for pk, on, kind, because in found.order_by("on", "at", "pk")
    ]


def team_meeting_place_rows(team: Team) -> list[MeetingPlaceRow]:
    """Each agency that was expected at each meeting."""
    found = MeetingAgency.objects.filter(meeting__team=team).values_list(
        "pk", "meeting__on", "meeting__kind", "agency", "came", "meeting__cancelled_because"
    )
    return [
        MeetingPlaceRow(f"{PLACE}:{pk}", on, str(kind), str(agency), came, bool(because))
        for pk, on, kind, agency, came, because in found.order_by("meeting__on", "pk")
    ]


def staff_session_rows(team: Team) -> list[StaffSessionRow]:
    """All supervision and training, with how many are named."""
    found = StaffSession.objects.filter(team=team).annotate(people=Count("attendees"))
    return [
        StaffSessionRow(
            f"{SESSION}:{each.pk}",
            each.on,
            each.kind,
            each.days,
            None if each.hours is None else Fraction(each.hours),
            each.cost,
            each.people,
        )
        for each in found.order_by("on", "pk")
    ]


def development_area_rows(team: Team) -> list[DevelopmentAreaRow]:
    """All areas with their steps by day; two queries."""
    found = DevelopmentArea.objects.filter(team=team).prefetch_related("steps")
    return [area_row(each) for each in found]


def area_row(area: DevelopmentArea) -> DevelopmentAreaRow:
    """One area as a row; its steps should be at hand."""
    steps = tuple(AreaStep(step.on, step.state) for step in area.steps.all())
    return DevelopmentAreaRow(f"{AREA}:{area.pk}", area.raised_on, steps)


def meeting_kind_titles(team: Team) -> dict[str, str]:
    """What the team calls its kinds of meetings, by their keys in a breakdown."""
    found = MeetingKind.objects.filter(team=team).values_list("pk", "title")
    return {str(pk): title for pk, title in found}
