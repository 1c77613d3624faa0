"""An idea for which enough have signed up becomes a group, with those who are known as members."""

from collections.abc import Collection
from dataclasses import dataclass
from datetime import date
from uuid import UUID

from django.core.exceptions import ValidationError
from django.utils.translation import gettext as _

from samspel.accounts.actor import Actor
from samspel.accounts.log import log
from samspel.participants.constraints import saving
from samspel.participants.episode import Episode
from samspel.participants.groups.forming import Facts, start_group
from samspel.participants.groups.group import Group
from samspel.participants.groups.joining import take_in
from samspel.participants.ideas.idea import Idea
from samspel.participants.ideas.sign_up import SignUp
from samspel.participants.when import Step, may
from samspel.records.versions import must_be


@dataclass(frozen=True, slots=True)
class Joining:
    """What becomes of those who have signed up when the group begins on a day."""

    on: date
    members: list[SignUp]
    """Known to be participants who are enrolled on the day."""
    not_enrolled: list[SignUp]
    """Known, but not enrolled then."""
    unknown: list[SignUp]
    """Nobody has said which participant it is."""

    @property
    def episodes(self) -> list[Episode]:
        """The members' cases."""
        return [each.episode for each in self.members if each.episode is not None]


def joining(idea: Idea, on: date) -> Joining:
    """Who becomes a member of a group that begins on a day; one query."""
    found = Joining(on, [], [], [])
    signed = SignUp.objects.filter(idea=idea, taken_back_on=None)
    for each in signed.select_related("episode__participant"):
        if each.episode is None:
            found.unknown.append(each)
        elif may(Step.ATTEND, each.episode.stage(on)):
            found.members.append(each)
        else:
            found.not_enrolled.append(each)
    return found


def become_group(
    *,
    idea: Idea,
    version: int,
    facts: Facts,
    shown: Collection[UUID],
    today: date,
    by: Actor,
) -> Group:
    """Start the group and take in the participants that sign-ups are known to be.

    ``shown`` are the cases that were shown as members to be. Who is not enrolled on the group's
    first day is left out. Raises ValidationError where too few have signed up, where others than
    those shown would become members, or the group cannot be started so; and ChangedMeanwhileError.
    """
    with saving(by):
        found = Idea.objects.select_for_update(of=("self",)).select_related("team")
        row = found.get(pk=idea.pk)
        must_be(version, row)
        _require_ready(row)
        group = start_group(team=row.team, facts=facts, today=today, by=by)
        members = joining(row, facts.starts_on).episodes
        if {each.pk for each in members} != set(shown):
            raise ValidationError(
                _("Look at who becomes a member on that first day, and press again.")
            )
        take_in(group=group, episodes=members, from_on=facts.starts_on, today=today, by=by)
        row.group, row.became_group_on, row.closed_on = group, today, None
        row.version += 1
        row.save()
        log(
            by=by,
            act="idea_became_group",
            subject=f"idea:{row.pk}",
            team_id=row.team_id,
            details={"group": str(group.pk)},
        )
    return group


def _require_ready(idea: Idea) -> None:
    if idea.group_id is not None:
        raise ValidationError(_("The idea has become a group already."))
    if idea.opened_on is None:
        raise ValidationError(_("Take the idea up first, so that people can sign up."))
    if SignUp.objects.filter(idea=idea, taken_back_on=None).count() < idea.enough:
        raise ValidationError(
            _("Too few have signed up. If you start all the same, change how many are enough.")
        )
