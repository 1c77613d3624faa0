"""How full a team is on a day, and how long the queue will last: asked of the figures."""

from dataclasses import dataclass
from datetime import date

from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from samspel.figures.definitions import DEFINITIONS
from samspel.figures.measures import MONTHS_PER_DAY
from samspel.figures.period import Period, year_until
from samspel.figures.queue_outlook import queue_outlook
from samspel.organisation.team import Team
from samspel.participants.episodes import figures_of


@dataclass(frozen=True, slots=True)
class Number:
    """A figure with its address and what it means."""

    address: str
    n: int
    definition: str


@dataclass(frozen=True, slots=True)
class Places:
    """What the figures of the 12 months that end with the day say of a team's places."""

    capacity: int | None
    """None where the team's settings say no number of places."""
    period: Period
    enrolled: Number
    in_queue: Number
    closed: Number

    @property
    def free(self) -> int | None:
        """Places that nobody has; below zero as many are enrolled over the number of places."""
        return None if self.capacity is None else self.capacity - self.enrolled.n

    def sentence(self) -> str:
        """How many are enrolled, of how many places."""
        told = {"enrolled": self.enrolled.n, "places": self.capacity or 0, "free": self.free or 0}
        if self.free is None:
            return _("%(enrolled)s enrolled. The settings say no number of places.") % told
        if self.free < 0:
            over = told | {"over": -self.free}
            return _("%(enrolled)s enrolled of %(places)s: %(over)s over.") % over
        if self.free == 0:
            return _("%(enrolled)s enrolled of %(places)s: no place is free.") % told
        return (
            ngettext(
                "%(enrolled)s enrolled of %(places)s: %(free)s place is free.",
                "%(enrolled)s enrolled of %(places)s: %(free)s places are free.",
                self.free,
            )
            % told
        )

    def days_until(self, place_in_queue: int) -> int | None:
        """The days until that place in the queue becomes a place in the team (`queue_outlook`)."""
        return queue_outlook(
            enrolled=self.enrolled.n,
            capacity=self.capacity,
            closings_last_year=self.closed.n,
            place_in_queue=place_in_queue,
        )


def places_of(team: Team, today: date) -> Places:
    """The team's places on ``today``; ``team`` must be as it stands now. One query at most."""
    period = year_until(today)
    figures = figures_of(team, period)

    def number(address: str) -> Number:
        return Number(address, figures.count(address).n, _(DEFINITIONS[address].text))

    return Places(
        team.capacity,
        period,
        number("enrolled_at_end"),
        number("in_queue_at_end"),
        number("closed"),
    )


def wait_words(days: int | None) -> str:
    """An expected wait in words: whole months, since more would promise too much."""
    if days is None:
        return _("cannot be said")
    if days == 0:
        return _("there is a place")
    months = round(days * MONTHS_PER_DAY)
    if months < 1:
        return _("less than a month")
    return ngettext("about %(months)s month", "about %(months)s months", months) % {
        "months": months
    }
