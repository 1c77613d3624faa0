"""Who leads a group: staff of any of its teams, or participants."""

from django.core.exceptions import ValidationError
from django.utils.translation import gettext as _

from samspel.accounts.actor import Actor
from samspel.accounts.log import log
from samspel.accounts.user import User
from samspel.participants.coaches import coaches
from samspel.participants.constraints import broken_constraints, saving
from samspel.participants.episode import Episode
from samspel.participants.groups.group import Group, Leader
from samspel.participants.groups.writing import locked_group, tell


def let_staff_lead(*, group: Group, user: User, by: Actor) -> Leader:
    """Somebody of the staff leads the group.

    Raises ValidationError for who does casework in none of its teams, or leads it already.
    """
    with saving(by):
        row = locked_group(group)
        if not coaches(row.teams()).filter(pk=user.pk).exists():
            raise ValidationError({"user": [_("Choose one of the staff of the group's teams.")]})
        leader = _saved(Leader(group=row, user=user))
        tell("group_leader_named", row, by, user=user.pk)
    return leader


def let_participant_lead(*, group: Group, episode: Episode, by: Actor) -> Leader:
    """A participant leads the group, alone or with others.

    Raises ValidationError for a case of another team, or for who leads it already.
    """
    with saving(by):
        row = locked_group(group)
        if episode.team_id not in {each.pk for each in row.teams()}:
            raise ValidationError({"episode": [_("Choose one of the team's participants.")]})
        leader = _saved(Leader(group=row, episode=episode))
        _tell_of_case("group_leader_named", leader, episode, by)
    return leader


def stop_leading(*, leader: Leader, by: Actor) -> None:
    """Somebody leads the group no more; once more changes nothing."""
    with saving(by):
        row = locked_group(leader.group)
        found = Leader.objects.select_related("episode").filter(pk=leader.pk).first()
        if found is None:
            return
        found.delete()
        if found.episode is None:
            tell("group_leader_left", row, by, user=found.user_id)
        else:
            _tell_of_case("group_leader_left", found, found.episode, by)


def _saved(leader: Leader) -> Leader:
    if faults := broken_constraints(leader):
        raise ValidationError(dict(faults))
    leader.save()
    return leader


def _tell_of_case(act: str, leader: Leader, episode: Episode, by: Actor) -> None:
    """Told of in the participant's own team, and in no other."""
    log(
        by=by,
        act=act,
        subject=f"episode:{episode.pk}",
        team_id=episode.team_id,
        details={"group": str(leader.group_id)},
    )
