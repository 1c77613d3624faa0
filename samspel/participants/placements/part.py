"""The placements of one case on the person's page: what goes on, what is planned, what was."""

from dataclasses import dataclass
from datetime import date
from decimal import Decimal

from django.db.models import OuterRef, Subquery

from samspel.participants.due import Due
from samspel.participants.episode import Episode
from samspel.participants.placements.due import dues_of, with_last_follow_up
from samspel.participants.placements.ladder import told_hours
from samspel.participants.placements.ladder_step import LadderStep
from samspel.participants.placements.placement import Placement
from samspel.participants.placements.purpose import LOOKS, State
from samspel.participants.when import Step, may

TEMPLATE = "placements/part.html"
_SHOWN = 3


@dataclass(frozen=True, slots=True)
class Line:
    """A placement on one line. ``hours`` are per week in words, by the ladder on that day."""

    placement: Placement
    state: State
    hours: str

    @property
    def look(self) -> str:
        """The look of the state's mark."""
        return LOOKS[self.state]


@dataclass(frozen=True, slots=True)
class PlacementsPart:
    """What ``placements/part.html`` shows as ``placements``."""

    episode: Episode
    lines: list[Line]
    dues: list[Due]
    may_place: bool

    @property
    def shown(self) -> list[Line]:
        """What the person's page has room for: those that go on or are planned, else the last."""
        running = [each for each in self.lines if each.state in (State.ONGOING, State.PLANNED)]
        return running or self.lines[:_SHOWN]


def placements_part(episode: Episode, today: date) -> PlacementsPart | None:
    """The placements of a case by one query; None for somebody who was never enrolled.

    ``dues`` are those of `placement_dues`, so that the page needs not ask again.
    """
    if episode.enrolled_on is None or episode.enrolled_on > today:
        return None
    lines = lines_of(episode, today)
    may_place = may(Step.PLACE, episode.stage(today))
    running = [each for each in lines if each.state in (State.ONGOING, State.PLANNED)]
    dues = [one for each in running for one in dues_of(each.placement, today)] if may_place else []
    return PlacementsPart(episode, lines, sorted(dues), may_place)


def lines_of(episode: Episode, today: date) -> list[Line]:
    """All placements of a case, the latest first; one query."""
    reached = LadderStep.objects.filter(placement=OuterRef("pk"), on__lte=today).order_by("-on")
    first = LadderStep.objects.filter(placement=OuterRef("pk")).order_by("on")
    found = with_last_follow_up(Placement.objects.filter(episode=episode)).annotate(
        hours_now=Subquery(reached.values("hours")[:1]),
        hours_first=Subquery(first.values("hours")[:1]),
    )
    placements = list(found.select_related("employer", "task").order_by("-starts_on", "pk"))
    for each in placements:
        each.episode = episode
    return [Line(each, each.state(today), _hours(each)) for each in placements]


def _hours(placement: Placement) -> str:
    hours: Decimal | None = getattr(placement, "hours_now", None)
    hours = hours if hours is not None else getattr(placement, "hours_first", None)
    return "" if hours is None else told_hours(hours)
