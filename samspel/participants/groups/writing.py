"""What every change of a group shares: the lock on its row, the teams told, the log's line."""

from datetime import date, timedelta
from typing import Any

from django.core.exceptions import ValidationError
from django.utils.translation import gettext as _

from samspel.accounts.actor import Actor
from samspel.accounts.log import log
from samspel.organisation.team import Team
from samspel.participants.constraints import broken_constraints
from samspel.participants.groups.group import Group, Sharing

FARTHEST_BACK = timedelta(days=10 * 366)
FARTHEST_AHEAD = timedelta(days=2 * 366)
"""How far from today a group's days may lie: a year that is farther off is a slip."""


def locked_group(group: Group) -> Group:
    """The group as it now stands, locked until the transaction ends: sessions of the same group
    are laid out and moved one at a time.

    Its team is not locked along with it: whoever records attendance locks the session before the
    team, and the two would wait for each other.
    """
    found = Group.objects.select_for_update(of=("self",)).select_related("team")
    return found.get(pk=group.pk)


def touch_teams(group: Group) -> None:
    """Mark that the records of all the group's teams changed, in an order that never deadlocks."""
    shared = Sharing.objects.filter(group=group).values("team")
    own = Team.objects.filter(pk=group.team_id) | Team.objects.filter(pk__in=shared)
    for team in own.order_by("pk"):
        team.touch()


def tell(act: str, group: Group, by: Actor, **details: Any) -> None:
    """One line of the access log about a group; ``details`` are codes and ids only."""
    log(
        by=by,
        act=act,
        subject=f"group:{group.pk}",
        team_id=group.team_id,
        details=details,
    )


def check_row(row: Any, days: dict[str, date | None], today: date) -> None:
    """Raise ValidationError with every fault of a row whose ``days`` are being set."""
    faults = {name: [sentence] for name, day in days.items() if (sentence := _far(day, today))}
    if not faults:
        faults = broken_constraints(row)
    if faults:
        raise ValidationError(dict(faults))


def _far(day: date | None, today: date) -> str:
    if day is None or today - FARTHEST_BACK <= day <= today + FARTHEST_AHEAD:
        return ""
    return _("Check the year: it is too far from now.")
