"""Closing (avslut): the last day of a stay with the team, and what it led to."""

from datetime import date

from samspel.accounts.actor import Actor
from samspel.participants.changing import change_episode
from samspel.participants.episode import Episode
from samspel.participants.when import Step


def close(
    *,
    episode: Episode,
    version: int,
    closed_on: date,
    outcome: str,
    today: date,
    by: Actor,
) -> Episode:
    """Close someone who is enrolled, with one of the outcomes of `figures.codes`.

    Raises ValidationError and ChangedMeanwhileError as `change_episode` does.
    """
    values = {"closed_on": closed_on, "outcome": outcome}
    return change_episode(
        episode, values, version=version, step=Step.CLOSE, act="closed", today=today, by=by
    )
