"""What is odd in a file without being wrong: told before anything is saved, and no hindrance."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date

from django.utils.translation import ngettext

from samspel.exchange.importing.episode_row import EpisodeRow


@dataclass(slots=True)
class Noticed:
    """How many rows, and the line of the first."""

    rows: int = 0
    first: int = 0

    def note(self, line: int) -> None:
        """One row more."""
        self.first = self.first or line
        self.rows += 1


@dataclass(slots=True)
class Oddities:
    """Rows that name another team than the one they are put in, and stays before a team started.

    ``started_on`` is the day of each team (case-folded name) that is known to have one.
    """

    started_on: Mapping[str, date] = field(default_factory=dict)
    _other_team: dict[str, Noticed] = field(default_factory=dict)
    _too_early: dict[str, Noticed] = field(default_factory=dict)

    def names_team(self, line: int, named: str, team: str) -> None:
        """The row's own cell names a team; it goes into ``team`` whatever it says."""
        if named and named.casefold() != team.casefold():
            self._other_team.setdefault(team, Noticed()).note(line)

    def has_row(self, row: EpisodeRow) -> None:
        """A sound row: its enrolment may lie before the team's first day."""
        started = self.started_on.get(row.team.casefold())
        if started is not None and row.enrolled_on is not None and row.enrolled_on < started:
            self._too_early.setdefault(row.team, Noticed()).note(row.line)

    def sentences(self) -> list[str]:
        """One sentence for each kind and team, in the reader's language."""
        return [
            *(_other_team(team, each) for team, each in self._other_team.items()),
            *(self._early(team, each) for team, each in self._too_early.items()),
        ]

    def _early(self, team: str, noticed: Noticed) -> str:
        told = ngettext(
            "%(n)d row has an enrolment before %(day)s, when %(team)s started: line %(line)d.",
            "%(n)d rows have an enrolment before %(day)s, when %(team)s started; the first is "
            "line %(line)d.",
            noticed.rows,
        )
        day = self.started_on[team.casefold()].isoformat()
        return told % {"n": noticed.rows, "day": day, "team": team, "line": noticed.first}


def _other_team(team: str, noticed: Noticed) -> str:
    told = ngettext(
        "%(n)d row names another team and is put in %(team)s all the same: line %(line)d.",
        "%(n)d rows name another team and are put in %(team)s all the same; the first is line "
        "%(line)d.",
        noticed.rows,
    )
    return told % {"n": noticed.rows, "team": team, "line": noticed.first}
