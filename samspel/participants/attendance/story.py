"""What attendance adds to the timeline: the weeks in which one came, and to what."""

from collections.abc import Sequence
from datetime import date
from typing import Any
from uuid import UUID

from django.db.models import Aggregate, Exists, OuterRef, Q, QuerySet, Subquery, TextField, Value
from django.db.models.functions import Coalesce, TruncWeek
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy as lazy

from samspel.participants.attendance.attendance import Attendance
from samspel.participants.timeline import Event, Row, Source, timeline_rows

_BETWEEN = "\n"
"""Parts the names of a week; no name has a line's end in it."""


class JoinedText(Aggregate):
    """The texts of some rows as one, with a text between; the databases name it differently."""

    function = "STRING_AGG"
    output_field = TextField()

    def as_sqlite(self, compiler: Any, connection: Any, **context: Any) -> Any:
        """SQLite's name for it."""
        return super().as_sql(compiler, connection, function="GROUP_CONCAT", **context)


def _weeks(episodes: Sequence[UUID]) -> "QuerySet[Any, Any]":
    """The last record of each week in which one came: a line a week does not drown the rest."""
    by_week = Attendance.objects.that_came().annotate(monday=TruncWeek("on"))
    same_week = by_week.filter(episode=OuterRef("episode"), monday=OuterRef("monday"))
    later = same_week.filter(Q(on__gt=OuterRef("on")) | Q(on=OuterRef("on"), pk__gt=OuterRef("pk")))
    title = Coalesce("session__group__name", "session__title")
    told = (
        same_week.order_by()
        .values("episode")
        .annotate(told=JoinedText(title, Value(_BETWEEN)))
        .values("told")
    )
    found = by_week.filter(~Exists(later), episode__in=episodes)
    return timeline_rows(found, kind="attendance", text=Subquery(told, output_field=TextField()))


def _came(row: Row, _today: date) -> Event:
    week = _("Came in week %(number)s") % {"number": row.on.isocalendar().week}
    names = sorted(dict.fromkeys(row.text.split(_BETWEEN)))
    return Event(row.on, week, ", ".join(names), kind=row.kind, episode_id=row.episode_id)


ATTENDANCE = Source("attendance", lazy("Attendance"), _weeks, _came)
"""One line a week; still many, so that a timeline does well to show it only when chosen."""
