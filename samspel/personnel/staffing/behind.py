"""What stands behind a number of staff: positions and agencies."""

from collections.abc import Sequence

from django.urls import reverse

from samspel.accounts.user import User
from samspel.organisation.team import Team
from samspel.pages.behind import Behind
from samspel.personnel.staffing.position import Position


def behind_positions(team: Team, keys: Sequence[str], user: User) -> list[Behind]:
    """The positions by their ids, in the order of the ids; whoever sees the number sees them."""
    del user
    found = {str(each.pk): each for each in team.positions.filter(pk__in=keys)}
    return [_position(team, found[key]) for key in keys if key in found]


def _position(team: Team, position: Position) -> Behind:
    url = reverse("position", args=[team.slug, position.pk])
    days = f"{position.first_on.isoformat()} – "
    if position.last_on is not None:
        days += position.last_on.isoformat()
    return Behind(f"{position}, {position.role}", url, days.strip())


def behind_agencies(team: Team, keys: Sequence[str], user: User) -> list[Behind]:
    """The agencies by their ids; the page of the staff tells who represents them."""
    del user
    found = {str(each.pk): each for each in team.agencies.filter(pk__in=keys)}
    url = reverse("personnel", args=[team.slug])
    return [Behind(found[key].name, url) for key in keys if key in found]
