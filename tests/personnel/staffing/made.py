"""Positions that tests are about; every name is invented."""

from datetime import date
from decimal import Decimal
from typing import Any

from samspel.organisation.models import Agency, Team
from samspel.personnel.staffing.models import Leave, Position, PositionShare

FIRST = date(2024, 1, 1)


def agency_of(team: Team, short_name: str = "FK") -> Agency:
    """One of the team's agencies."""
    return team.agencies.get(short_name=short_name)


def make_position(team: Team, name: str = "Vera Vind", **fields: Any) -> Position:
    """A coach lent by FK since the beginning of 2024, full time if nothing else is said."""
    percent = fields.pop("percent", 100)
    fields = {
        "role": "handledare",
        "employed_by": "agency",
        "agency": agency_of(team),
        "first_on": FIRST,
    } | fields
    position = Position.objects.create(team=team, name=name, **fields)
    add_share(position, position.first_on, percent)
    return position


def add_share(position: Position, first_on: date, percent: int | Decimal) -> PositionShare:
    """Another share from a day on."""
    return PositionShare.objects.create(
        position=position, first_on=first_on, percent=Decimal(percent)
    )


def make_leave(position: Position, **fields: Any) -> Leave:
    """Parental leave from half of the time, from March 2024 on."""
    fields = {"kind": "parental", "percent": 50, "first_on": date(2024, 3, 1)} | fields
    return Leave.objects.create(position=position, **fields)


def make_things(team: Team) -> dict[str, Any]:
    """A position with another share from a day on, and leave."""
    position = make_position(team)
    share = add_share(position, date(2024, 6, 1), 80)
    leave = make_leave(position)
    return {"position": position.pk, "position_share": share.pk, "leave": leave.pk}
