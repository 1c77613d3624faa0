"""What became of a follow-up: held, or left out for a reason; and taking that back."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from django.core.exceptions import ValidationError
from django.utils.translation import gettext as _

from samspel.accounts.actor import Actor
from samspel.participants.episode import Episode
from samspel.participants.follow_ups.booking import require_unsettled
from samspel.participants.follow_ups.changing import change_follow_up
from samspel.participants.follow_ups.follow_up import FollowUp

LONGEST_PARTY = 120
MOST_PARTIES = 20


@dataclass(frozen=True, slots=True)
class Held:
    """What is written down of a meeting; ``parties`` are codes of `Party` and names."""

    on: date
    parties: Sequence[str]
    outcome: str


def hold(
    *, episode: Episode, follow_up: FollowUp, version: int, held: Held, today: date, by: Actor
) -> FollowUp:
    """Write a meeting down, or correct what was written.

    Raises ValidationError for a day that has not come or lies before the enrolment, and
    ChangedMeanwhileError as `change_follow_up` does.
    """
    _check_held(episode, held, today)
    return change_follow_up(
        episode,
        follow_up.due_on,
        {"held_on": held.on, "parties": list(held.parties), "outcome": held.outcome},
        version=version,
        act="follow_up_held" if follow_up.held_on is None else "follow_up_corrected",
        check=_require_not_left_out,
        today=today,
        by=by,
    )


def leave_out(
    *, episode: Episode, follow_up: FollowUp, version: int, reason: str, today: date, by: Actor
) -> FollowUp:
    """Leave a follow-up out, with a reason; a booked time stays to be seen. Raises as `hold`."""
    if not reason:
        raise ValidationError({"reason": [_("Write why it is left out.")]})
    return change_follow_up(
        episode,
        follow_up.due_on,
        {"left_out_because": reason},
        version=version,
        act="follow_up_left_out",
        check=require_unsettled,
        today=today,
        by=by,
    )


def take_back(
    *, episode: Episode, follow_up: FollowUp, version: int, today: date, by: Actor
) -> FollowUp:
    """Let a follow-up wait again that was held or left out by mistake.

    What was written about the meeting is kept. Raises as `hold` does.
    """
    return change_follow_up(
        episode,
        follow_up.due_on,
        {"held_on": None, "left_out_because": ""},
        version=version,
        act="follow_up_taken_back",
        check=lambda _row: None,
        today=today,
        by=by,
    )


def _require_not_left_out(row: FollowUp) -> None:
    if row.held_on is None:
        require_unsettled(row)


def _check_held(episode: Episode, held: Held, today: date) -> None:
    faults: dict[str, list[str]] = {}
    if held.on > today:
        faults["held_on"] = [_("The date is in the future: enter it when it has come.")]
    elif episode.enrolled_on is not None and held.on < episode.enrolled_on:
        faults["held_on"] = [_("The meeting cannot be before the enrolment.")]
    if len(held.parties) > MOST_PARTIES or any(len(each) > LONGEST_PARTY for each in held.parties):
        faults["others"] = [_("Write at most twenty names, each at most 120 characters long.")]
    if faults:
        raise ValidationError(faults)
