"""Who leads groups, as a reader may see it: participants by name in their own team only."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from uuid import UUID

from django.db.models import Exists, OuterRef, Q
from django.urls import reverse
from django.utils.translation import gettext as _

from samspel.accounts.user import User
from samspel.organisation.team import Team
from samspel.participants.groups.group import Group, Leader
from samspel.participants.participant import Participant, visible


@dataclass(frozen=True, slots=True)
class LeaderLine:
    """One leader of a group. ``url`` opens a participant's page, where the reader may see it."""

    pk: UUID
    name: str
    url: str = ""
    team_id: int | None = None
    """The team of a participant who leads; None for staff."""


def leaders_of(
    groups: Iterable[Group], *, user: User, teams: Sequence[Team], today: date
) -> dict[UUID, list[LeaderLine]]:
    """The leaders of some groups, staff first, by one query.

    ``teams`` are those where ``user`` does casework. Participants whose enrolment has ended lead
    no more.
    """
    seen = Participant.objects.filter(visible(user, teams), pk=OuterRef("episode__participant"))
    found = (
        Leader.objects.filter(group__in=[each.pk for each in groups])
        .exclude(episode__closed_on__lte=today)
        .filter(Q(user__isnull=False) | Q(episode__enrolled_on__isnull=False))
        .select_related("user", "episode__participant", "episode__team")
        .annotate(is_seen=Exists(seen))
    )
    lines: dict[UUID, list[LeaderLine]] = {}
    for leader in found:
        lines.setdefault(leader.group_id, []).append(_line(leader))
    return {pk: sorted(each, key=_place) for pk, each in lines.items()}


def _line(leader: Leader) -> LeaderLine:
    if leader.episode is None:
        return LeaderLine(leader.pk, leader.user.name if leader.user else "")
    episode = leader.episode
    if getattr(leader, "is_seen", False):
        url = reverse("participant", args=[episode.participant_id])
        return LeaderLine(leader.pk, episode.participant.listed_name, url, episode.team_id)
    text = _("a participant of %(team)s") % {"team": episode.team.name}
    return LeaderLine(leader.pk, text, "", episode.team_id)


def _place(line: LeaderLine) -> tuple[bool, str, UUID]:
    return line.team_id is not None, line.name, line.pk
