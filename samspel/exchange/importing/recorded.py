"""What the database already holds of the persons and episodes that a file tells of."""

from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import date
from typing import Any
from uuid import UUID

from django.db.models import Q

from samspel.exchange.importing.episode_row import EPISODE_COLUMNS, EpisodeRow
from samspel.organisation.team import Team
from samspel.participants.episode import Episode
from samspel.participants.participant import Participant


@dataclass(frozen=True, slots=True)
class RecordedPerson:
    """A participant of the team."""

    pk: UUID
    gender: str
    birth_date: date | None


@dataclass(frozen=True, slots=True)
class RecordedEpisode:
    """An episode of the team; ``values`` are its columns under the file's names."""

    pk: UUID
    person: UUID
    values: dict[str, Any]

    @property
    def is_open(self) -> bool:
        """Neither closed nor withdrawn."""
        return self.values["closed_on"] is None and self.values["withdrawn_on"] is None

    @property
    def stay(self) -> tuple[date | None, date | None]:
        """First and last day of the enrolment."""
        return self.values["enrolled_on"], self.values["closed_on"]


@dataclass(slots=True)
class Recorded:
    """What is recorded of some persons: by reference, by case number, and by person."""

    persons: dict[str, RecordedPerson] = field(default_factory=dict)
    episodes: dict[str, RecordedEpisode] = field(default_factory=dict)
    stays: dict[UUID, dict[str, RecordedEpisode]] = field(default_factory=dict)
    """Each person's episodes by case number."""

    def add(self, number: str, episode: RecordedEpisode) -> None:
        """Note an episode under its case number and its person."""
        self.episodes[number] = episode
        self.stays.setdefault(episode.person, {})[number] = episode


def recorded_of(team: Team | None, rows: Sequence[EpisodeRow]) -> Recorded:
    """What ``team`` holds of the rows' persons and case numbers; nothing for a new team."""
    recorded = Recorded()
    if team is None:
        return recorded
    references = {row.participant_id for row in rows}
    persons = Participant.objects.filter(team=team, reference__in=references)
    for pk, reference, gender, born in persons.values_list(
        "pk", "reference", "gender", "birth_date"
    ):
        recorded.persons[reference] = RecordedPerson(pk, gender, born)
    numbers = {row.episode_id for row in rows}
    known = [person.pk for person in recorded.persons.values()]
    found = Episode.objects.filter(
        Q(team=team, case_number__in=numbers) | Q(participant__in=known)
    ).values_list("case_number", "pk", "participant_id", *EPISODE_COLUMNS)
    for number, pk, person, *values in found.iterator():
        told = dict(zip(EPISODE_COLUMNS, values, strict=True))
        recorded.add(number, RecordedEpisode(pk, person, told))
    return recorded
