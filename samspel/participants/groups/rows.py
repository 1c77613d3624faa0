"""Sessions as plain rows, for figures: what was held or cancelled, of which kind and group."""

from datetime import date
from typing import NamedTuple

from django.db.models import Exists, F, OuterRef, Q
from django.db.models.functions import Coalesce

from samspel.organisation.team import Team
from samspel.participants.groups.group import Sharing
from samspel.participants.groups.session import Session


class SessionRow(NamedTuple):
    """One session of the team, or of a group that it took part in on that day.

    ``kind`` is the code of the kind in the team that runs it, ``kind_title`` that team's name for
    it. ``group`` is empty, and ``group_name`` the session's own title, for a single activity.
    """

    session: str
    on: date
    kind: str
    group: str
    group_name: str
    is_cancelled: bool
    kind_title: str


def session_rows(team: Team, until: date) -> list[SessionRow]:
    """The team's sessions up to and with a day, and those of groups shared with it; one query.

    A team that no longer takes part keeps the sessions of its time: they were its own work too.
    """
    taking_part = Sharing.objects.filter(
        Q(from_on=None) | Q(from_on__lte=OuterRef("on")),
        Q(ended_on=None) | Q(ended_on__gt=OuterRef("on")),
        group=OuterRef("group"),
        team=team,
    )
    found = Session.objects.filter(Q(team=team) | Exists(taking_part), on__lte=until)
    rows = found.order_by("on", "at", "pk").values_list(
        "pk",
        "on",
        "kind__code",
        "group_id",
        Coalesce(F("group__name"), F("title")),
        "cancelled_because",
        "kind__title",
    )
    return [
        SessionRow(str(pk), on, kind, str(group or ""), name, bool(because), title)
        for pk, on, kind, group, name, because, title in rows
    ]
