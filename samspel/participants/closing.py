"""Closing (avslut): the last day of a stay with the team, and what it led to."""

from dataclasses import dataclass
from datetime import date

from samspel.accounts.actor import Actor
from samspel.participants.changing import change_episode
from samspel.participants.episode import Episode
from samspel.participants.when import Step


@dataclass(frozen=True, slots=True)
class Closing:
    """What is entered at closing; the codes are those of `figures.codes`."""

    closed_on: date
    outcome: str
    income_after: str = ""
    occupation_after: str = ""


def close(*, episode: Episode, version: int, closing: Closing, today: date, by: Actor) -> Episode:
    """Close someone who is enrolled.

    Raises ValidationError and ChangedMeanwhileError as `change_episode` does.
    """
    values = {name: getattr(closing, name) for name in Closing.__dataclass_fields__}
    return change_episode(
        episode, values, version=version, step=Step.CLOSE, act="closed", today=today, by=by
    )


def begin_closing(
    *, episode: Episode, version: int, begun_on: date | None, today: date, by: Actor
) -> Episode:
    """Say that the closing is being prepared since a day; None takes that back.

    Raises ValidationError and ChangedMeanwhileError as `change_episode` does.
    """
    return change_episode(
        episode,
        {"closing_begun_on": begun_on},
        version=version,
        step=Step.BEGIN_CLOSING,
        act="closing_begun",
        today=today,
        by=by,
    )
