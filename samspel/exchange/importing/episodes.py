"""Taking the episodes of a file into the records: all of them, or with one fault none.

Everything is read, compared and made ready first, beside others who write. Only then the import
takes its turn, makes sure that nothing of the teams' records has changed meanwhile, and hands the
rows over.
"""

from collections.abc import Mapping
from datetime import datetime
from itertools import islice
from typing import BinaryIO

from django.db import IntegrityError, transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from samspel.accounts.actor import Actor
from samspel.accounts.log import log
from samspel.exchange.importing.changes import Changes, Comparison
from samspel.exchange.importing.episode_row import EpisodeRow
from samspel.exchange.importing.faults import FileRefused
from samspel.exchange.importing.keys import rising_keys
from samspel.exchange.importing.new_team import create_team, refuse_unplaced_team, teams_by_name
from samspel.exchange.importing.recorded import Recorded, recorded_of
from samspel.exchange.importing.source import READING, Outcome, Progress, Source, read_source
from samspel.exchange.importing.staging import Staging
from samspel.exchange.importing.turn import own_turn
from samspel.exchange.importing.writing import Writer
from samspel.organisation.team import Team

PERSONS_AT_A_TIME = 2_000
COMPARED = 0.8
"""The share of the work that is done when everything is compared and ready."""
_ATTEMPTS = 3


class _ChangedMeanwhileError(Exception):
    """What was compared is not true any more."""


def _no_progress(_share: float) -> None:
    """Nobody asked."""


def check_episodes(
    binary: BinaryIO,
    *,
    team: str | None = None,
    size: int = 0,
    progress: Progress = _no_progress,
    at: datetime | None = None,
) -> Outcome:
    """What importing the file would do; nothing is written.

    ``team`` puts every row in the team of that name; ``size`` is the file's length in bytes, for
    the progress. ``at`` is now unless given. Raises FileRefused when the file cannot be read at
    all.
    """
    at = at or timezone.now()
    today = timezone.localdate(at)
    with Staging() as staging:
        source = read_source(binary, staging, team=team, size=size, today=today, progress=progress)
        _Import(source, at, progress).compare()
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
    given. Raises FileRefused when the file cannot be read at all, and when others wrote to the
    same records every time.
    """
    at = at or timezone.now()
    today = timezone.localdate(at)
    with Staging() as staging:
        source = read_source(binary, staging, team=team, size=size, today=today, progress=progress)
        work = _Import(source, at, progress)
        work.compare()
        if not source.outcome.faults:
            work.save(by=by)
        return source.outcome


class _Import:
    """One file that was read, on its way into the records."""

    def __init__(self, source: Source, at: datetime, progress: Progress) -> None:
        self._source = source
        self._outcome = source.outcome
        self._prepared = source.staging.prepared
        self._teams = source.staging.teams()
        self._at = at
        self._progress = progress
        self._compared_with: dict[str, Team] = {}
        self._of_team: dict[str, tuple[int, int]] = {}

    def compare(self) -> None:
        """Find what the file asks for and make it ready; counted in the outcome."""
        self._compared_with = teams_by_name()
        self._prepared.clear()
        outcome = self._outcome
        outcome.new = outcome.changed = outcome.unchanged = 0
        outcome.new_teams = [name for key, name in self._teams if key not in self._compared_with]
        for name in outcome.new_teams:
            refuse_unplaced_team(name)
        for key, _name in self._teams:
            before = (outcome.new, outcome.changed)
            self._compare_team(key, self._compared_with.get(key))
            self._of_team[key] = (outcome.new - before[0], outcome.changed - before[1])

    def _compare_team(self, key: str, team: Team | None) -> None:
        source, outcome = self._source, self._outcome
        comparison = Comparison(source.layout, outcome.faults, rising_keys(self._at))
        persons = source.staging.persons(key)
        while some := list(islice(persons, PERSONS_AT_A_TIME)):
            rows: list[EpisodeRow] = [row for person in some for row in person]
            changes = Changes()
            recorded = recorded_of(team, rows) if team is not None else Recorded()
            comparison.compare(some, recorded, changes)
            if not outcome.faults:
                self._prepared.add(key, changes)
            outcome.new += len(changes.new_episodes)
            outcome.changed += changes.changed
            outcome.unchanged += changes.unchanged
            done = outcome.new + outcome.changed + outcome.unchanged
            share = min(1.0, done / max(source.staging.rows, 1))
            self._progress(READING + (COMPARED - READING) * share)

    def save(self, *, by: Actor) -> None:
        """Write what is ready; what somebody else changed meanwhile is compared once more.

        The last time it is compared while nobody else may write, so that it ends in any case.
        """
        for attempt in range(1, _ATTEMPTS + 1):
            try:
                with own_turn():
                    self._write(by=by, compare=attempt == _ATTEMPTS)
                    if self._outcome.faults:
                        transaction.set_rollback(True)
            except (IntegrityError, _ChangedMeanwhileError) as error:
                if attempt == _ATTEMPTS:
                    raise FileRefused(
                        _(
                            "Somebody else changed the records during the import, so nothing was "
                            "saved: try again."
                        )
                    ) from error
                self.compare()
            else:
                self._outcome.saved = not self._outcome.faults
                self._progress(1.0)
                return

    def _write(self, *, by: Actor, compare: bool) -> None:
        teams = self._locked_teams()
        if compare:
            self.compare()
        else:
            self._refuse_changed(teams)
        written = 0

        def wrote(rows: int) -> None:
            nonlocal written
            written += rows
            # Persons and episodes: about two rows are written for each that was read.
            share = min(1.0, written / (2 * max(self._source.staging.rows, 1)))
            self._progress(COMPARED + (1 - COMPARED) * share)

        for key, name in self._teams if not self._outcome.faults else ():
            team = teams.get(key) or create_team(name)
            writer = Writer(self._prepared, key, team, at=self._at, wrote=wrote)
            writer.write(tuple(self._source.layout.places))
            team.touch()
            self._tell(team, key, by=by)

    def _locked_teams(self) -> dict[str, Team]:
        """The file's teams that there are, locked: casework waits until the import is done."""
        keys = {key for key, _name in self._teams}
        known = [team.pk for key, team in teams_by_name().items() if key in keys]
        rows = Team.objects.select_for_update().filter(pk__in=known).order_by("pk")
        return {team.name.casefold(): team for team in rows}

    def _refuse_changed(self, teams: Mapping[str, Team]) -> None:
        """Every write on a team's records makes its revision grow."""
        before = {
            key: team.revision
            for key, _name in self._teams
            if (team := self._compared_with.get(key)) is not None
        }
        if before != {key: team.revision for key, team in teams.items()}:
            raise _ChangedMeanwhileError

    def _tell(self, team: Team, key: str, *, by: Actor) -> None:
        new, changed = self._of_team[key]
        log(
            by=by,
            act="import_episodes",
            subject=f"team:{team.pk}",
            team_id=team.pk,
            details={"new": new, "changed": changed},
        )
