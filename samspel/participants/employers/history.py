"""What employers have taken on: asked of those parts that know, which lie above this one.

They register a `Source` when the application starts. Without one, nothing was ever taken on and
every place is free.
"""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import date
from typing import NamedTuple
from uuid import UUID

from samspel.accounts.user import User
from samspel.figures.employers import Hosting
from samspel.organisation.team import Team
from samspel.participants.employers.employer import Employer


class TakenOn(NamedTuple):
    """One placement as the employer's page tells of it, in words.

    ``who`` is the person's ``listed_name``. ``url`` is the placement's page, empty where the
    user may not see the person: the placement counts, and nothing else is told of them.
    """

    hosting: Hosting
    who: str
    url: str
    task: str
    purpose: str
    led_to: str


class TakenPlace(NamedTuple):
    """A place at a task that is taken from a day until a last day; None goes on."""

    task: UUID
    since: date
    until: date | None


@dataclass(frozen=True, slots=True)
class Source:
    """``taken_on``: the placements that have begun with an employer, the latest first.

    ``hosted``: all placements of the teams that have begun, for the figures.
    ``taken_places``: the places that are taken on the day or will be, at the teams' employers.
    Each asks a few queries, however many the rows.
    """

    name: str
    taken_on: Callable[[Employer, User, date], Sequence[TakenOn]]
    hosted: Callable[[Sequence[Team], date], Sequence[Hosting]]
    taken_places: Callable[[Sequence[Team], date], Sequence[TakenPlace]]


_registered: dict[str, Source] = {}


def register(source: Source) -> Source:
    """Make a source known; raises ValueError where another one has its name."""
    if _registered.setdefault(source.name, source) != source:
        raise ValueError(f"there are two sources called {source.name}")
    return source


def taken_on(employer: Employer, *, user: User, today: date) -> list[TakenOn]:
    """What the employer has taken on up to ``today``, the latest first."""
    found = [
        each
        for source in tuple(_registered.values())
        for each in source.taken_on(employer, user, today)
    ]
    return sorted(found, key=lambda one: one.hosting.started_on, reverse=True)


def hosted(teams: Sequence[Team], *, today: date) -> list[Hosting]:
    """What the teams' employers have taken on up to ``today``, as figures count it."""
    return [row for source in tuple(_registered.values()) for row in source.hosted(teams, today)]


def taken_places(teams: Sequence[Team], *, today: date) -> list[TakenPlace]:
    """The places at the teams' employers that are taken on ``today`` or later."""
    return [
        place
        for source in tuple(_registered.values())
        for place in source.taken_places(teams, today)
    ]
