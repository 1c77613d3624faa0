"""Attendance as plain rows, for figures: who came on which day, and to what."""

from datetime import date
from typing import NamedTuple

from samspel.organisation.team import Team
from samspel.participants.attendance.attendance import Attendance

DAY = "day"
"""Somebody came on the day, to nothing that is told."""


class AttendanceRow(NamedTuple):
    """Somebody came on a day. ``episode`` is the case number, ``kind`` what it was to."""

    episode: str
    on: date
    kind: str


def attendance_rows(team: Team, until: date) -> list[AttendanceRow]:
    """The attendance of all the team's episodes up to and with a day, by one query."""
    found = (
        Attendance.objects.that_came()
        .filter(episode__team=team, on__lte=until)
        .order_by("on", "pk")
    )
    rows = found.values_list("episode__case_number", "on")
    return [AttendanceRow(number, on, DAY) for number, on in rows]
