"""Taking the episodes of a file into the records: all of them, or with one fault none."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from datetime import datetime
from itertools import islice
from typing import BinaryIO

from django.db import IntegrityError, OperationalError, transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from samspel.accounts.actor import Actor
from samspel.accounts.log import log
from samspel.exchange.importing.changes import Changes, Comparison
from samspel.exchange.importing.columns import Layout, layout_of, plain_heading
from samspel.exchange.importing.csv_file import CsvFile
from samspel.exchange.importing.episode_row import EpisodeRow
from samspel.exchange.importing.faults import Faults, FileRefused
from samspel.exchange.importing.new_team import create_team, refuse_unplaced_team, teams_by_name
from samspel.exchange.importing.reading import RowReader
from samspel.exchange.importing.recorded import Recorded, recorded_of
from samspel.exchange.importing.staging import Staging
from samspel.exchange.importing.writing import write
from samspel.organisation.team import Team, TeamReferrer

PERSONS_AT_A_TIME = 2_000
_ROWS_BETWEEN_TELLING = 5_000

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
    saved: bool = False


@dataclass(slots=True)
class _Source:
    """An episode file read and waiting."""

    layout: Layout
    staging: Staging
    outcome: Outcome


def _no_progress(_share: float) -> None:
    """Nobody asked."""


def check_episodes(
    binary: BinaryIO, *, team: str | None = None, size: int = 0, progress: Progress = _no_progress
) -> Outcome:
    """What importing the file would do; nothing is written.

    ``team`` puts every row in the team of that name; ``size`` is the file's length in bytes, for
    the progress. Raises FileRefused when the file cannot be read at all.
    """
    with Staging() as staging:
        source = _read(binary, staging, team=team, size=size, progress=progress)
        known = teams_by_name()
        for key, name in staging.teams():
            if key not in known:
                refuse_unplaced_team(name)
                source.outcome.new_teams.append(name)
            for _changes in _compared(source, key, known.get(key)):
                pass
        return source.outcome


def import_episodes(
    binary: BinaryIO,
    *,
    by: Actor,
    team: str | None = None,
    size: int = 0,
    progress: Progress = _no_progress,
    at: datetime | None = None,
) -> Outcome:
    """Import the file: every row, or none when any has a fault. Doing it again changes nothing.

    A row is known again by team and episode_id. ``at`` is the time of the import, now unless
    given. Raises FileRefused when the file cannot be read at all.
    """
    with Staging() as staging:
        source = _read(binary, staging, team=team, size=size, progress=progress)
        try:
            with transaction.atomic():
                _save(source, by=by, at=at or timezone.now(), progress=progress)
                if source.outcome.faults:
                    transaction.set_rollback(True)
        except (IntegrityError, OperationalError) as error:
            # What was compared was true a moment ago: somebody else saved the same meanwhile.
            raise FileRefused(
                _(
                    "Somebody else changed the records during the import, so nothing was saved: "
                    "try again."
                )
            ) from error
        source.outcome.saved = not source.outcome.faults
        return source.outcome


def _read(
    binary: BinaryIO, staging: Staging, *, team: str | None, size: int, progress: Progress
) -> _Source:
    """Read and check every row by itself; reading is the first half of the work."""
    outcome = Outcome()
    given = " ".join(team.split()) if team is not None else None
    file = CsvFile(binary)
    try:
        layout = layout_of(file.headings, team_given=given is not None, faults=outcome.faults)
        if outcome.faults:
            return _Source(layout, staging, outcome)
        reader = RowReader(
            layout, team=given, own_referrers=_own_referrers(), faults=outcome.faults
        )
        for line, cells in file.rows():
            row, (its_team, its_id) = reader.read(line, cells)
            staging.add(line, row, its_team, its_id)
            outcome.rows += 1
            if outcome.rows % _ROWS_BETWEEN_TELLING == 0 and size:
                progress(0.5 * min(1.0, file.bytes_read() / size))
    finally:
        file.detach()
    _note_doubled(staging, layout, outcome.faults)
    return _Source(layout, staging, outcome)


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


def _save(source: _Source, *, by: Actor, at: datetime, progress: Progress) -> None:
    outcome = source.outcome
    known = teams_by_name()
    written = 0
    for key, name in source.staging.teams():
        team = known.get(key)
        if team is None:
            outcome.new_teams.append(name)
            team = create_team(name)
        team.touch()  # locks the team's row, so that casework waits until the import is done
        before = (outcome.new, outcome.changed)
        for changes in _compared(source, key, team if key in known else None):
            if not outcome.faults:
                write(changes, team=team, told=tuple(source.layout.places), at=at)
            written += len(changes.new_episodes) + changes.changed + changes.unchanged
            progress(0.5 + 0.5 * written / max(source.staging.rows, 1))
        if not outcome.faults:
            _tell(team, by=by, new=outcome.new - before[0], changed=outcome.changed - before[1])


def _tell(team: Team, *, by: Actor, new: int, changed: int) -> None:
    log(
        by=by,
        act="import_episodes",
        subject=f"team:{team.pk}",
        team_id=team.pk,
        details={"new": new, "changed": changed},
    )


def _compared(source: _Source, key: str, team: Team | None) -> Iterator[Changes]:
    """What the file asks for of one team, some persons at a time; counted in the outcome."""
    comparison = Comparison(source.layout, source.outcome.faults)
    persons = source.staging.persons(key)
    outcome = source.outcome
    while some := list(islice(persons, PERSONS_AT_A_TIME)):
        rows: list[EpisodeRow] = [row for person in some for row in person]
        changes = Changes()
        recorded = recorded_of(team, rows) if team is not None else Recorded()
        comparison.compare(some, recorded, changes)
        outcome.new += len(changes.new_episodes)
        outcome.changed += changes.changed
        outcome.unchanged += changes.unchanged
        yield changes
