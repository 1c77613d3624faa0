"""The keys that figures of staff are broken down by, and the team's own names for them."""

from collections.abc import Mapping

from django.utils.text import slugify

from samspel.figures.codes import UNKNOWN
from samspel.organisation.team import Team
from samspel.personnel.staffing.position import EmployedBy, Position


def agency_key(position: Position) -> str:
    """The agency's id; of those without one what they are employed by."""
    return str(position.agency_id) if position.agency_id else position.employed_by


def role_key(role: str) -> str:
    """A role as an address can hold it: “Bitr. ledare” is ``bitr-ledare``."""
    return slugify(role) or UNKNOWN


def agency_titles(team: Team) -> Mapping[str, str]:
    """The names of the agencies that have lent somebody or belong to the team, and of the host."""
    found = {str(each.pk): str(each) for each in team.association.agencies.all()}
    return found | ({EmployedBy.HOST.value: team.host.name} if team.host else {})


def role_titles(team: Team) -> Mapping[str, str]:
    """The roles in the team's own words; of several spellings the latest."""
    roles = team.positions.order_by("first_on", "pk").values_list("role", flat=True)
    return {role_key(role): role for role in roles}


def position_titles(team: Team) -> Mapping[str, str]:
    """A position by its role and first day; no name, since reports are read by many."""
    rows = team.positions.order_by("first_on", "pk").values_list("pk", "role", "first_on")
    return {str(pk): f"{role} {first_on.isoformat()}" for pk, role, first_on in rows}
