"""Attendance as plain rows, for figures: who came on which day, and to what."""

from datetime import date
from typing import NamedTuple

from django.db.models import Q

from samspel.organisation.team import Team
from samspel.participants.attendance.attendance import Attendance, Presence

DAY = "day"
"""Somebody came on the day, to nothing that is told."""


class AttendanceRow(NamedTuple):
    """How it was with one person and one session, or one day on which somebody came.

    ``episode`` is the case number; ``kind`` the code of the kind of group, or `DAY`; ``session``
    and ``group`` are ids as text, empty for a day, and ``group`` for a single activity.
    """

    episode: str
    on: date
    kind: str
    session: str
    group: str
    presence: Presence


def attendance_rows(team: Team, until: date) -> list[AttendanceRow]:
    """What is recorded of all the team's episodes up to and with a day, by one query.

    Excused and absent ones are among them: the figures leave them out where they ask who came.
    Of a session that was cancelled afterwards nothing is: nobody stayed away from it.
    """
    was_held = Q(session=None) | Q(session__cancelled_because="")
    found = Attendance.objects.filter(was_held, episode__team=team, on__lte=until)
    rows = found.order_by("on", "pk").values_list(
        "episode__case_number",
        "on",
        "session__kind__code",
        "session_id",
        "session__group_id",
        "presence",
    )
    return [
        AttendanceRow(
            number, on, kind or DAY, str(session or ""), str(group or ""), Presence(presence)
        )
        for number, on, kind, session, group, presence in rows
    ]
