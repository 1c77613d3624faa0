"""The records behind a number of working methods, with their pages."""

from collections.abc import Sequence

from django.urls import reverse
from django.utils.translation import gettext as _

from samspel.accounts.user import User
from samspel.organisation.team import Team
from samspel.pages.behind import Behind
from samspel.personnel.methods.development_area import DevelopmentArea
from samspel.personnel.methods.staff_session import StaffSession
from samspel.personnel.methods.team_meeting import MeetingAgency, TeamMeeting


def meetings_behind(team: Team, records: Sequence[str], user: User) -> list[Behind]:
    """The team meetings of some ids."""
    del user
    found = TeamMeeting.objects.filter(team=team, pk__in=records).select_related("kind")
    return [_meeting(team, each) for each in found]


def places_behind(team: Team, records: Sequence[str], user: User) -> list[Behind]:
    """The agencies expected at meetings, each with whether it came."""
    del user
    found = MeetingAgency.objects.filter(meeting__team=team, pk__in=records)
    rows = found.select_related("meeting__kind", "agency").order_by("meeting__on", "pk")
    return [_meeting(team, each.meeting, f"{each.agency}: {_came(each)}") for each in rows]


def _meeting(team: Team, meeting: TeamMeeting, note: str = "") -> Behind:
    title = f"{meeting.on.isoformat()} {meeting.kind.title}"
    url = reverse("team_meeting", args=[team.slug, meeting.pk])
    return Behind(title, url, note or meeting.cancelled_because)


def _came(row: MeetingAgency) -> str:
    return _("came") if row.came else _("did not come")


def sessions_behind(team: Team, records: Sequence[str], user: User) -> list[Behind]:
    """Supervision and training of some ids."""
    del user
    found = StaffSession.objects.filter(team=team, pk__in=records).order_by("on", "pk")
    return [
        Behind(each.title, reverse("staff_session", args=[team.slug, each.pk]), each.on.isoformat())
        for each in found
    ]


def areas_behind(team: Team, records: Sequence[str], user: User) -> list[Behind]:
    """Development areas of some ids."""
    del user
    found = DevelopmentArea.objects.filter(team=team, pk__in=records)
    return [
        Behind(
            each.title,
            reverse("development_area", args=[team.slug, each.pk]),
            each.raised_on.isoformat(),
        )
        for each in found
    ]
