"""Meetings and development areas as a page shows them, each by a line."""

from collections.abc import Iterable
from datetime import date
from fractions import Fraction
from typing import NamedTuple

from django.db.models import Prefetch
from django.utils.translation import get_language
from django.utils.translation import gettext as _

from samspel.figures.printing import decimals
from samspel.personnel.methods.development_area import AreaState, DevelopmentArea
from samspel.personnel.methods.staff_session import StaffSession
from samspel.personnel.methods.team_meeting import (
    MeetingAgency,
    TeamMeeting,
    TeamMeetingQuerySet,
)

_AREA_MARKS = {
    AreaState.PLANNED: "",
    AreaState.ONGOING: "is-active",
    AreaState.PAUSED: "is-quiet",
    AreaState.DONE: "is-quiet",
    AreaState.DROPPED: "is-quiet",
}


class MeetingLine(NamedTuple):
    """One meeting; ``came`` names the agencies that came, ``missed`` those that did not."""

    meeting: TeamMeeting
    came: str
    missed: str
    state: str
    mark: str


class SessionLine(NamedTuple):
    """Supervision or training as people read it; hours and cost are empty where nobody knows."""

    session: StaffSession
    days: str
    hours: str
    cost: str


class AreaLine(NamedTuple):
    """One development area with its state in words."""

    area: DevelopmentArea
    state: str
    mark: str
    since: date


def with_agencies(found: TeamMeetingQuerySet) -> TeamMeetingQuerySet:
    """With their kind and the agencies expected at hand; one query more, however many."""
    expected = MeetingAgency.objects.select_related("agency")
    return found.select_related("kind").prefetch_related(Prefetch("expected", expected))


def meeting_lines(
    meetings: Iterable[TeamMeeting], today: date, *, may_keep: bool
) -> list[MeetingLine]:
    """Lines of meetings from `with_agencies`; to who keeps them it is told where a tap is due."""
    return [_meeting_line(each, today, may_keep=may_keep) for each in meetings]


def _meeting_line(meeting: TeamMeeting, today: date, *, may_keep: bool) -> MeetingLine:
    expected = list(meeting.expected.all())
    state, mark = _state(meeting, expected if may_keep else (), today)
    return MeetingLine(
        meeting,
        ", ".join(str(each.agency) for each in expected if each.came),
        ", ".join(str(each.agency) for each in expected if each.came is False),
        state,
        mark,
    )


def _state(meeting: TeamMeeting, expected: Iterable[MeetingAgency], today: date) -> tuple[str, str]:
    """What is to be said of a meeting, and how it is marked: amber only where a tap is due."""
    if meeting.is_cancelled:
        return _("cancelled"), "is-quiet"
    if meeting.on > today:
        return _("to come"), ""
    if any(each.came is None for each in expected):
        return _("who came?"), "is-due"
    return _("held"), "is-quiet"


def session_lines(sessions: Iterable[StaffSession]) -> list[SessionLine]:
    """Lines of supervision and training."""
    return [session_line(each) for each in sessions]


def session_line(session: StaffSession) -> SessionLine:
    """One of them as a line."""
    days = session.on.isoformat()
    if not session.is_one_day:
        days = f"{days} – {session.last_on.isoformat()}"
    return SessionLine(
        session,
        days,
        _printed(None if session.hours is None else Fraction(session.hours)),
        _printed(None if session.cost is None else Fraction(session.cost, 100)),
    )


def _printed(number: Fraction | None) -> str:
    """With decimals only where they say something."""
    if number is None:
        return ""
    places = 0 if number.denominator == 1 else 1 if (number * 10).denominator == 1 else 2
    return decimals(number, places, get_language() or "sv")


def area_lines(areas: Iterable[DevelopmentArea]) -> list[AreaLine]:
    """Lines of areas from `DevelopmentAreaQuerySet.with_state`."""
    return [_area_line(each) for each in areas]


def _area_line(area: DevelopmentArea) -> AreaLine:
    state = AreaState(getattr(area, "state", AreaState.PLANNED))
    since: date = getattr(area, "state_on", area.raised_on)
    return AreaLine(area, str(state.label), _AREA_MARKS[state], since)
