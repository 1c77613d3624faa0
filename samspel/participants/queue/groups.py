"""The team's priority groups: who goes first in its queue, in the order of their places."""

from collections.abc import Mapping, Sequence
from datetime import date

from django.core.exceptions import ValidationError
from django.utils.translation import gettext as _

from samspel.accounts.actor import Actor
from samspel.accounts.log import log
from samspel.organisation.team import Team
from samspel.participants.constraints import saving
from samspel.participants.episode import Episode
from samspel.participants.queue.priority import PriorityGroup, QueuePlace
from samspel.participants.stage import Stage


def name_groups(*, team: Team, titles: Mapping[int, str], new: str, by: Actor) -> bool:
    """Rename the team's groups (titles by id) and add ``new`` last, unless it is empty.

    Returns whether anything changed. Raises ValidationError when two would be called the same.
    """
    with saving(by):
        groups = _locked(team)
        renamed = [each for each in groups if titles.get(each.pk, each.title) != each.title]
        for each in renamed:
            each.title = titles[each.pk]
        added = [PriorityGroup(team=team, title=new)] if new else []
        if not renamed and not added:
            return False
        _refuse_namesakes([*groups, *added])
        # A name may go from one group to another; the database would refuse the step between.
        for each in renamed:
            PriorityGroup.objects.filter(pk=each.pk).update(title=f"#{each.pk}")
        _save([*groups, *added])
        _tell(team, by)
    return True


def move_group(*, group: PriorityGroup, up: bool, by: Actor) -> None:
    """Let a group change places with the one before or after it; at the end nothing happens."""
    with saving(by):
        groups = _locked(group.team)
        at = next(number for number, each in enumerate(groups) if each.pk == group.pk)
        to = at - 1 if up else at + 1
        if not 0 <= to < len(groups):
            return
        groups[at], groups[to] = groups[to], groups[at]
        _save(groups)
        _tell(group.team, by)


def remove_group(*, group: PriorityGroup, today: date, by: Actor) -> None:
    """Remove a group that nobody in the queue is in; those who were forget it.

    Raises ValidationError while somebody in the queue is in it.
    """
    with saving(by):
        groups = _locked(group.team)
        places = QueuePlace.objects.filter(group=group)
        waiting = Episode.objects.filter(queue_place__in=places).in_stages([Stage.QUEUE], today)
        if waiting.exists():
            raise ValidationError(
                _("Somebody in the queue is in “%(group)s”: choose another group for them first.")
                % {"group": group.title}
            )
        places.update(group=None)
        PriorityGroup.objects.filter(pk=group.pk).delete()
        _save([each for each in groups if each.pk != group.pk])
        _tell(group.team, by)


def _locked(team: Team) -> list[PriorityGroup]:
    """The team's groups; nobody else changes them until the transaction ends."""
    Team.objects.select_for_update().get(pk=team.pk)
    return list(PriorityGroup.objects.filter(team=team))


def _refuse_namesakes(groups: Sequence[PriorityGroup]) -> None:
    titles = [each.title.casefold() for each in groups]
    if len(set(titles)) < len(titles):
        raise ValidationError(_("The team already has a group of this name."))


def _save(groups: Sequence[PriorityGroup]) -> None:
    """Save the groups with the places in which they stand."""
    for place, group in enumerate(groups, start=1):
        group.place = place
        group.save()


def _tell(team: Team, by: Actor) -> None:
    log(
        by=by,
        act="team_settings_changed",
        subject=f"team:{team.pk}",
        team_id=team.pk,
        details={"fields": ["priority_groups"]},
    )
