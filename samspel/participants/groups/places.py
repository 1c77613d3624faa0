"""How many belong to groups, of all their teams, and whether that is over the places."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from datetime import date
from uuid import UUID

from django.db.models import Count

from samspel.participants.groups.group import Group
from samspel.participants.groups.membership import GroupMember


@dataclass(frozen=True, slots=True)
class Places:
    """The members of a group by team (ids), whoever may see them; a number says no name."""

    capacity: int | None
    by_team: Mapping[int, int] = field(default_factory=dict)

    @property
    def taken(self) -> int:
        """How many belong to the group, of all teams."""
        return sum(self.by_team.values())

    @property
    def over(self) -> int:
        """By how many the group has more members than places; 0 where they have room."""
        return 0 if self.capacity is None else max(0, self.taken - self.capacity)


def places_of(groups: Iterable[Group], today: date) -> dict[UUID, Places]:
    """The places of some groups, by one query; who begins later has a place already."""
    known = {each.pk: each.capacity for each in groups}
    counted = (
        GroupMember.objects.from_day(today)
        .filter(group__in=list(known))
        .order_by()
        .values_list("group_id", "episode__team_id")
        .annotate(n=Count("pk"))
    )
    numbers: dict[UUID, dict[int, int]] = {pk: {} for pk in known}
    for group, team, number in counted:
        numbers[group][team] = number
    return {pk: Places(capacity, numbers[pk]) for pk, capacity in known.items()}
