"""What the start page tells: who waits, what is due, how the teams stand today."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from django.db.models import Q
from django.utils.translation import gettext

from samspel.accounts.roles import Act
from samspel.accounts.user import User
from samspel.figures.definitions import COHORTS
from samspel.figures.period import Period
from samspel.organisation.team import Team
from samspel.participants.episode import Episode
from samspel.participants.episodes import figures_of
from samspel.participants.stage import Stage

SHOWN = 6
"""As many of each list as can be taken in at a glance."""


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


@dataclass(frozen=True, slots=True)
class InQueue:
    """An episode in the queue and how long it has stood there."""

    episode: Episode
    days: int


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


def longest_in_queue(user: User, today: date) -> list[InQueue]:
    """Those who have waited longest to be enrolled: one's own, and those without a coach."""
    queue = (
        Episode.objects.visible_to(user)
        .in_stages([Stage.QUEUE], today)
        .filter(_is_mine(user) | Q(coach=None))
        .select_related("participant", "team")
        .order_by("referred_on", "pk")
    )
    return [
        InQueue(episode, (today - episode.referred_on).days)
        for episode in queue[:SHOWN]
        if episode.referred_on
    ]


def _is_mine(user: User) -> Q:
    """The coach's own; whoever answers for a team has all of its."""
    return Q(coach=user) | Q(team__in=Team.objects.where_user_may(user, Act.TEAM_SETTINGS))
