"""What a team calls things itself: its referrers, its kinds of groups, its groups and sessions."""

from collections.abc import Callable, Mapping

from django.db.models import Q
from django.db.models.functions import Coalesce

from samspel.budget.told import funder_titles, line_titles
from samspel.organisation.steering.keys import body_titles
from samspel.organisation.team import Team
from samspel.participants.groups.group import Group
from samspel.participants.groups.kind import GroupKind
from samspel.participants.groups.session import Session
from samspel.personnel.methods.rows import meeting_kind_titles
from samspel.personnel.staffing.keys import agency_titles, position_titles, role_titles


class OwnTitles:
    """The team's own names by breakdown; each is read when it is asked for, by one query."""

    def __init__(self, team: Team) -> None:
        self._team = team
        self._read: dict[str, Mapping[str, str]] = {}

    def __call__(self, dimension: str) -> Mapping[str, str]:
        """The names of a breakdown's keys; empty where the team gives none."""
        if dimension not in self._read:
            self._read[dimension] = _READERS[dimension](self._team) if dimension in _READERS else {}
        return self._read[dimension]


def _referrers(team: Team) -> Mapping[str, str]:
    return dict(team.own_referrers.values_list("code", "title"))


def _kinds(team: Team) -> Mapping[str, str]:
    """Its own names go before those of a team that it shares a group with."""
    found = GroupKind.objects.filter(Q(team=team) | Q(groups__sharings__team=team))
    titles = found.order_by("pk").values_list("team_id", "code", "title").distinct()
    others = {code: title for owner, code, title in titles if owner != team.pk}
    return others | {code: title for owner, code, title in titles if owner == team.pk}


def _groups(team: Team) -> Mapping[str, str]:
    """Those of other teams too, also when it takes part in them no more: its figures have them."""
    found = Group.objects.filter(Q(team=team) | Q(sharings__team=team)).order_by("pk")
    return {str(pk): name for pk, name in found.values_list("pk", "name").distinct()}


def _sessions(team: Team) -> Mapping[str, str]:
    found = Session.objects.filter(Q(team=team) | Q(group__sharings__team=team)).order_by("pk")
    titled = found.annotate(what=Coalesce("group__name", "title"))
    rows = titled.values_list("pk", "what", "on").distinct()
    return {str(pk): f"{what} {on.isoformat()}" for pk, what, on in rows}


def _agencies(team: Team) -> Mapping[str, str]:
    """Those that lend staff and have seats, and bodies with a seat that are no agencies."""
    return {**body_titles(team), **agency_titles(team)}


_READERS: Mapping[str, Callable[[Team], Mapping[str, str]]] = {
    "referred_by": _referrers,
    "group_kind": _kinds,
    "group": _groups,
    "session": _sessions,
    "meeting_kind": meeting_kind_titles,
    "agency": _agencies,
    "staff_role": role_titles,
    "position": position_titles,
    "budget_line": line_titles,
    "funder": funder_titles,
}
