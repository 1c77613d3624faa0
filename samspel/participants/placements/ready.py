"""Who is ready for a placement and waits: since when, and what fits them."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from django.db.models import Exists, F, OuterRef, QuerySet

from samspel.accounts.user import User
from samspel.organisation.team import Team
from samspel.participants.employers.places import Places, places_at
from samspel.participants.employers.task import Task
from samspel.participants.episode import Episode
from samspel.participants.participant import visible
from samspel.participants.placements.fitting import Fit, Offered, Sought, fit_of
from samspel.participants.placements.placement import Placement
from samspel.participants.placements.readiness import Readiness
from samspel.participants.stage import ENROLLED_STAGES

BEST = 3
"""Places that the list shows for each."""


@dataclass(frozen=True, slots=True)
class Place:
    """A task that is offered, with its places."""

    task: Task
    places: Places

    @property
    def offered(self) -> Offered:
        """The task as the rule sees it."""
        kinds = {each.pk: each.title for each in self.task.work_kinds.all()}
        task = self.task
        return Offered(kinds, task.structure, task.accessibility, task.hours_from)


@dataclass(frozen=True, slots=True)
class Match:
    """A place, and how it fits."""

    place: Place
    fit: Fit

    @property
    def is_free(self) -> bool:
        """Whether somebody can begin there now."""
        return self.place.places.free > 0


def waiting(user: User, teams: Sequence[Team], today: date) -> QuerySet[Readiness]:
    """Those who are enrolled and ready, and have had no placement since; whom ``user`` may see."""
    cases = Episode.objects.filter(visible(user, teams, "participant__"))
    enrolled = cases.in_stages(ENROLLED_STAGES, today).order_by().values("pk")
    placed = Placement.objects.filter(
        episode=OuterRef("episode"), starts_on__gte=OuterRef("ready_on"), called_off_on=None
    )
    found = Readiness.objects.filter(~Exists(placed), episode__in=enrolled, ready_on__lte=today)
    parties = ("episode__participant", "episode__team", "episode__coach")
    return found.select_related(*parties).annotate(name_key=F("episode__participant__sort_key"))


def sought_by(readiness: Readiness) -> Sought:
    """What somebody wishes for and needs, as the rule sees it; kinds are best prefetched."""
    kinds = {each.pk: each.title for each in readiness.work_kinds.all()}
    return Sought(kinds, readiness.structure_at_most, readiness.accessibility, readiness.hours)


def offered_places(teams: Sequence[Team], today: date) -> Mapping[int, list[Place]]:
    """The tasks that are offered with their places, by team; three queries."""
    found = Task.objects.of_teams(teams).offered().select_related("employer")
    tasks = list(found.prefetch_related("work_kinds").order_by("employer__sort_key", "title", "pk"))
    places = places_at(tasks, teams, today=today)
    by_team: dict[int, list[Place]] = {}
    for task in tasks:
        by_team.setdefault(task.employer.team_id, []).append(Place(task, places[task.pk]))
    return by_team


def matches(readiness: Readiness, places: Iterable[Place]) -> list[Match]:
    """All places in the order in which they fit; those that are free before the others."""
    sought = sought_by(readiness)
    found = [Match(place, fit_of(sought, place.offered)) for place in places]
    return sorted(found, key=lambda each: (not each.is_free, each.fit.rank))


def place_of(task: Task, team: Team, today: date) -> Place:
    """One task with its places."""
    return Place(task, places_at([task], [team], today=today)[task.pk])
