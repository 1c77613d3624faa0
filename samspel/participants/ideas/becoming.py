"""An idea for which enough have signed up becomes a group, with those who are known as members."""

from datetime import date

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


def become_group(*, idea: Idea, version: int, facts: Facts, today: date, by: Actor) -> Group:
    """Start the group and take in the participants that sign-ups are known to be.

    Who is not enrolled on the group's first day is left out. Raises ValidationError where too few
    have signed up or the group cannot be started so, and ChangedMeanwhileError.
    """
    with saving(by):
        found = Idea.objects.select_for_update(of=("self",)).select_related("team")
        row = found.get(pk=idea.pk)
        must_be(version, row)
        _require_ready(row)
        group = start_group(team=row.team, facts=facts, today=today, by=by)
        members = matched(row, facts.starts_on)
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


def matched(idea: Idea, on: date) -> list[Episode]:
    """The participants that sign-ups are known to be, of those who are enrolled on a day."""
    known = SignUp.objects.filter(idea=idea, taken_back_on=None, episode__isnull=False)
    rows = known.select_related("episode__participant")
    episodes = [each.episode for each in rows if each.episode is not None]
    return [each for each in episodes if may(Step.ATTEND, each.stage(on))]
