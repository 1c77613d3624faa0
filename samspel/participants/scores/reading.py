"""Reading scores with what they are read by, in as few queries as a page can spend."""

from collections.abc import Sequence
from typing import Any
from uuid import UUID

from django.db.models import FilteredRelation, Q, QuerySet

from samspel.organisation.team import Team
from samspel.participants.episode import Episode
from samspel.participants.scores.course import Course, courses_of
from samspel.participants.scores.licence import ScoreLicence
from samspel.participants.scores.limits import LIMITS, Limits
from samspel.participants.scores.score import Score
from samspel.participants.scores.settings import ScoreSettings

READ = ("pk", "instrument", "on", "first", "second", "third", "fourth", "filled_in_by")
"""What of a score tells of its course."""


def courses_in(episode: Episode) -> list[Course] | None:
    """The courses of a case by one query; None where its team has no licence in force."""
    rows = list(_licensed(episode.pk))
    if not rows:
        return None
    limits = limits_from(rows[0][len(READ) :])
    scores = [score_from(row[: len(READ)], episode) for row in rows if row[0] is not None]
    return courses_of(episode.participant, scores, limits)


def _licensed(episode: UUID) -> "QuerySet[Any, Any]":
    """A row for each score that holds, and one without a score where there is none."""
    found = Episode.objects.filter(
        pk=episode,
        team__score_licences__isnull=False,
        team__score_licences__withdrawn_at=None,
    ).annotate(held=FilteredRelation("scores", condition=Q(scores__taken_back_at=None)))
    values = [f"held__{name}" for name in READ]
    values += [f"team__score_settings__{name}" for name in LIMITS]
    return found.order_by("held__on", "held__pk").values_list(*values)


def score_from(values: Sequence[Any], episode: Episode) -> Score:
    """A score from the values of `READ`."""
    return Score(episode=episode, **dict(zip(READ, values, strict=True)))


def limits_from(values: Sequence[Any]) -> Limits:
    """The team's limits from the values of `LIMITS`; all None is a team with the manual's."""
    if values[0] is None:
        return Limits()
    return Limits(**dict(zip(LIMITS, values, strict=True)))


def licensed_teams(teams: Sequence[Team]) -> list[Team]:
    """Those of the teams that have a licence in force; one query."""
    in_force = ScoreLicence.objects.filter(team__in=teams, withdrawn_at=None)
    held = set(in_force.values_list("team_id", flat=True))
    return [team for team in teams if team.pk in held]


def limits_by_team(teams: Sequence[Team]) -> dict[int, Limits]:
    """What each team reads scores by; one query."""
    own = {each.team_id: each.limits for each in ScoreSettings.objects.filter(team__in=teams)}
    return {team.pk: own.get(team.pk, Limits()) for team in teams}
