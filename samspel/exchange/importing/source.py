"""A file read row by row, before anything is compared with the records."""

from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import date
from typing import BinaryIO

from django.utils.translation import gettext as _

from samspel.exchange.importing.columns import Layout, layout_of, plain_heading
from samspel.exchange.importing.csv_file import CsvFile
from samspel.exchange.importing.faults import Faults
from samspel.exchange.importing.new_team import refuse_team_name, teams_by_name
from samspel.exchange.importing.oddities import Oddities
from samspel.exchange.importing.reading import RowReader
from samspel.exchange.importing.staging import Staging
from samspel.organisation.team import TeamReferrer

_ROWS_BETWEEN_TELLING = 5_000
READING = 0.4
"""The share of the work that reading is."""

Progress = Callable[[float], None]
"""Told now and then how far the work has come, from 0 to 1."""


@dataclass(slots=True)
class Outcome:
    """What a file brings, or would bring: numbers of rows, and what is wrong in it."""

    rows: int = 0
    new: int = 0
    changed: int = 0
    unchanged: int = 0
    new_teams: list[str] = field(default_factory=list)
    faults: Faults = field(default_factory=Faults)
    oddities: Oddities = field(default_factory=Oddities)
    saved: bool = False


@dataclass(slots=True)
class Source:
    """An episode file read and waiting."""

    layout: Layout
    staging: Staging
    outcome: Outcome


def read_source(
    binary: BinaryIO,
    staging: Staging,
    *,
    team: str | None,
    size: int,
    today: date,
    progress: Progress,
) -> Source:
    """Read and check every row by itself; reading is the first part of the work.

    Raises FileRefused when the file cannot be read at all.
    """
    outcome = Outcome()
    given = " ".join(team.split()) if team is not None else None
    file = CsvFile(binary)
    try:
        layout = layout_of(file.headings, team_given=given is not None, faults=outcome.faults)
        if outcome.faults:
            return Source(layout, staging, outcome)
        reader = _reader(layout, given, today, outcome)
        for line, cells in file.rows():
            row, (its_team, its_id) = reader.read(line, cells)
            staging.add(line, row, its_team, its_id)
            outcome.rows += 1
            if outcome.rows % _ROWS_BETWEEN_TELLING == 0 and size:
                progress(READING * min(1.0, file.bytes_read() / size))
    finally:
        file.detach()
    _note_doubled(staging, layout, outcome.faults)
    return Source(layout, staging, outcome)


def _reader(layout: Layout, team: str | None, today: date, outcome: Outcome) -> RowReader:
    teams = teams_by_name()
    known = frozenset(teams)
    outcome.oddities.started_on = {
        key: each.started_on for key, each in teams.items() if each.started_on is not None
    }
    if team is not None and team.casefold() not in known:
        refuse_team_name(team)
    return RowReader(
        layout,
        team=team,
        known_teams=known,
        own_referrers=_own_referrers(),
        today=today,
        faults=outcome.faults,
        oddities=outcome.oddities,
    )


def _note_doubled(staging: Staging, layout: Layout, faults: Faults) -> None:
    for line, first in staging.doubled_ids():
        sentence = _("The same id stands on line %(line)d.") % {"line": first}
        faults.add(line, layout.heading("episode_id"), sentence)


def _own_referrers() -> dict[str, dict[str, str]]:
    """Team (case-folded) → plain word → code, of the referrers that teams have added."""
    words: dict[str, dict[str, str]] = {}
    for each in TeamReferrer.objects.select_related("team"):
        own = words.setdefault(each.team.name.casefold(), {})
        own[plain_heading(each.code)] = own[plain_heading(each.title)] = each.code
    return words
