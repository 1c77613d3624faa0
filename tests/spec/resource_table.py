"""A specification of what is summed over rows of records, worked out beside the rows.

As `table.py` has it of episodes: read by tests and people; `manual.py` puts it in the manual.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from fractions import Fraction
from typing import Any

from samspel.figures.compute import Figures
from samspel.figures.frame import episode_frame
from samspel.figures.period import parse_period
from samspel.figures.resources import TeamFigures
from tests.spec.table import TEAM, YES, Expected

Rows = Mapping[Any, str]
"""The rows of a frame, NamedTuples with a ``key``, each with why it is or is not counted."""


@dataclass(frozen=True)
class ResourceSpec:
    """``figure``: key of the definition or breakdown. ``frames``: rows by the name of their frame.

    ``counted``: keys of the rows that the figure itself counts, ``None`` where the table does not
    say. ``figures``: lines of ``address = printed: how it is worked out``. ``episodes`` are those
    of a ratio to participants, as `samspel.figures.frame.SCHEMA` has them.
    """

    figure: str
    about: str
    period: str
    frames: Mapping[str, Rows]
    figures: str
    counted: tuple[str, ...] | None = None
    episodes: tuple[Mapping[str, object], ...] = ()
    started_on: date | None = None
    is_public: bool = field(default=False, kw_only=True)

    @property
    def expected(self) -> list[Expected]:
        found = []
        for line in self.figures.strip().splitlines():
            statement, _, worked_out = line.strip().partition(": ")
            address, _, printed = statement.partition(" = ")
            found.append(Expected(address.strip(), printed.strip(), worked_out.strip()))
        return found

    def compute(self) -> TeamFigures:
        rows = [{"team": TEAM, **row} for row in self.episodes]
        people = Figures(episode_frame(rows), team=TEAM, period=parse_period(self.period))
        frames = {name: list(rows) for name, rows in self.frames.items()}
        return TeamFigures(people, frames, is_public=self.is_public, started_on=self.started_on)

    def tables(self) -> list[tuple[list[str], list[list[str]]]]:
        """Head and lines of each frame, as people read them."""
        return [self._table(rows) for rows in self.frames.values()]

    def _table(self, rows: Rows) -> tuple[list[str], list[list[str]]]:
        names = list(next(iter(rows))._fields) if rows else ["key"]
        marks = [] if self.counted is None else ["counted"]
        lines = [
            [
                *(_cell(getattr(row, name)) for name in names),
                *([YES if row.key in (self.counted or ()) else "no"] if marks else []),
                why,
            ]
            for row, why in rows.items()
        ]
        return [*names, *marks, "why"], lines


def _cell(value: object) -> str:
    """A field of a row in a table for people: no data is empty, yes and no in words."""
    if value is None:
        return ""
    if isinstance(value, bool):
        return YES if value else "no"
    if isinstance(value, tuple | list | frozenset):
        return "; ".join(_row(each) for each in value)
    if isinstance(value, Fraction):
        return str(value.numerator) if value.denominator == 1 else f"{float(value):g}"
    return str(value)


def _row(value: object) -> str:
    """A row within a row, such as a leave within a position."""
    parts = list(value) if isinstance(value, tuple) else [value]
    return " ".join(_cell(part) for part in parts if part is not None)
