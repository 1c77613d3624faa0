"""Follow-ups of a placement: when the next one is due, and what came out of those held."""

from datetime import date, timedelta

from django.core.exceptions import ValidationError
from django.utils.translation import gettext as _

from samspel.accounts.actor import Actor
from samspel.participants.constraints import broken_constraints
from samspel.participants.placements.changing import Faults, locked_placement, tell
from samspel.participants.placements.placement import Placement
from samspel.participants.placements.placement_follow_up import PlacementFollowUp
from samspel.records.versions import must_be, set_values


def next_due(starts_on: date, last_held_on: date | None, weeks: int) -> date:
    """The day on which the next follow-up is due: so many weeks after the last, or the start."""
    return max(last_held_on or starts_on, starts_on) + timedelta(weeks=weeks)


def follow_up_placement(
    *,
    placement: Placement,
    follow_up: PlacementFollowUp | None,
    version: int,
    held_on: date,
    came_out: str,
    today: date,
    by: Actor,
) -> PlacementFollowUp:
    """Write a follow-up down, or correct one; a form sent twice is the same as once.

    Raises ValidationError for a day before the stay, after its end or to come, and
    ChangedMeanwhileError.
    """
    with locked_placement(placement, version=None, today=today, by=by, of_the_past=True) as row:
        found = row.follow_ups.filter(pk=follow_up.pk).first() if follow_up else None
        same = row.follow_ups.filter(held_on=held_on, came_out=came_out).first()
        if found is None and same is not None:
            return same
        found = found or PlacementFollowUp(placement=row, version=0)
        must_be(version, found)
        changed = set_values(found, {"held_on": held_on, "came_out": came_out})
        if changed:
            _check(row, found, today)
            found.version += 1
            found.save()
            tell(row, act="placement_followed_up", fields=changed, by=by)
    return found


def _check(row: Placement, found: PlacementFollowUp, today: date) -> None:
    if row.called_off_on is not None:
        raise ValidationError(_("The placement is called off. Take it up again first."))
    faults: Faults = {}
    episode, held_on = row.episode, found.held_on
    if held_on > today:
        faults["held_on"] = [_("The date is in the future: enter it when it has come.")]
    elif episode.enrolled_on is not None and held_on < episode.enrolled_on:
        faults["held_on"] = [_("The meeting cannot be before the enrolment.")]
    elif broken := broken_constraints(found):
        faults["held_on"] = [sentence for each in broken.values() for sentence in each]
    if faults:
        raise ValidationError(faults)
