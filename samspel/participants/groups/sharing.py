"""Sharing a group with another team of the association, and ending that."""

from datetime import date

from django.core.exceptions import ValidationError
from django.utils.translation import gettext as _

from samspel.accounts.actor import Actor
from samspel.organisation.team import Team
from samspel.participants.coaches import coaches
from samspel.participants.constraints import broken_constraints, saving
from samspel.participants.groups.group import Group, Leader, Sharing
from samspel.participants.groups.joining import leave_all
from samspel.participants.groups.naming import MAY_NAME, require_nameless_texts
from samspel.participants.groups.recess import Recess
from samspel.participants.groups.session import Session
from samspel.participants.groups.writing import locked_group, tell, touch_teams

MOST_TEAMS = 3
"""How many teams share a group at most, the one that runs it among them."""


def share(*, group: Group, team: Team, today: date, by: Actor, no_name: bool = False) -> Sharing:
    """Let another team of the same association take part from today.

    What the group's texts say the other team will read: they may name no participant. Raises
    ValidationError with what stands in the way.
    """
    with saving(by):
        row = locked_group(group)
        _require_fitting(row, team)
        _require_nameless(row, today, by, no_name=no_name)
        sharing = Sharing(group=row, team=team, from_on=today)
        if faults := broken_constraints(sharing):
            raise ValidationError({"team": next(iter(faults.values()))})
        sharing.save()
        touch_teams(row)
        tell("group_shared", row, by, team=team.pk)
    return sharing


def _require_fitting(group: Group, team: Team) -> None:
    if team.association_id != group.team.association_id or team.pk == group.team_id:
        raise ValidationError({"team": [_("Choose another team of the same association.")]})
    if team.closed_on is not None:
        raise ValidationError({"team": [_("That team is closed.")]})
    if len(group.teams()) >= MOST_TEAMS:
        raise ValidationError({"team": [_("Three teams can share a group at most.")]})


def _require_nameless(group: Group, today: date, by: Actor, *, no_name: bool) -> None:
    """What the group says of itself, and what its sessions and breaks from today on say."""
    ahead = group.sessions.filter(on__gte=today)
    told = ahead.values_list("place", "cancelled_because", "note")
    breaks = Recess.objects.of_group(group).from_day(today).values_list("because", flat=True)
    own = " ".join((group.name, group.purpose, group.place))
    said = [own, *breaks, *(text for each in told for text in each)]
    texts = {str(number): text for number, text in enumerate(said)}
    try:
        require_nameless_texts(group, texts, by, no_name=no_name)
    except ValidationError as refused:
        faults = [each for row in refused.error_dict.values() for each in row]
        if all(each.code == MAY_NAME for each in faults):
            sentence = _(
                "A word in the group's texts is also the name of a participant. Take out the name "
                "first, or tick that it names nobody."
            )
            raise ValidationError(sentence, code=MAY_NAME) from refused
        sentence = _("Take the names of participants out of the group's texts first.")
        raise ValidationError(sentence) from refused


def stop_sharing(*, sharing: Sharing, today: date, by: Actor) -> None:
    """The team takes part no more and sees nothing of the group any longer.

    Its members leave, and its staff and participants lead it no more; what was recorded of them
    stays with the team. Once more changes nothing.
    """
    with saving(by):
        row = locked_group(sharing.group)
        found = Sharing.objects.select_for_update().select_related("team").get(pk=sharing.pk)
        if found.ended_on is not None:
            return
        found.ended_on = max(today, found.from_on or today)
        found.save()
        leave_all(row, found.team_id, today, by)
        _stop_leading(row, found.team)
        touch_teams(row)
        tell("group_sharing_ended", row, by, team=found.team_id)


def _stop_leading(group: Group, team: Team) -> None:
    """Staff who are also of a team that stays go on leading; past sessions keep who led them."""
    stay = coaches(group.teams())
    leaders = Leader.objects.filter(group=group)
    gone = coaches([team]).exclude(pk__in=stay.order_by().values("pk"))
    leaders.filter(episode__team=team).delete()
    leaders.filter(user__in=gone.order_by().values("pk")).delete()
    ahead = Session.objects.filter(group=group, led_by__in=gone.order_by().values("pk"))
    ahead.filter(attendances=None).update(led_by=None)
