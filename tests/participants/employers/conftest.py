"""An employer with a task, and placements that are told of as another part would tell them."""

from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import date
from typing import Any
from uuid import UUID

import pytest
from django.test import Client

from samspel.accounts.actor import Actor
from samspel.accounts.models import User
from samspel.figures.employers import Hosting
from samspel.organisation.models import Team
from samspel.participants.employers import history
from samspel.participants.employers.history import Source, TakenOn, TakenPlace
from samspel.participants.employers.models import Employer, Task, WorkKind
from tests.employer_things import make_employer, make_task
from tests.people import client_of

TODAY = date(2025, 6, 16)
"""A Monday."""
NUMBER = "212000-0142"


@dataclass
class Told:
    """What the source answers."""

    past: list[TakenOn] = field(default_factory=list)
    places: list[TakenPlace] = field(default_factory=list)

    def taken_on(self, employer: Employer, user: User, today: date) -> Sequence[TakenOn]:
        assert user.pk
        return [each for each in self._begun(today) if each.hosting.employer == str(employer.pk)]

    def hosted(self, teams: Sequence[Team], today: date) -> Sequence[Hosting]:
        theirs = {str(pk) for pk in Employer.objects.of_teams(teams).values_list("pk", flat=True)}
        return [each.hosting for each in self._begun(today) if each.hosting.employer in theirs]

    def taken_places(self, teams: Sequence[Team], today: date) -> Sequence[TakenPlace]:
        assert teams
        return [each for each in self.places if each.until is None or each.until >= today]

    def _begun(self, today: date) -> list[TakenOn]:
        return [each for each in self.past if each.hosting.started_on <= today]

    def took_on(self, employer: Employer, who: str, first: date, **more: Any) -> None:
        """Let the employer have taken somebody on."""
        hosting = {
            "placement": f"placement {len(self.past)}",
            "person": who,
            "ended_on": None,
            "led_to": "",
            "weeks": (),
        }
        named = {name: more[name] for name in hosting if name in more}
        row = Hosting(employer=str(employer.pk), started_on=first, **hosting | named)
        shown = {"url": "", "task": "Vattna", "purpose": "rutiner", "led_to": ""}
        told = {name: more[f"shown_{name}"] for name in shown if f"shown_{name}" in more}
        self.past.append(TakenOn(hosting=row, who=who, **shown | told))

    def takes_place(self, task: UUID, since: date, until: date | None) -> None:
        """Let a place at the task be taken."""
        self.places.append(TakenPlace(task, since, until))


@pytest.fixture
def told(monkeypatch: pytest.MonkeyPatch) -> Told:
    """The only source there is."""
    answers = Told()
    source = Source("test", answers.taken_on, answers.hosted, answers.taken_places)
    monkeypatch.setattr(history, "_registered", {"test": source})
    return answers


@pytest.fixture(autouse=True)
def _on_a_monday(settings: Any) -> None:
    """Every page of these tests is shown on that day."""
    settings.SAMSPEL_TODAY = TODAY


@pytest.fixture
def by(coach: User) -> Actor:
    return Actor(coach, "192.0.2.1")


@pytest.fixture
def as_coach(coach: User) -> Client:
    return client_of(coach)


@pytest.fixture
def garden(team: Team) -> WorkKind:
    return WorkKind.objects.create(team=team, code="garden", title="trädgård")


@pytest.fixture
def employer(team: Team) -> Employer:
    return make_employer(team)


@pytest.fixture
def task(employer: Employer, garden: WorkKind) -> Task:
    """Two places in the garden."""
    row = make_task(employer, capacity=2, accessibility=["bus"])
    row.work_kinds.add(garden)
    return row


@pytest.fixture
def elsewhere(other_team: Team) -> Employer:
    """An employer of the other team."""
    return make_employer(other_team, name="Deras Bageri")
