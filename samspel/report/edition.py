"""Which edition of the figures somebody reads: the exact one, or the public one."""

from datetime import date
from typing import Literal

from samspel.accounts.roles import Act
from samspel.accounts.user import User
from samspel.figures.disclosure import PublicFigures
from samspel.figures.period import Period
from samspel.figures.reading import Reader
from samspel.figures.resources import TeamFigures
from samspel.organisation.team import Team
from samspel.participants.road import every_figure_of
from samspel.printed import PrintedFigures
from samspel.report.own_titles import OwnTitles
from samspel.report.resources import ResourceFrames

Edition = Literal["internal", "public"]
INTERNAL: Edition = "internal"
PUBLIC: Edition = "public"


def may_be_read(team: Team, period: Period, edition: Edition, *, today: date) -> bool:
    """Whether the edition answers for the period.

    The public one answers for the periods of the team's own rhythm that ended before ``today``:
    figures of two periods that overlap would tell by their difference what happened between.
    """
    return edition == INTERNAL or team.rhythm.has_ended(period, today)


def edition_for(user: User, team: Team) -> Edition:
    """Those who do the casework read exact figures, all others the public ones (`access.md`)."""
    may_see_cases = Team.objects.where_user_may(user, Act.CASEWORK).filter(pk=team.pk).exists()
    return INTERNAL if may_see_cases else PUBLIC


def reader_of(team: Team, period: Period, edition: Edition) -> TeamFigures:
    """The team's figures in an edition; in the public one the wholes stay exact."""
    exact = every_figure_of(team, period)
    is_public = edition != INTERNAL
    people: Reader = PublicFigures(exact, wholes_exact=True) if is_public else exact
    return TeamFigures(
        people, ResourceFrames(team), is_public=is_public, started_on=team.started_on
    )


def printed_of(team: Team, period: Period, *, edition: Edition, language: str) -> PrintedFigures:
    """The team's figures in an edition and a language."""
    return PrintedFigures(reader_of(team, period, edition), language, OwnTitles(team))
