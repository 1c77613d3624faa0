"""The groups that one person is in, for the person's page, each with its next session."""

from dataclasses import dataclass
from datetime import date
from uuid import UUID

from django.db.models import OuterRef, Q, Subquery

from samspel.participants.episode import Episode
from samspel.participants.groups.group import Sharing
from samspel.participants.groups.membership import GroupMember
from samspel.participants.groups.session import Session
from samspel.participants.when import Step, may


@dataclass(frozen=True, slots=True)
class GroupLine:
    """A group that somebody is in."""

    member_id: UUID
    group_id: UUID
    name: str
    from_on: date
    until_on: date | None
    begins_later: bool
    next_session: str


@dataclass(frozen=True, slots=True)
class GroupsPart:
    """What `groups/part.html` shows of a case, as ``groups``."""

    episode_id: UUID
    lines: list[GroupLine]
    may_join: bool


def groups_part(episode: Episode, today: date) -> GroupsPart | None:
    """The groups of a case by one query; None for somebody who was never enrolled."""
    if episode.enrolled_on is None or episode.enrolled_on > today:
        return None
    coming = Session.objects.held().filter(group=OuterRef("group"), on__gte=today)
    first = coming.order_by("on", "at", "pk")
    found = (
        GroupMember.objects.from_day(today)
        .filter(_still_of(episode.team_id), episode=episode)
        .annotate(
            next_on=Subquery(first.values("on")[:1]), next_at=Subquery(first.values("at")[:1])
        )
        .select_related("group")
        .order_by("group__name", "pk")
    )
    lines = [_line(each, today) for each in found]
    return GroupsPart(episode.pk, lines, may(Step.ATTEND, episode.stage(today)))


def _still_of(team_id: int) -> Q:
    """Groups that the person's team runs or takes part in: it sees no others."""
    shared = Sharing.objects.current().filter(team=team_id).values("group")
    return Q(group__team=team_id) | Q(group__in=shared)


def _line(member: GroupMember, today: date) -> GroupLine:
    on, at = getattr(member, "next_on", None), getattr(member, "next_at", None)
    is_there = on is not None and (member.until_on is None or on <= member.until_on)
    return GroupLine(
        member_id=member.pk,
        group_id=member.group_id,
        name=member.group.name,
        from_on=member.from_on,
        until_on=member.until_on,
        begins_later=member.from_on > today,
        next_session=f"{on.isoformat()} {at:%H:%M}" if is_there and on and at else "",
    )
