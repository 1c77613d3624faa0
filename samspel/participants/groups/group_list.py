"""The list of groups: one row per group that the reader's teams run or take part in."""

from collections.abc import Mapping, Sequence
from datetime import date
from typing import NamedTuple
from uuid import UUID

from django.db.models import Exists, OuterRef, Q, Subquery
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy as lazy

from samspel.accounts.user import User
from samspel.organisation.team import Team
from samspel.pages.listing import Column, Filter
from samspel.participants.case_list import WIDE
from samspel.participants.groups.group import Group, GroupQuerySet, Sharing
from samspel.participants.groups.kind import GroupKind
from samspel.participants.groups.leaders import leaders_of
from samspel.participants.groups.places import places_of
from samspel.participants.groups.session import Session

RUNNING, ENDED, ALL = "", "ended", "all"
SHARED, ALONE = "shared", "alone"
COLUMNS = (
    Column("name", lazy("Name"), ("name",)),
    Column("kind", lazy("Sort of group"), ("kind__title", "name"), WIDE),
    Column("next", lazy("Next session"), ("next_on", "next_at", "name")),
    Column("members", lazy("Members"), (), "number"),
    Column("leaders", lazy("Leaders"), (), WIDE),
)
TEAM = Column("team", lazy("Team"), ("team__name", "name"), WIDE)


class GroupRow(NamedTuple):
    """What a row of the list shows."""

    pk: UUID
    name: str
    kind: str
    next_session: str
    """Day and time of the next session that is held."""
    own: int
    """Members of the reader's own teams."""
    taken: int
    """Members of all the group's teams."""
    capacity: int | None
    is_over: bool
    leaders: str
    team: str
    is_shared: bool
    has_ended: bool


def filters(teams: Sequence[Team]) -> list[Filter]:
    """What the list can be narrowed by; one query for the kinds."""
    states = [(RUNNING, _("Running")), (ENDED, _("Ended")), (ALL, _("All"))]
    shared = [("", _("All")), (ALONE, _("Of one team")), (SHARED, _("Shared with others"))]
    taken_part = Sharing.objects.current().filter(team__in=teams).values("group")
    kinds = GroupKind.objects.filter(Q(team__in=teams) | Q(groups__in=taken_part)).distinct()
    titles: dict[str, str] = {}
    for each in kinds:
        titles.setdefault(each.code, each.title)
    choices = [
        Filter("state", _("State"), states),
        Filter("kind", _("Sort of group"), [("", _("All")), *titles.items()]),
        Filter("shared", _("Shared"), shared),
    ]
    if len(teams) > 1:
        named = [(each.slug, each.name) for each in teams]
        choices.insert(0, Filter("team", _("Team"), [("", _("All my teams")), *named]))
    return choices


def groups_found(*, teams: Sequence[Team], chosen: Mapping[str, str], today: date) -> GroupQuerySet:
    """The groups that the filters leave, of the reader's ``teams``."""
    slug = chosen.get("team")
    found = Group.objects.of_teams([each for each in teams if not slug or each.slug == slug])
    if chosen["state"] == RUNNING:
        found = found.running(today)
    elif chosen["state"] == ENDED:
        found = found.filter(ends_on__lt=today)
    if chosen["kind"]:
        found = found.filter(kind__code=chosen["kind"])
    if chosen["shared"]:
        is_shared = Exists(Sharing.objects.current().filter(group=OuterRef("pk")))
        found = found.filter(is_shared if chosen["shared"] == SHARED else ~is_shared)
    return found


def with_next(found: GroupQuerySet, today: date) -> GroupQuerySet:
    """With the day and time of the next session that is held, to show and to sort by."""
    coming = Session.objects.held().filter(group=OuterRef("pk"), on__gte=today)
    first = coming.order_by("on", "at", "pk")
    return found.annotate(
        next_on=Subquery(first.values("on")[:1]),
        next_at=Subquery(first.values("at")[:1]),
        is_shared=Exists(Sharing.objects.current().filter(group=OuterRef("pk"))),
    ).select_related("kind", "team")


def group_rows(
    shown: Sequence[Group], *, user: User, teams: Sequence[Team], today: date
) -> list[GroupRow]:
    """Turn groups from `with_next` into rows; two queries, however many."""
    places = places_of(shown, today)
    leaders = leaders_of(shown, user=user, teams=teams, today=today)
    own = {each.pk for each in teams}
    return [
        GroupRow(
            pk=each.pk,
            name=each.name,
            kind=each.kind.title,
            next_session=_next(each),
            own=sum(n for team, n in places[each.pk].by_team.items() if team in own),
            taken=places[each.pk].taken,
            capacity=each.capacity,
            is_over=places[each.pk].over > 0,
            leaders=", ".join(line.name for line in leaders.get(each.pk, [])),
            team=each.team.name,
            is_shared=bool(getattr(each, "is_shared", False)),
            has_ended=each.has_ended(today),
        )
        for each in shown
    ]


def _next(group: Group) -> str:
    on, at = getattr(group, "next_on", None), getattr(group, "next_at", None)
    return f"{on.isoformat()} {at:%H:%M}" if on and at else ""
