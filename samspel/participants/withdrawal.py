"""Withdrawal: someone leaves the queue, or stops after the study visit, and was never enrolled."""

from datetime import date

from samspel.accounts.actor import Actor
from samspel.participants.changing import change_episode
from samspel.participants.episode import Episode
from samspel.participants.when import Step


def withdraw(
    *, episode: Episode, version: int, withdrawn_on: date, today: date, by: Actor
) -> Episode:
    """Take an episode out of the queue.

    Raises ValidationError and ChangedMeanwhileError as `change_episode` does.
    """
    values = {"withdrawn_on": withdrawn_on, "enrolled_on": None}
    return change_episode(
        episode, values, version=version, step=Step.WITHDRAW, act="withdrawn", today=today, by=by
    )
