"""How the teams stand today, in figures."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from django.utils.translation import gettext

from samspel.figures.definitions import COHORTS
from samspel.figures.period import Period
from samspel.organisation.team import Team
from samspel.participants.episodes import figures_of

STANDING = ("enrolled_at_end", "in_queue_at_end", "newly_enrolled", "closed_to_result")
"""The figures that say how a team stands; their period ends today."""


@dataclass(frozen=True, slots=True)
class Figure:
    """One number of a team, with its address and what it means."""

    address: str
    n: int
    definition: str


@dataclass(frozen=True, slots=True)
class TeamToday:
    """How a team stands today, and what the year has brought so far."""

    team: Team
    period: Period
    figures: dict[str, Figure]


def teams_today(teams: Iterable[Team], today: date) -> list[TeamToday]:
    """The figures of this year until ``today``, asked where every other page asks them."""
    year = Period(date(today.year, 1, 1), today)
    return [TeamToday(team, year, _standing(team, year)) for team in teams]


def _standing(team: Team, year: Period) -> dict[str, Figure]:
    figures = figures_of(team, year)
    return {
        address: Figure(address, figures.count(address).n, gettext(COHORTS[address].text))
        for address in STANDING
    }
