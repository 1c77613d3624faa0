"""What a leader types about positions, and where."""

from typing import Any

from django.urls import reverse

from samspel.organisation.models import Team
from samspel.personnel.staffing.models import Position
from tests.personnel.staffing.made import agency_of

NEW = "/teams/team-vaster/personnel/new/"


def filled(team: Team, **more: Any) -> dict[str, Any]:
    """A position of a coach lent by FK, as a leader fills the form in."""
    return {
        "name": "Vera Vind",
        "role": "handledare",
        "employed_by": "agency",
        "agency": agency_of(team).pk,
        "first_on": "2024-01-01",
        "amount": "80",
        "unit": "percent",
        "full_time_hours": "165",
        "paid_from_budget": "on",
    } | more


def url_of(name: str, position: Position) -> str:
    """The address of a page about the position."""
    return reverse(name, args=["team-vaster", position.pk])


def correction(team: Team, position: Position, **more: Any) -> dict[str, Any]:
    """The form of a position that is corrected, as it stands."""
    return filled(team, amount="100", version=position.version) | more
