"""Person by person: what a file adds to the records, what it changes, and what it may not."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from datetime import date
from uuid import UUID

from django.utils.translation import gettext as _

from samspel.exchange.importing.columns import Layout
from samspel.exchange.importing.episode_row import (
    EPISODE_COLUMNS,
    ONLY_OPEN_ONE,
    SENTENCES,
    EpisodeRow,
)
from samspel.exchange.importing.faults import Faults
from samspel.exchange.importing.recorded import Recorded, RecordedEpisode, RecordedPerson
from samspel.participants.plausible import overlap_fault


@dataclass(slots=True)
class Changes:
    """What is to be written for some persons of one team."""

    new_persons: list[tuple[UUID, EpisodeRow]] = field(default_factory=list)
    changed_persons: list[tuple[UUID, EpisodeRow]] = field(default_factory=list)
    new_episodes: list[tuple[UUID, UUID, EpisodeRow]] = field(default_factory=list)
    """Each with its key and the person's."""
    changed_episodes: list[tuple[UUID, EpisodeRow]] = field(default_factory=list)
    """Each with the episode's own key."""
    unchanged: int = 0
    changed: int = 0
    """Rows that differ from what is recorded, in the episode or in the person."""


class Comparison:
    """Compares the rows of a file with the records; what cannot be is added to ``faults``.

    ``keys`` gives the keys of what is new.
    """

    def __init__(self, layout: Layout, faults: Faults, keys: Iterator[UUID]) -> None:
        self._layout = layout
        self._faults = faults
        self._keys = keys
        self._told = tuple(name for name in EPISODE_COLUMNS if name in layout.places)

    def compare(
        self, persons: Sequence[list[EpisodeRow]], recorded: Recorded, changes: Changes
    ) -> None:
        """Add to ``changes`` what the rows of these persons ask for."""
        for rows in persons:
            self._one_person(rows, recorded, changes)

    def _one_person(self, rows: list[EpisodeRow], recorded: Recorded, changes: Changes) -> None:
        first = rows[0]
        self._same_person(rows)
        known = recorded.persons.get(first.participant_id)
        stays = recorded.stays.get(known.pk, {}) if known is not None else {}
        if not self._one_open(rows, stays):
            self._apart(rows, stays)
        if known is None:
            key = next(self._keys)
            changes.new_persons.append((key, first))
        else:
            key = known.pk
        person_changed = known is not None and _differs(known, first)
        if person_changed:
            changes.changed_persons.append((key, first))
        for row in rows:
            self._one_episode(row, key, recorded, changes, person_changed=person_changed)

    def _one_episode(
        self,
        row: EpisodeRow,
        person: UUID,
        recorded: Recorded,
        changes: Changes,
        *,
        person_changed: bool,
    ) -> None:
        episode = recorded.episodes.get(row.episode_id)
        if episode is None:
            changes.new_episodes.append((next(self._keys), person, row))
        elif episode.person != person:
            self._fault(row, "participant_id", _("The episode belongs to another person."))
        elif self._episode_differs(episode, row):
            changes.changed_episodes.append((episode.pk, row))
            changes.changed += 1
        elif person_changed:
            changes.changed += 1
        else:
            changes.unchanged += 1

    def _episode_differs(self, episode: RecordedEpisode, row: EpisodeRow) -> bool:
        return any(episode.values[name] != getattr(row, name) for name in self._told)

    def _same_person(self, rows: list[EpisodeRow]) -> None:
        """One person has one gender and one date of birth."""
        first = rows[0]
        for row in rows[1:]:
            for column in ("gender", "birth_date"):
                if getattr(row, column) != getattr(first, column):
                    sentence = _("Line %(line)d has another value for the same person.")
                    self._fault(row, column, sentence % {"line": first.line})

    def _one_open(self, rows: list[EpisodeRow], stays: dict[str, RecordedEpisode]) -> bool:
        """A person has at most one open episode, those recorded before counted in.

        Returns whether there was a fault.
        """
        faults = self._faults.count
        in_file = {row.episode_id for row in rows}
        others = [number for number, each in stays.items() if each.is_open]
        beside = any(number not in in_file for number in others)
        opened: EpisodeRow | None = None
        for row in rows:
            # A withdrawal that the file has no column for stays as it is recorded.
            kept = stays.get(row.episode_id) if "withdrawn_on" not in self._told else None
            if not row.is_open or (kept and kept.values["withdrawn_on"] is not None):
                continue
            if beside or opened is not None:
                sentence = str(SENTENCES[ONLY_OPEN_ONE])
                if opened is not None:
                    sentence += " " + _("See line %(line)d.") % {"line": opened.line}
                self._fault(row, "closed_on", sentence)
            opened = opened or row
        return self._faults.count > faults

    def _apart(self, rows: list[EpisodeRow], stays: dict[str, RecordedEpisode]) -> None:
        """A person's stays with the team do not overlap, those recorded before counted in."""
        if len(rows) == 1 and not stays.keys() - {rows[0].episode_id}:
            return
        in_file = {row.episode_id for row in rows}
        others = [each.stay for number, each in stays.items() if number not in in_file]
        for row in sorted(rows, key=_begins):
            stay = (row.enrolled_on, row.closed_on)
            sentence = overlap_fault(stay, others)
            if sentence:
                self._fault(row, "enrolled_on", sentence)
            others.append(stay)

    def _fault(self, row: EpisodeRow, column: str, sentence: object) -> None:
        self._faults.add(row.line, self._layout.heading(column), sentence)


def _begins(row: EpisodeRow) -> tuple[date, int]:
    return row.enrolled_on or date.min, row.line


def _differs(known: RecordedPerson, row: EpisodeRow) -> bool:
    return (known.gender, known.birth_date) != (row.gender, row.birth_date)
