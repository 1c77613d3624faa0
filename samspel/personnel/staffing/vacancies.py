"""Vacancies: standing after a position that has ended, following its last day, and being filled."""

from datetime import date, timedelta

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
from samspel.personnel.staffing.rules import require_days_for_what_is_there
from samspel.personnel.staffing.share import PositionShare
from samspel.records.constraints import check

_SAME = ("role", "employed_by", "agency", "comes_from", "stands_in_for", "paid_from_budget")
"""What a vacancy has in common with the position before it."""
_DAY = timedelta(days=1)


def vacancy_after(ended: Position) -> Position | None:
    """The vacancy that stands from the day after a position's last day; None where none does."""
    if ended.is_vacant or ended.last_on is None:
        return None
    same = {name: getattr(ended, name) for name in _SAME}
    after = {"team_id": ended.team_id, "name": "", "first_on": ended.last_on + _DAY}
    return Position.objects.filter(**same, **after).order_by("pk").first()


def stand_vacant(ended: Position, first_on: date, *, by: Actor) -> None:
    """Let what a position was stand vacant from a day on, with the share that it had last."""
    same = {name: getattr(ended, name) for name in _SAME}
    vacancy = Position.objects.create(team=ended.team, first_on=first_on, **same)
    last = ended.shares.order_by("-first_on")[0]
    share = TypedShare(last.percent, last.hours, last.full_time_hours)
    save_share(PositionShare(position=vacancy, first_on=first_on), share)
    tell("position_added", vacancy, by=by, fields=_SAME)


def follow(vacancy: Position, last_on: date | None, *, by: Actor) -> None:
    """Let a vacancy begin the day after the last day of the position before it.

    Raises ValidationError when that position goes on, or when the vacancy would end before it
    begins.
    """
    row = locked(vacancy)
    if last_on is None:
        told = _("The position stands vacant from %(day)s: take the vacancy back first.")
        raise ValidationError({"last_on": told % {"day": row.first_on.isoformat()}})
    if row.last_on is not None and last_on >= row.last_on:
        told = _("The vacancy after it ends on %(day)s: correct the vacancy first.")
        raise ValidationError({"last_on": told % {"day": row.last_on.isoformat()}})
    row.first_on = last_on + _DAY
    check(row, FIELD_OF)
    require_days_for_what_is_there(row)
    first = row.shares.order_by("first_on")[0]
    first.first_on = row.first_on
    first.save()
    save_anew(row)
    tell("position_changed", row, by=by, fields=("first_on",))


def take_back(row: Position, *, by: Actor) -> None:
    """Remove a locked position. Raises ValidationError when somebody stands in for it."""
    if row.stand_ins.exists():
        raise ValidationError(
            _("Somebody stands in for this position: change that position first.")
        )
    tell("position_taken_back", row, by=by)
    row.delete()


def fill(vacancy: Position, first_on: date, *, by: Actor) -> None:
    """End a vacancy the day before somebody begins; one that begins that day was none, and is
    taken back. Raises ValidationError when it does not stand vacant that day."""
    found = locked(vacancy)
    if not found.is_vacant:
        raise ValidationError(_("Somebody has the position already."))
    if not found.covers(first_on):
        raise ValidationError({"first_on": _("The position does not stand vacant that day.")})
    if first_on == found.first_on:
        take_back(found, by=by)
        return
    found.last_on = first_on - _DAY
    save_anew(found)
    tell("position_ended", found, by=by, fields=("last_on",))
