"""My participants: each with stage, what is next, and when somebody last heard from them."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from typing import Any
from uuid import UUID

from django.db.models import OuterRef, QuerySet, Subquery
from django.utils.translation import gettext_lazy as _

from samspel.accounts.user import User
from samspel.pages.listing import Column, Filter, Listing
from samspel.participants.attendance.attendance import Attendance
from samspel.participants.case_list import WIDE
from samspel.participants.day.cases import Case
from samspel.participants.day.gather import Day
from samspel.participants.due import Due
from samspel.participants.episode import Episode, EpisodeQuerySet
from samspel.participants.notes.note import Note
from samspel.participants.stage import OPEN_STAGES, Stage, begun, ongoing
from samspel.participants.whose import mine

COLUMNS = (
    Column("name", _("Name"), ("name",)),
    Column("stage", _("Stage"), ("stage",), WIDE),
    Column("days", _("Days in stage"), ("days",), f"number {WIDE}"),
    Column("next", _("Next"), ("next",)),
    Column("contact", _("Last contact"), ("contact",), WIDE),
)


@dataclass(frozen=True, slots=True)
class OwnCase:
    """A row of the list."""

    case: Case
    next: Due | None
    last_contact: date | None
    """The last note or attendance."""


def filters() -> list[Filter]:
    """What the list can be narrowed by."""
    stages = [(stage.value, stage.label.capitalize()) for stage in OPEN_STAGES]
    return [Filter("stage", _("Stage"), [("", _("All open")), *stages])]


def own_cases(user: User, today: date) -> EpisodeQuerySet:
    """The open cases that are ``user``'s today, with the days on which somebody heard of them."""
    notes = Note.objects.filter(episode=OuterRef("pk"), signed_at__isnull=False, on__lte=today)
    came = Attendance.objects.that_came().filter(episode=OuterRef("pk"), on__lte=today)
    return (
        Episode.objects.visible_to(user)
        .filter(mine(user, today), ongoing(today), begun(today))
        .annotate(last_note=_latest(notes), last_attendance=_latest(came))
    )


def _latest(rows: "QuerySet[Any]") -> Subquery:
    return Subquery(rows.order_by("-on").values("on")[:1])


def own_rows(day: Day, listing: Listing) -> list[OwnCase]:
    """The rows that the filter leaves, in the chosen order; those without a value stand last."""
    following: dict[UUID, Due] = {}
    for line in day.lines:
        if line.case is not None:
            following.setdefault(line.case.pk, line.due)
    stage = listing.chosen["stage"]
    rows = [
        OwnCase(case, following.get(case.pk), _last_contact(case))
        for case in day.cases
        if not stage or case.stage == stage
    ]
    return _sorted(rows, listing.sort)


def _last_contact(case: Case) -> date | None:
    episode: Any = case.episode
    heard = (episode.last_note, episode.last_attendance)
    return max((day for day in heard if day is not None), default=None)


_STAGES = list(Stage)
_VALUES: dict[str, Callable[[OwnCase], Any]] = {
    "name": lambda row: row.case.sort_key,
    "stage": lambda row: _STAGES.index(row.case.stage),
    "days": lambda row: row.case.days,
    "next": lambda row: row.next,
    "contact": lambda row: row.last_contact,
}


def _sorted(rows: list[OwnCase], sort: str) -> list[OwnCase]:
    value = _VALUES[sort.removeprefix("-")]
    by_name = sorted(rows, key=_VALUES["name"])
    known = [row for row in by_name if value(row) is not None]
    unknown = [row for row in by_name if value(row) is None]
    return [*sorted(known, key=value, reverse=sort.startswith("-")), *unknown]
