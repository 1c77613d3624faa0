"""How a follow-up is changed: the case locked, compared with what the writer saw, saved, logged."""

from collections.abc import Callable, Mapping
from datetime import date
from typing import Any

from django.core.exceptions import ValidationError

from samspel.accounts.actor import Actor
from samspel.accounts.log import log
from samspel.participants.constraints import broken_constraints, saving
from samspel.participants.episode import Episode
from samspel.participants.follow_ups.follow_up import FollowUp
from samspel.participants.when import Step, require
from samspel.records.versions import must_be

FIGURES = frozenset({"held_on", "left_out_because"})
"""What figures follow from."""
_BESIDE = frozenset({"booked_at", "booked_by"})
"""What is written down beside a change and is none by itself."""

Check = Callable[[FollowUp], None]


def change_follow_up(
    episode: Episode,
    due_on: date,
    values: Mapping[str, Any],
    *,
    version: int,
    act: str,
    check: Check,
    today: date,
    by: Actor,
) -> FollowUp:
    """Set ``values`` of the follow-up of a due day; ``version`` is 0 where there was no row yet.

    ``check`` is handed the row as it stood and raises ValidationError where the act does not fit.
    Raises ChangedMeanwhileError where somebody else saved it meanwhile, unless that was the very
    same thing: a form sent twice is the same as once.
    """
    with saving(by):
        # Where there is no row yet two writers meet at the case.
        held = Episode.objects.select_for_update().get(pk=episode.pk)
        require(Step.FOLLOW_UP, held.stage(today))
        row = FollowUp.objects.filter(episode=held, due_on=due_on).first()
        row = row or FollowUp(episode=held, due_on=due_on, version=0)
        changed = sorted(name for name, value in values.items() if getattr(row, name) != value)
        if not set(changed) - _BESIDE:
            return row
        must_be(version, row)
        check(row)
        _save(row, {name: values[name] for name in changed})
        if FIGURES & set(changed):
            episode.team.touch()
        log(
            by=by,
            act=act,
            subject=f"follow_up:{row.pk}",
            team_id=row.episode.team_id,
            details={"fields": [name for name in changed if name not in _BESIDE]},
        )
    return row


def _save(row: FollowUp, values: Mapping[str, Any]) -> None:
    for name, value in values.items():
        setattr(row, name, value)
    row.version += 1
    if broken := broken_constraints(row):
        raise ValidationError(broken)
    row.save()
