"""The road from the records to the figures: one query, one frame, one row per episode."""

from typing import Any

import polars as pl
from django.db import transaction

from samspel.figures.compute import Figures
from samspel.figures.events import Events, no_events
from samspel.figures.frame import episode_frame
from samspel.figures.period import Period
from samspel.organisation.team import Team
from samspel.participants.episode import Episode
from samspel.participants.shelf import Shelf

COLUMNS: dict[str, str] = {
    "episode_id": "case_number",
    "participant_id": "participant__reference",
    "gender": "participant__gender",
    "birth_date": "participant__birth_date",
    "referred_by": "referred_by",
    "income_source": "income_source",
    "study_visit_on": "study_visit_on",
    "referred_on": "referred_on",
    "enrolled_on": "enrolled_on",
    "closed_on": "closed_on",
    "outcome": "outcome",
    "public_support_months": "public_support_months",
    "withdrawn_on": "withdrawn_on",
    "withdrawal_reason": "withdrawal_reason",
    "trial_ends_on": "trial_ends_on",
    "closing_begun_on": "closing_begun_on",
    "occupation_before": "occupation_before",
    "occupation_after": "occupation_after",
    "income_after": "income_after",
    "coach": "coach_id",
}
"""The frame's columns that differ between episodes, and the fields they come from."""


class FrameShelf(Shelf[int | None, pl.DataFrame]):
    """The frames that a process keeps ready, by team and its revision."""

    def frame(self, team: Team) -> pl.DataFrame:
        """The team's frame, read anew when the team's revision has grown."""
        return self.get(team.pk, team.revision, lambda: read_frame(team))


_SHELF = FrameShelf()


def team_frame(team: Team) -> pl.DataFrame:
    """One row per episode of the team, typed as the figures need it (`frame.SCHEMA`).

    ``episode_id`` is the case number, ``participant_id`` the person's reference and ``coach``
    the coach's user id as text. The frame is kept for the team's revision, so ``team`` must have
    been fetched after the last change. Inside a transaction nothing is kept: what it has written
    may yet be taken back, and the revision would then come again with other records.
    """
    if transaction.get_connection().in_atomic_block:
        return read_frame(team)
    return _SHELF.frame(team)


def read_frame(team: Team) -> pl.DataFrame:
    """The team's frame straight from the records, in one query."""
    rows = Episode.objects.filter(team=team).order_by("pk").values_list(*COLUMNS.values())
    return episode_frame([_row(team, values) for values in rows])


def _row(team: Team, values: tuple[Any, ...]) -> dict[str, Any]:
    row = dict(zip(COLUMNS, values, strict=True))
    coach = row["coach"]
    return {**row, "team": team.name, "coach": None if coach is None else str(coach)}


def figures_of(team: Team, period: Period, events: Events = no_events) -> Figures:
    """The team's figures in the period, by its own age bands and starting day.

    Those that count events need ``events``; `road.every_figure_of` has them.
    """
    return Figures(
        team_frame(team),
        team=team.name,
        period=period,
        bands=team.bands(),
        started_on=team.started_on,
        events=events,
    )
