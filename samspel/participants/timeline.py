"""Everything that happened in an episode, in one order.

The entered dates come from the episode itself. Each subject around it offers its rows as a query
of the same columns, so that the whole timeline is one query (`union`), however many subjects.
"""

from collections.abc import Callable, Collection, Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any, NamedTuple
from uuid import UUID

from django.db.models import (
    CharField,
    DateField,
    QuerySet,
    TextField,
    UUIDField,
    Value,
)
from django.db.models.expressions import Combinable
from django.db.models.functions import Cast, Coalesce, Substr
from django.utils.formats import number_format
from django.utils.translation import gettext as _

from samspel.participants.episode import Episode
from samspel.participants.union import Rows, rows_of_one, united

LONGEST_TEXT = 600
"""Characters of a text that a timeline shows; the page of the thing itself shows all of it."""
_BARE_UUID = 32


@dataclass(frozen=True, slots=True)
class Event:
    """One entry of the timeline.

    ``kind`` is what the timeline can be narrowed by; ``css`` marks what is still to come and what
    ended the case; ``url`` opens it.
    """

    on: date
    title: str
    detail: str = ""
    css: str = ""
    kind: str = "case"
    by: str = ""
    url: str = ""
    episode_id: UUID | None = None
    marks: tuple[str, ...] = ()
    """Short words beside the title: corrected, objected to."""


class Row(NamedTuple):
    """A row of the union. ``ref`` is the thing's id, ``code`` and ``text`` what it says."""

    episode_id: UUID
    on: date
    kind: str
    ref: str
    code: str
    text: str
    by: str


@dataclass(frozen=True, slots=True)
class Source:
    """What a subject offers to the timeline. ``title`` is what one narrows by."""

    kind: str
    title: Any
    rows: Rows
    """Makes the rows of some episodes by `timeline_rows`, from nothing but their ids."""
    event: Callable[[Row, date], Event]
    """Makes the entry of a row, in the reader's language, as it is on a day."""
    belongs_to: str = ""
    """The kind that this one is narrowed together with, where it is no choice of its own."""

    @property
    def choice(self) -> str:
        """The kind that one chooses to see it."""
        return self.belongs_to or self.kind


def timeline_rows(
    found: "QuerySet[Any]",
    *,
    kind: str,
    on: str | Combinable = "on",
    episode: str = "episode_id",
    code: str | Combinable | None = None,
    text: str | Combinable | None = None,
    by: str | Combinable | None = None,
) -> "QuerySet[Any, Any]":
    """``found`` as rows of the union: each part is a field's name or an expression, or empty.

    ``on`` must be a date; of a time take `TruncDate`. ``by`` is a person's name.
    """
    rows: QuerySet[Any, Any] = (
        found.order_by()
        .annotate(
            row_episode=Cast(episode, UUIDField()),
            row_on=Cast(on, DateField()),
            row_kind=Value(kind, output_field=CharField()),
            row_ref=Cast("pk", CharField()),
            row_code=_as_text(code),
            row_text=_as_text(text),
            row_by=_as_text(by),
        )
        .values_list(*_COLUMNS)
    )
    return rows


_COLUMNS = (
    "row_episode",
    "row_on",
    "row_kind",
    "row_ref",
    "row_code",
    "row_text",
    "row_by",
)


def _as_text(part: str | Combinable | None) -> Combinable:
    if part is None:
        return Value("", output_field=TextField())
    return Coalesce(Cast(part, TextField()), Value(""), output_field=TextField())


def shortened(field: str) -> Combinable:
    """A long text as a timeline shows it, for ``text`` of `timeline_rows`."""
    return Substr(field, 1, LONGEST_TEXT)


def events_of(
    sources: Sequence[Source],
    episodes: Sequence[UUID],
    *,
    today: date,
    most: int | None = None,
) -> Iterator[Event]:
    """The entries of the subjects, of all the episodes at once: one query, latest first.

    ``most`` is how many of the latest are wanted; None is all.
    """
    if not sources or not episodes:
        return
    rows, makers = [each.rows for each in sources], {each.kind: each.event for each in sources}
    if len(episodes) == 1:
        found = rows_of_one(rows, episodes[0], most)
    else:
        found = united(rows, episodes, most)
    for values in found:
        row = Row(*values)
        yield makers[row.kind](row._replace(ref=as_id(row.ref)), today)


def as_id(ref: str) -> str:
    """A key as addresses write it: SQLite keeps a UUID without its dashes."""
    return str(UUID(ref)) if len(ref) == _BARE_UUID else ref


def entered(
    episode: Episode,
    referrers: dict[str, str],
    *,
    today: date,
    visits_told: Collection[date] = (),
) -> Iterator[Event]:
    """What the episode's own dates tell. ``referrers`` are the titles by code.

    A study visit on a day of ``visits_told`` is told of by the visit itself, which knows more.
    """
    if episode.study_visit_on and episode.study_visit_on not in visits_told:
        yield _event(episode, episode.study_visit_on, _("Study visit"), "", today)
    if episode.referred_on:
        sender = referrers.get(episode.referred_by, episode.referred_by)
        yield _event(episode, episode.referred_on, _("Referral"), sender, today)
    if episode.enrolled_on:
        yield _event(episode, episode.enrolled_on, _("Enrolment"), _living(episode), today)
    if episode.trial_ends_on and not _ended_before(episode, episode.trial_ends_on):
        yield _event(episode, episode.trial_ends_on, _("The trial period ends"), "", today)
    if episode.closing_begun_on:
        yield _event(episode, episode.closing_begun_on, _("The closing begins"), "", today)
    if episode.closed_on:
        outcome = episode.get_outcome_display()
        yield Event(episode.closed_on, _("Closing"), outcome, "is-end", episode_id=episode.pk)
    if episode.withdrawn_on:
        reason = episode.get_withdrawal_reason_display()
        yield Event(
            episode.withdrawn_on, _("Left the queue"), reason, "is-end", episode_id=episode.pk
        )


def _ended_before(episode: Episode, day: date) -> bool:
    return episode.closed_on is not None and episode.closed_on < day


def _living(episode: Episode) -> str:
    """Who pays for the person's living, and how long it has been on public support."""
    parts = [episode.get_income_source_display()] if episode.income_source else []
    if episode.public_support_months is not None:
        months = number_format(episode.public_support_months)
        parts.append(_("%(months)s months on public support before") % {"months": months})
    return ", ".join(parts)


def _event(episode: Episode, on: date, title: str, detail: str, today: date) -> Event:
    css = "is-coming" if on > today else ""
    return Event(on, title, detail, css, episode_id=episode.pk)
