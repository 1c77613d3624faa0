"""The lists of meetings, of supervision and training, and of development areas."""

from collections.abc import Mapping
from datetime import date

from django.db.models import QuerySet
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy as lazy

from samspel.organisation.team import Team
from samspel.pages.listing import Column, Filter
from samspel.personnel.methods.development_area import (
    UNSETTLED,
    AreaState,
    DevelopmentArea,
    DevelopmentAreaQuerySet,
)
from samspel.personnel.methods.meeting_kind import MeetingKind
from samspel.personnel.methods.staff_session import StaffSession, StaffSessionKind
from samspel.personnel.methods.team_meeting import TeamMeeting, TeamMeetingQuerySet

BEEN, COMING, CANCELLED, UNTOLD, ALL = "", "coming", "cancelled", "untold", "all"
OPEN = ""
WIDE = "d-none d-md-table-cell"
MEETING_COLUMNS = (
    Column("on", lazy("Day"), ("on", "at")),
    Column("kind", lazy("Kind of meeting"), ("kind__title", "on"), WIDE),
    Column("agencies", lazy("Agencies that came"), (), WIDE),
    Column("state", lazy("State"), ()),
)
SESSION_COLUMNS = (
    Column("on", lazy("Day"), ("on",)),
    Column("title", lazy("About what"), ("title", "on")),
    Column("kind", lazy("Kind"), ("kind", "on"), WIDE),
    Column("provider", lazy("Led by"), ("provider", "on"), WIDE),
    Column("hours", lazy("Hours"), ("hours", "on"), "number d-none d-md-table-cell"),
    Column("cost", lazy("Cost"), ("cost", "on"), "number d-none d-md-table-cell"),
)
AREA_COLUMNS = (
    Column("title", lazy("Development area"), ("title",)),
    Column("state", lazy("State"), ("state", "raised_on")),
    Column("since", lazy("Since"), ("state_on",), WIDE),
    Column("raised", lazy("Raised"), ("raised_on",), WIDE),
)


def meeting_filters(team: Team) -> list[Filter]:
    """What the list of meetings can be narrowed by; one query."""
    states = [
        (BEEN, _("Have been")),
        (COMING, _("To come")),
        (UNTOLD, _("Who came is not told yet")),
        (CANCELLED, _("Cancelled")),
        (ALL, _("All")),
    ]
    kinds = [(str(each.pk), each.title) for each in MeetingKind.objects.filter(team=team)]
    return [
        Filter("state", _("Meetings"), states),
        Filter("kind", _("Kind of meeting"), [("", _("All")), *kinds]),
    ]


def meetings_found(team: Team, chosen: Mapping[str, str], today: date) -> TeamMeetingQuerySet:
    """The team's meetings that the filters leave."""
    found = TeamMeeting.objects.filter(team=team)
    states = {
        BEEN: found.held(today),
        COMING: found.filter(on__gt=today, cancelled_because=""),
        UNTOLD: found.held(today).untold(),
        CANCELLED: found.exclude(cancelled_because=""),
        ALL: found,
    }
    narrowed = states[chosen["state"]]
    return narrowed.filter(kind=int(chosen["kind"])) if chosen["kind"] else narrowed


def session_filters(team: Team) -> list[Filter]:
    """What the list of supervision and training can be narrowed by; one query for the years."""
    years = StaffSession.objects.filter(team=team).dates("on", "year", order="DESC")
    told = [(str(each.year), str(each.year)) for each in years]
    kinds = [(each.value, str(each.label).capitalize()) for each in StaffSessionKind]
    return [
        Filter("kind", _("Kind"), [("", _("All")), *kinds]),
        Filter("year", _("Year"), [("", _("All")), *told]),
    ]


def sessions_found(team: Team, chosen: Mapping[str, str]) -> "QuerySet[StaffSession]":
    """The team's supervision and training that the filters leave."""
    found = StaffSession.objects.filter(team=team)
    if chosen["kind"]:
        found = found.filter(kind=chosen["kind"])
    return found.filter(on__year=int(chosen["year"])) if chosen["year"] else found


def area_filters() -> list[Filter]:
    """What the list of development areas can be narrowed by."""
    states = [(each.value, str(each.label).capitalize()) for each in AreaState]
    return [
        Filter("state", _("State"), [(OPEN, _("Not settled")), *states, (ALL, _("All"))]),
    ]


def areas_found(team: Team, chosen: Mapping[str, str], today: date) -> DevelopmentAreaQuerySet:
    """The team's development areas that the filter leaves, with their state."""
    found = DevelopmentArea.objects.filter(team=team)
    if chosen["state"] == ALL:
        return found.with_state(today)
    states = UNSETTLED if chosen["state"] == OPEN else (chosen["state"],)
    return found.in_states(states, today)
