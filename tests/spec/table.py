"""A specification: a small table of episodes, and the figures it gives, worked out beside them.

The text form is read by the tests and by people; `manual.py` puts it in `docs/figures.md`.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date

import polars as pl

from samspel.figures.bands import DEFAULT_BANDS, AgeBand
from samspel.figures.compute import Figures
from samspel.figures.events import SCHEMAS, event_frame, no_events
from samspel.figures.frame import SCHEMA, episode_frame
from samspel.figures.period import parse_period

COUNTED = "counted"
YES = "yes"
NONE = "–"
TEAM = "Team"


@dataclass(frozen=True)
class Expected:
    """One line of the worked-out figures: address, as printed in English, and how it comes."""

    address: str
    printed: str
    worked_out: str


@dataclass(frozen=True)
class EventTable:
    """Events of the episodes: the name of their frame, and its rows as text, a head line first.

    A column ``counted`` says for each event whether the figure counts it.
    """

    frame: str
    text: str

    @property
    def head(self) -> list[str]:
        return _cells(self.text.splitlines()[0])

    @property
    def rows(self) -> list[dict[str, str]]:
        lines = self.text.splitlines()[1:]
        return [dict(zip(self.head, _cells(line), strict=True)) for line in lines]

    @property
    def counted(self) -> list[dict[str, str]] | None:
        """The events said to be counted, ``None`` when the table does not say."""
        if COUNTED not in self.head:
            return None
        return [row for row in self.rows if row[COUNTED] == YES]

    def events(self, until: date) -> Mapping[str, pl.DataFrame]:
        """The frame, whole: what happened after ``until`` is there to be left out."""
        del until
        rows = [{name: _told(row, name) for name in SCHEMAS[self.frame]} for row in self.rows]
        return {self.frame: event_frame(self.frame, rows)}


IDS = {"episode_id": "episode", "group_id": "group"}


def _told(row: Mapping[str, str], name: str) -> object:
    """A cell of an event as the frame has it; a row that is looked up is named by its digit."""
    told = row.get(IDS.get(name, name)) or None
    if told == NONE:
        return None
    if name.endswith("_tenths") or name.startswith("tenths_"):
        return int(told) if told else None
    if name in ("left_out", "cancelled"):
        return told == YES
    return told or (row["event"] if name in ("placement_id", "session_id") else None)


@dataclass(frozen=True)
class Spec:
    """``figure``: key of the definition. ``episodes``: columns parted by ``|``, a head line first.

    A column ``counted`` says for each episode whether the figure itself counts it. ``figures``:
    lines of ``address = printed: how it is worked out``.
    """

    figure: str
    about: str
    period: str
    episodes: str
    figures: str = ""
    bands: Sequence[AgeBand] = DEFAULT_BANDS
    started_on: date | None = None
    events: EventTable | None = None

    @property
    def head(self) -> list[str]:
        return _cells(self.episodes.strip().splitlines()[0])

    @property
    def rows(self) -> list[dict[str, str]]:
        lines = self.episodes.strip().splitlines()[1:]
        return [dict(zip(self.head, _cells(line), strict=True)) for line in lines]

    @property
    def expected(self) -> list[Expected]:
        found = []
        for line in self.figures.strip().splitlines():
            statement, _, worked_out = line.strip().partition(": ")
            address, _, printed = statement.partition(" = ")
            found.append(Expected(address.strip(), printed.strip(), worked_out.strip()))
        return found

    @property
    def counted(self) -> list[str] | None:
        """Ids of the episodes said to be counted, ``None`` when the table does not say."""
        if COUNTED not in self.head:
            return None
        return sorted(row["episode"] for row in self.rows if row[COUNTED] == YES)

    def compute(self) -> Figures:
        frame = episode_frame([_episode(row) for row in self.rows])
        return Figures(
            frame,
            team=TEAM,
            period=parse_period(self.period),
            bands=self.bands,
            started_on=self.started_on,
            events=self.events.events if self.events else no_events,
        )


def marked(head: str, rows: Mapping[str, Sequence[str]], counted: str | None) -> str:
    """A table of episodes with one letter each; the last column says why.

    ``counted`` are the letters of those that the figure counts, ``None`` for a table without marks.
    """
    lines = [f"episode | {head} |{'' if counted is None else f' {COUNTED} |'} why"]
    for episode, (*cells, why) in rows.items():
        mark = [] if counted is None else [YES if episode in counted else "no"]
        lines.append(" | ".join((episode, *cells, *mark, why)))
    return "\n".join(lines)


def events_marked(
    frame: str, head: str, rows: Mapping[str, Sequence[str]], counted: str | None
) -> EventTable:
    """A table of events with one digit each, as `marked` makes it of episodes."""
    named, *lines = marked(head, rows, counted).splitlines()
    return EventTable(frame, "\n".join([named.replace("episode", "event", 1), *lines]))


def _cells(line: str) -> list[str]:
    return [cell.strip() for cell in line.strip().split("|")]


def _episode(row: Mapping[str, str]) -> dict[str, object]:
    episode: dict[str, object] = {name: row.get(name) or None for name in SCHEMA}
    months = row.get("public_support_months")
    identity = {"episode_id": row["episode"], "team": TEAM}
    return {**episode, **identity, "public_support_months": float(months) if months else None}
