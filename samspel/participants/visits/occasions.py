"""The single occasions of a team's standing times, each with its free places."""

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from uuid import UUID

from django.db.models import Prefetch, Q
from django.utils.text import capfirst
from django.utils.translation import gettext as _

from samspel.organisation.team import Team
from samspel.participants.visits.calendar import day_bounds, moment
from samspel.participants.visits.standing_time import CancelledTime, StandingTime
from samspel.participants.visits.visit import Visit
from samspel.records.recurrence import Weekday

OFFERED = timedelta(weeks=8)
"""How far ahead free times are offered."""

Taken = Counter[tuple[UUID, datetime]]
"""How many places are taken, by standing time and moment."""


@dataclass(frozen=True, slots=True)
class ChosenTime:
    """When a visit is to be: an occasion of a standing time, or any moment."""

    starts_at: datetime
    place: str = ""
    standing_time_id: UUID | None = None


@dataclass(frozen=True, slots=True)
class Occasion:
    """A standing time on one of its days; ``taken`` are the places that are booked."""

    standing_time: StandingTime
    day: date
    starts_at: datetime
    taken: int = 0
    is_cancelled: bool = False

    @property
    def free(self) -> int:
        """How many can still book; none on a cancelled day."""
        return 0 if self.is_cancelled else max(0, self.standing_time.places - self.taken)

    @property
    def code(self) -> str:
        """How a form names it: the standing time's id and the day."""
        return f"{self.standing_time.pk}.{self.day.isoformat()}"

    @property
    def chosen(self) -> ChosenTime:
        """The occasion as what somebody chose."""
        return ChosenTime(self.starts_at, self.standing_time.place, self.standing_time.pk)

    @property
    def text(self) -> str:
        """The occasion in words: Monday 2026-03-16, 10:00, where."""
        when = told(self.day, f"{self.standing_time.at:%H:%M}")
        return f"{when}, {self.standing_time.place}" if self.standing_time.place else when


def told(day: date, clock: str) -> str:
    """A day and a time of day in words."""
    parts = {
        "weekday": capfirst(Weekday(day.weekday()).label),
        "day": day.isoformat(),
        "time": clock,
    }
    return _("%(weekday)s %(day)s, %(time)s") % parts


def occasions(
    times: Iterable[StandingTime], start: date, end: date, taken: Taken
) -> list[Occasion]:
    """The occasions of standing times from ``start`` to ``end``, in order; pure.

    The cancelled days must have been fetched with the times (`standing_times`).
    """
    found = []
    for each in times:
        cancelled = {row.on for row in each.cancelled.all()}
        for day in each.days(start, end):
            at = moment(day, each.at)
            found.append(Occasion(each, day, at, taken[each.pk, at], day in cancelled))
    return sorted(found, key=lambda occasion: (occasion.starts_at, str(occasion.standing_time.pk)))


def standing_times(teams: Sequence[Team], start: date, end: date) -> list[StandingTime]:
    """The teams' standing times that may fall in a span, with the cancelled days of it."""
    cancelled = CancelledTime.objects.filter(on__range=(start, end))
    goes_on = Q(last_on=None) | Q(last_on__gte=start)
    found = StandingTime.objects.filter(goes_on, team__in=teams, first_on__lte=end)
    return list(
        found.select_related("team").prefetch_related(Prefetch("cancelled", queryset=cancelled))
    )


def taken_places(visits: Iterable[Visit]) -> Taken:
    """The places that some visits take."""
    return Counter(
        (each.standing_time_id, each.starts_at)
        for each in visits
        if each.standing_time_id is not None and each.came != "cancelled"
    )


def occasions_of(team: Team, start: date, end: date) -> list[Occasion]:
    """A team's occasions from ``start`` to ``end``; three queries."""
    first, after = day_bounds(start, end)
    visits = Visit.objects.filter(team=team, starts_at__gte=first, starts_at__lt=after)
    booked = visits.exclude(standing_time=None).only("standing_time_id", "starts_at", "came")
    return occasions(standing_times([team], start, end), start, end, taken_places(booked))


def free_occasions(team: Team, today: date, now: datetime) -> list[Occasion]:
    """What can be booked of a team's times in the weeks to come."""
    coming = occasions_of(team, today, today + OFFERED)
    return [each for each in coming if each.free and each.starts_at > now]
