"""Changing the working share of a position from a day on, and taking such a change back."""

from datetime import date

from django.core.exceptions import ValidationError
from django.utils.translation import gettext as _

from samspel.accounts.actor import Actor
from samspel.personnel.staffing.keeping import (
    FIELD_OF,
    TypedShare,
    locked,
    save_anew,
    save_share,
    tell,
)
from samspel.personnel.staffing.position import Position
from samspel.personnel.staffing.share import PositionShare
from samspel.records.constraints import saving


def change_share(
    *, position: Position, version: int, first_on: date, share: TypedShare, by: Actor
) -> PositionShare:
    """Another working share from a day on. Raises ValidationError, and ChangedMeanwhileError."""
    with saving(FIELD_OF):
        row = locked(position, version)
        if first_on <= row.first_on or not row.covers(first_on):
            raise ValidationError(
                {
                    "first_on": _(
                        "Choose a day after the position's first day and not after its last."
                    )
                }
            )
        found = PositionShare(position=row, first_on=first_on)
        save_share(found, share)
        save_anew(row)
        tell("position_share_changed", row, by=by, fields=("share",))
    return found


def take_back_share(*, position: Position, version: int, share_pk: int, by: Actor) -> None:
    """Remove a change of the share that was typed by mistake; the share before it goes on.

    Raises ValidationError for the share that the position begins with or one that is not there,
    and ChangedMeanwhileError.
    """
    with saving(FIELD_OF):
        row = locked(position, version)
        gone, _by_model = row.shares.filter(pk=share_pk, first_on__gt=row.first_on).delete()
        if not gone:
            raise ValidationError(_("That change of the working share is not there any more."))
        save_anew(row)
        tell("position_share_taken_back", row, by=by, fields=("share",))
