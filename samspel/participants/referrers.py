"""Who can send a referral to a team: those that every team has, and the team's own."""

from collections.abc import Iterable

from django.utils.translation import gettext as _

from samspel.figures.codes import REFERRERS
from samspel.organisation.team import Team, TeamReferrer


def referrer_titles(team: Team) -> dict[str, str]:
    """The titles by code, in the order in which a form offers them; one query."""
    titles = {each.code: _(each.title) for each in REFERRERS}
    return titles | own_referrer_titles([team])


def own_referrer_titles(teams: Iterable[Team]) -> dict[str, str]:
    """The titles of the teams' own referrers by code."""
    return dict(TeamReferrer.objects.filter(team__in=teams).values_list("code", "title"))
