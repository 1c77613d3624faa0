"""How positions and what belongs to them are written: locked, compared, checked, told of."""

from collections.abc import Iterable
from decimal import Decimal
from typing import Any, NamedTuple

from samspel.accounts.actor import Actor
from samspel.accounts.log import log
from samspel.organisation.team import Team
from samspel.personnel.staffing.position import Position
from samspel.personnel.staffing.share import PositionShare, percent_of
from samspel.records.constraints import check
from samspel.records.versions import must_be

FIELD_OF = {
    "position_has_a_role": "role",
    "position_is_employed_by_somebody": "employed_by",
    "position_ends_after_it_begins": "last_on",
    "position_lent_by_an_agency_says_which": "agency",
    "position_borrowed_says_from_which_team": "comes_from",
    "position_share_begins_once_a_day": "first_on",
    "position_share_is_possible": "amount",
    "position_share_in_hours_says_what_full_time_is": "full_time_hours",
    "leave_has_a_kind": "kind",
    "leave_is_of_some_of_the_time": "percent",
    "leave_ends_after_it_begins": "last_on",
}
"""At which field of a form the sentence of a constraint stands."""


class TypedShare(NamedTuple):
    """A working share as it was typed: percent, or hours a month of so many."""

    percent: Decimal
    hours: Decimal | None = None
    full_time_hours: Decimal | None = None


def in_percent(percent: Decimal) -> TypedShare:
    """A share that was typed in percent of full time."""
    return TypedShare(percent)


def in_hours(hours: Decimal, full_time_hours: Decimal) -> TypedShare:
    """A share that was typed in hours a month; both more than nothing."""
    return TypedShare(percent_of(hours, full_time_hours), hours, full_time_hours)


def locked(position: Position, version: int | None = None) -> Position:
    """The position as it now stands, locked until the transaction ends.

    Raises ChangedMeanwhileError when it is no longer the ``version`` that the writer saw.
    """
    found = Position.objects.select_for_update().get(pk=position.pk)
    if version is not None:
        must_be(version, found)
    return found


def save_share(row: PositionShare, share: TypedShare) -> None:
    """Save a share as it was typed. Raises ValidationError."""
    row.percent, row.hours, row.full_time_hours = share
    check(row, FIELD_OF)
    row.save()


def save_anew(row: Position) -> None:
    """Save a locked position as its next version. Raises ValidationError with every fault."""
    check(row, FIELD_OF)
    row.version += 1
    row.save()


def tell(
    act: str, position: Position, *, by: Actor, fields: Iterable[str] = (), **more: Any
) -> None:
    """Mark that the team's figures may be others, and write the act to the access log.

    ``more`` are codes and ids. What a leave is for is told by the name of its field only.
    """
    Team(pk=position.team_id).touch()
    log(
        by=by,
        act=act,
        subject=f"position:{position.pk}",
        team_id=position.team_id,
        details={"fields": sorted(fields), **more},
    )
