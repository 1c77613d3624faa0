"""What a list of scores needs of several teams, by one query each."""

from collections.abc import Sequence

from samspel.organisation.team import Team
from samspel.participants.scores.licence import ScoreLicence
from samspel.participants.scores.limits import Limits
from samspel.participants.scores.settings import ScoreSettings


def licensed_teams(teams: Sequence[Team]) -> list[Team]:
    """Those of the teams that have a licence in force."""
    in_force = ScoreLicence.objects.filter(team__in=teams, withdrawn_at=None)
    held = set(in_force.values_list("team_id", flat=True))
    return [team for team in teams if team.pk in held]


def limits_by_team(teams: Sequence[Team]) -> dict[int, Limits]:
    """What each team reads scores by."""
    own = {each.team_id: each.limits for each in ScoreSettings.objects.filter(team__in=teams)}
    return {team.pk: own.get(team.pk, Limits()) for team in teams}
