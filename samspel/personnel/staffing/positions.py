"""Adding, changing, ending positions, and taking back one that was typed by mistake."""

from collections.abc import Mapping
from datetime import date, timedelta
from typing import Any

from django.core.exceptions import ValidationError
from django.utils.translation import gettext as _

from samspel.accounts.actor import Actor
from samspel.organisation.team import Team
from samspel.personnel.staffing.keeping import (
    FIELD_OF,
    TypedShare,
    locked,
    save_anew,
    save_share,
    tell,
)
from samspel.personnel.staffing.position import Position
from samspel.personnel.staffing.rules import require_days_for_what_is_there, require_no_overlap
from samspel.personnel.staffing.share import PositionShare
from samspel.personnel.staffing.vacancies import (
    fill,
    follow,
    stand_vacant,
    take_back,
    vacancy_after,
)
from samspel.records.constraints import check, saving
from samspel.records.versions import set_values

FIELDS = (
    "name",
    "role",
    "employed_by",
    "agency",
    "comes_from",
    "first_on",
    "last_on",
    "stands_in_for",
    "paid_from_budget",
)
_WHO_AND_WHEN = {"name", "first_on", "last_on"}
_DAY = timedelta(days=1)


def add_position(
    *,
    team: Team,
    values: Mapping[str, Any],
    share: TypedShare,
    by: Actor,
    is_confirmed: bool = False,
    fills: Position | None = None,
) -> Position:
    """A new position with its first share; ``values`` by the names of `FIELDS`.

    With ``fills`` a vacancy ends the day before. Raises ValidationError, and `OverlapError` when
    the person has another position on some of the days and it is not confirmed.
    """
    with saving(FIELD_OF):
        row = Position(team=team, **values)
        _check(row)
        if not is_confirmed:
            require_no_overlap(row)
        if fills is not None:
            fill(fills, row.first_on, by=by)
        row.save(force_insert=True)
        save_share(PositionShare(position=row, first_on=row.first_on), share)
        tell("position_added", row, by=by, fields=values)
    return row


def change_position(
    *,
    position: Position,
    version: int,
    values: Mapping[str, Any],
    share: TypedShare,
    by: Actor,
    is_confirmed: bool = False,
) -> Position:
    """Correct a position and its first share. Raises ValidationError, `OverlapError` as when it
    is added, and ChangedMeanwhileError."""
    with saving(FIELD_OF):
        row = locked(position, version)
        vacancy = vacancy_after(row)
        changed = set_values(row, values)
        _check(row)
        require_days_for_what_is_there(row)
        if _WHO_AND_WHEN & set(changed) and not is_confirmed:
            require_no_overlap(row)
        if vacancy is not None and "last_on" in changed:
            follow(vacancy, row.last_on, by=by)
        first = row.shares.order_by("first_on")[0]
        if TypedShare(first.percent, first.hours, first.full_time_hours) != share:
            changed.append("share")
        if changed:
            first.first_on = row.first_on
            save_share(first, share)
            save_anew(row)
            tell("position_changed", row, by=by, fields=changed)
    return row


def end_position(
    *, position: Position, version: int, last_on: date, stands_vacant: bool, by: Actor
) -> Position:
    """Say the last day; if nobody takes over, the position stands vacant from the day after. A
    vacancy that there is already follows the last day.

    Raises ValidationError, and ChangedMeanwhileError.
    """
    with saving(FIELD_OF):
        row = locked(position, version)
        vacancy = vacancy_after(row)
        row.last_on = last_on
        _check(row)
        require_days_for_what_is_there(row)
        save_anew(row)
        tell("position_ended", row, by=by, fields=("last_on",))
        if vacancy is not None:
            follow(vacancy, last_on, by=by)
        elif stands_vacant:
            stand_vacant(row, last_on + _DAY, by=by)
    return row


def take_back_position(*, position: Position, version: int, by: Actor) -> None:
    """Remove a position that was typed by mistake, with its shares and its leave.

    Raises ValidationError when somebody stands in for it, and ChangedMeanwhileError.
    """
    with saving(FIELD_OF):
        take_back(locked(position, version), by=by)


def _check(row: Position) -> None:
    check(row, FIELD_OF)
    of = row.stands_in_for
    if of is None:
        return
    is_itself = row.pk is not None and row.pk in (of.pk, of.stands_in_for_id)
    if is_itself or of.team_id != row.team_id:
        raise ValidationError(
            {"stands_in_for": _("Choose another position that this one stands in for.")}
        )
