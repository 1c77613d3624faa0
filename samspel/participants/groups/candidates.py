"""Those who are enrolled and can be taken into a group or lead one, as the reader may see them."""

from collections.abc import Sequence
from datetime import date

from samspel.accounts.user import User
from samspel.organisation.team import Team
from samspel.participants.episode import Episode
from samspel.participants.groups.group import Group, GroupQuerySet
from samspel.participants.groups.membership import GroupMember
from samspel.participants.participant import visible
from samspel.participants.stage import ENROLLED_STAGES


def enrolled(user: User, teams: Sequence[Team], today: date) -> list[Episode]:
    """The enrolled of some teams whom the user may see, by name; protected ones last."""
    found = Episode.objects.filter(visible(user, teams, "participant__"))
    found = found.in_stages(ENROLLED_STAGES, today).select_related("participant", "team")
    return sorted(found.order_by("pk"), key=_place)


def not_yet_in(group: Group, episodes: Sequence[Episode], today: date) -> list[Episode]:
    """Those of the cases that do not belong to the group for the time to come; one query."""
    members = GroupMember.objects.from_day(today).filter(group=group, until_on=None)
    known = set(members.values_list("episode_id", flat=True))
    return [each for each in episodes if each.pk not in known]


def groups_to_join(episode: Episode, today: date) -> GroupQuerySet:
    """The groups of the case's team that go on and that it is not in."""
    own = GroupMember.objects.from_day(today).filter(episode=episode, until_on=None)
    found = Group.objects.of_teams([episode.team]).running(today)
    return found.exclude(pk__in=own.values("group")).order_by("name", "pk")


def _place(episode: Episode) -> tuple[bool, str]:
    """By name; a protected person's place among the names would tell something of the name."""
    person = episode.participant
    return person.is_protected, episode.case_number if person.is_protected else person.sort_key
