"""The open cases that a day is about, and whose they are today."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any
from uuid import UUID

from django.db.models import BooleanField, ExpressionWrapper

from samspel.accounts.user import User
from samspel.organisation.team import Team
from samspel.participants.absences.lists import stood_in_for
from samspel.participants.episode import Episode, EpisodeQuerySet
from samspel.participants.stage import Stage, stage_since


@dataclass(frozen=True, slots=True)
class Case:
    """One case as the day's lists show it."""

    episode: Episode
    is_own: bool
    is_stood_in_for: bool
    """The coach is away, and the reader has the list."""
    stage: Stage
    days: int | None
    """Days in the stage."""

    @property
    def is_mine(self) -> bool:
        """Whether it is the reader's to see to today."""
        return self.is_own or self.is_stood_in_for

    @property
    def pk(self) -> UUID:
        """The episode's id."""
        return self.episode.pk

    @property
    def name(self) -> str:
        """Never the name of a protected person, whose case number stands there instead."""
        person = self.episode.participant
        name = person.listed_name
        return f"{name} {self.episode.case_number}" if person.is_protected else name

    @property
    def sort_key(self) -> tuple[bool, str]:
        """By name; protected persons last, by number."""
        person = self.episode.participant
        key = self.episode.case_number if person.is_protected else person.sort_key
        return person.is_protected, key

    @property
    def coach(self) -> str:
        """The coach's name, or nothing."""
        return self.episode.coach.name if self.episode.coach else ""


def cases_of(
    found: EpisodeQuerySet, *, user: User, today: date, teams: Sequence[Team] = ()
) -> list[Case]:
    """The cases of some episodes, with team, participant and coach, by one query.

    ``teams`` are all that the episodes can belong to, where they have been fetched already.
    """
    is_away = ExpressionWrapper(stood_in_for(user, today), output_field=BooleanField())
    rows: Any = found.select_related("participant", "coach").annotate(is_away=is_away)
    rows = rows.defer(*_UNASKED).order_by("pk")
    if not teams:
        return [_case(each, user, today) for each in rows.select_related("team")]
    by_id, cases = {team.pk: team for team in teams}, []
    for each in rows:
        each.team = by_id[each.team_id]
        cases.append(_case(each, user, today))
    return cases


_UNASKED = (
    "coach__password",
    "coach__last_login",
    "coach__email",
    "participant__search_key",
    "participant__identity_number",
)
"""Columns that no list and no rule of the day reads: five hundred cases are fetched at once."""


def _case(episode: Any, user: User, today: date) -> Case:
    stage = episode.stage(today)
    since = stage_since(episode, stage)
    is_own = episode.coach_id == user.pk
    return Case(
        episode=episode,
        is_own=is_own,
        is_stood_in_for=bool(episode.is_away) and not is_own,
        stage=stage,
        days=(today - since).days if since is not None and since <= today else None,
    )
