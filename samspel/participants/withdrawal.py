"""Withdrawal: someone leaves the queue, or stops after the study visit, and was never enrolled."""

from datetime import date

from samspel.accounts.actor import Actor
from samspel.participants.changing import change_episode
from samspel.participants.episode import Episode
from samspel.participants.when import Step


def withdraw(
    *, episode: Episode, version: int, withdrawn_on: date, reason: str, today: date, by: Actor
) -> Episode:
    """Take an episode out of the queue, with one of `figures.codes.WITHDRAWAL_REASONS`.

    Raises ValidationError and ChangedMeanwhileError as `change_episode` does.
    """
    values = {
        "withdrawn_on": withdrawn_on,
        "withdrawal_reason": reason,
        "enrolled_on": None,
        "trial_ends_on": None,
    }
    return change_episode(
        episode, values, version=version, step=Step.WITHDRAW, act="withdrawn", today=today, by=by
    )
