"""This week and the next as days, with what is booked and what is free."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from datetime import date, datetime, timedelta

from django.urls import reverse
from django.utils.http import urlencode
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from samspel.accounts.user import User
from samspel.organisation.team import Team
from samspel.participants.visits.calendar import WEEK, day_bounds, monday_of
from samspel.participants.visits.occasions import (
    Occasion,
    occasions,
    standing_times,
    taken_places,
)
from samspel.participants.visits.visit import Visit
from samspel.records.recurrence import DAYS_OF_WEEK, Weekday

WEEKS = 2


@dataclass(frozen=True, slots=True)
class Line:
    """Something of a day: a booked visit, a free time or a cancelled one."""

    on: date
    clock: str
    text: str
    team: str
    url: str = ""
    act: str = ""


@dataclass(frozen=True, slots=True)
class Day:
    """A day with its lines; days without any are left out."""

    on: date
    title: str
    is_today: bool
    lines: list[Line] = field(default_factory=list)


@dataclass(frozen=True, slots=True)
class Week:
    """A week's days, titled."""

    title: str
    days: list[Day]


def two_weeks(*, user: User, teams: Sequence[Team], today: date, now: datetime) -> list[Week]:
    """This week and the next; three queries.

    Visits of persons whom ``user`` may not see take their places and are not shown.
    """
    monday = monday_of(today)
    last = monday + WEEKS * WEEK - timedelta(days=1)
    first, after = day_bounds(monday, last)
    span = Visit.objects.filter(team__in=teams, starts_at__gte=first, starts_at__lt=after).held()
    found = span.with_seen(user).select_related("episode__participant", "team")
    booked = list(found.order_by("starts_at", "pk"))
    times = standing_times(teams, monday, last)
    free = [
        each
        for each in occasions(times, monday, last, taken_places(booked))
        if each.starts_at > now and (each.free or each.is_cancelled)
    ]
    shown = [each for each in booked if getattr(each, "is_seen", False)]
    lines = [*map(_booked, shown), *map(_open, free)]
    titles = (_("This week"), _("Next week"))
    return [
        Week(title, list(_days(lines, monday + nth * WEEK, today)))
        for nth, title in enumerate(titles)
    ]


def _booked(visit: Visit) -> Line:
    url = reverse("visit", args=[visit.pk])
    return Line(visit.on, visit.clock, visit.listed_name, visit.team.name, url)


def _open(occasion: Occasion) -> Line:
    """A free time leads to booking it."""
    standing = occasion.standing_time
    clock, team = f"{standing.at:%H:%M}", standing.team.name
    if occasion.is_cancelled:
        url = reverse("standing_time", args=[standing.pk])
        return Line(occasion.day, clock, _("cancelled"), team, url)
    text = ngettext("%(n)s place free", "%(n)s places free", occasion.free)
    url = (
        f"{reverse('visit_book')}?{urlencode({'team': standing.team.slug, 'time': occasion.code})}"
    )
    return Line(occasion.day, clock, text % {"n": occasion.free}, team, url, _("Book"))


def _days(lines: Sequence[Line], monday: date, today: date) -> Iterator[Day]:
    for nth in range(DAYS_OF_WEEK):
        on = monday + timedelta(days=nth)
        of_day = sorted((each for each in lines if each.on == on), key=lambda each: each.clock)
        if of_day:
            yield Day(on, str(Weekday(nth).label), on == today, of_day)
