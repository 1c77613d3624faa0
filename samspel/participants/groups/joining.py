"""Who belongs to a group: taking in several at once, and leaving with a last day."""

from collections.abc import Iterable, Sequence
from datetime import date, timedelta
from uuid import UUID

from django.core.exceptions import ValidationError
from django.utils.translation import gettext as _

from samspel.accounts.actor import Actor
from samspel.accounts.log import log
from samspel.participants.constraints import saving
from samspel.participants.episode import Episode
from samspel.participants.groups.group import Group
from samspel.participants.groups.membership import GroupMember
from samspel.participants.groups.writing import check_row, locked_group, touch_teams
from samspel.participants.when import Step, may


def take_in(
    *, group: Group, episodes: Sequence[Episode], from_on: date, today: date, by: Actor
) -> list[GroupMember]:
    """Take cases into a group from a day; those who belong to it already are left as they are.

    Who has left and comes back before the last day simply stays. Raises ValidationError for a day
    outside of the group's, for somebody who is not enrolled on it, and for a case of a team that
    the group is not of. Over the places nobody is refused: `places.over` says it.
    """
    with saving(by):
        row = locked_group(group)
        teams = {each.pk for each in row.teams()}
        if row.has_ended(from_on):
            raise ValidationError({"from_on": [_("That is not one of the group's days.")]})
        taken = []
        for episode in episodes:
            _require_enrolled(episode, from_on, teams)
            member = _joined(row, episode, from_on, today)
            if member is not None:
                taken.append(member)
                _tell("group_joined", member, episode.team_id, by)
        if taken:
            touch_teams(row)
    return taken


def _require_enrolled(episode: Episode, from_on: date, teams: Iterable[int]) -> None:
    if episode.team_id not in teams:
        raise ValidationError(_("Choose among those who are enrolled in the team."))
    if not may(Step.ATTEND, episode.stage(from_on)):
        text = _("%(who)s was not enrolled on %(day)s.")
        who = episode.participant.listed_name
        sentence = text % {"who": who, "day": from_on.isoformat()}
        raise ValidationError({"from_on": [sentence]})


def _joined(group: Group, episode: Episode, from_on: date, today: date) -> GroupMember | None:
    """The membership that was made or goes on again; None where it goes on anyway."""
    own = GroupMember.objects.filter(group=group, episode=episode)
    later = own.exclude(until_on__lt=from_on).order_by("from_on").first()
    if later is None:
        member = GroupMember(group=group, episode=episode, from_on=from_on)
        check_row(member, {"from_on": from_on}, today)
        member.save()
        return member
    if later.until_on is None and later.from_on <= from_on:
        return None
    later.from_on, later.until_on = min(later.from_on, from_on), None
    later.save()
    return later


def leave(*, member: GroupMember, until_on: date, today: date, by: Actor) -> GroupMember:
    """Say which day was or is the member's last one in the group; the same again is the same.

    Raises ValidationError for a day before the first one.
    """
    with saving(by):
        row = GroupMember.objects.select_for_update().get(pk=member.pk)
        if row.until_on == until_on:
            return row
        row.until_on = until_on
        if until_on < row.from_on:
            raise ValidationError({"until_on": [_("The last day cannot be before the first.")]})
        check_row(row, {"until_on": until_on}, today)
        row.save()
        touch_teams(row.group)
        _tell("group_left", row, member.episode.team_id, by)
    return row


def leave_all(group: Group, team_id: int, today: date, by: Actor) -> None:
    """A team takes part no more: yesterday was its members' last day, and who begins today or
    later never does. Inside the act's transaction.
    """
    own = GroupMember.objects.filter(group=group, episode__team_id=team_id)
    for member in own.exclude(until_on__lt=today).order_by("pk"):
        if member.from_on >= today:
            GroupMember.objects.filter(pk=member.pk).delete()
        else:
            member.until_on = today - timedelta(days=1)
            member.save()
        _tell("group_left", member, team_id, by)


def _tell(act: str, member: GroupMember, team_id: int, by: Actor) -> None:
    """Told of in the participant's own team, and in no other."""
    group: UUID = member.group_id
    log(
        by=by,
        act=act,
        subject=f"episode:{member.episode_id}",
        team_id=team_id,
        details={"group": str(group)},
    )
