"""What a subject says of a case in a line or two, beside the timeline of the person's page.

The page has few queries to spend: as with the timeline, each subject offers its rows as a query of
the same columns, and all the panels are one query.
"""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

from django.urls import reverse

from samspel.participants.episode import Episode
from samspel.participants.timeline import Row, as_id
from samspel.participants.union import Rows, rows_of_one
from samspel.participants.when import Step, may

MOST_LINES = 40
"""More than anybody has at a time; what is over is on the subject's own page."""


@dataclass(frozen=True, slots=True)
class Line:
    """One thing: what it is, what is to be said of it, and where it opens."""

    title: str
    detail: str = ""
    url: str = ""


@dataclass(frozen=True, slots=True)
class Brief:
    """What a subject offers. ``url_name`` is its page about the case, by the episode's id."""

    kind: str
    title: Any
    rows: Rows
    """Made by `timeline_rows`, of the same ``kind``; only what stands now."""
    line: Callable[[Row, date], Line | None]
    """The line of a row on a day; None where there is nothing to say of it any more."""
    url_name: str
    step: Step
    """What the stage must allow for an empty panel to be worth showing."""
    empty: Any
    """The sentence of an empty panel: what would stand here."""


@dataclass(frozen=True, slots=True)
class Panel:
    """A subject's panel as the page shows it."""

    kind: str
    title: str
    url: str
    lines: list[Line]
    empty: str


def panels_of(briefs: Sequence[Brief], episode: Episode, today: date) -> list[Panel]:
    """The panels of an episode in the order of ``briefs``, by one query."""
    lines: dict[str, list[Line]] = {each.kind: [] for each in briefs}
    makers = {each.kind: each.line for each in briefs}
    for values in rows_of_one([each.rows for each in briefs], episode.pk, MOST_LINES):
        row = Row(*values)
        line = makers[row.kind](row._replace(ref=as_id(row.ref)), today)
        if line is not None:
            lines[row.kind].append(line)
    stage = episode.stage(today)
    return [
        Panel(
            kind=each.kind,
            title=str(each.title),
            url=reverse(each.url_name, args=[episode.pk]),
            lines=lines[each.kind],
            empty=str(each.empty),
        )
        for each in briefs
        if lines[each.kind] or may(each.step, stage)
    ]
