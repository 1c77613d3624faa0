"""Making, proposing, taking up, changing, closing and reopening an idea."""

from dataclasses import dataclass
from datetime import date, timedelta
from uuid import UUID

from django.core.exceptions import ValidationError
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy as lazy

from samspel.accounts.actor import Actor
from samspel.accounts.log import log
from samspel.organisation.team import Team
from samspel.participants.constraints import broken_constraints, saving
from samspel.participants.ideas.idea import Idea, IdeaState
from samspel.participants.ideas.planning_day import CameOf, Raised
from samspel.records.versions import must_be, set_values

FARTHEST = timedelta(days=366)
SENT_ALREADY = lazy(
    "This form has been sent once already. Send it again if this is something else."
)
"""Said to who goes back to a form that somebody has sent, and writes something else in it."""
MOST_PROPOSED = 50
"""Proposals of one team that wait: then staff has to look first."""


@dataclass(frozen=True, slots=True)
class Facts:
    """What an idea is, as entered."""

    title: str
    text: str
    enough: int
    last_on: date


FACTS = tuple(Facts.__dataclass_fields__)


def make_idea(
    *,
    team: Team,
    number: UUID,
    facts: Facts,
    today: date,
    by: Actor,
    raised: Raised | None = None,
) -> Idea:
    """An idea that is open at once; ``raised`` is what it comes of on a planning day.

    The same ``number`` again is the same idea. Raises ValidationError with every fault.
    """
    with saving(by):
        team.touch()  # locks the team's row: of two sendings the second finds what the first made
        known = Idea.objects.filter(pk=number, team=team).first()
        if known is not None:
            return _same(known, facts.title, facts.text)
        row = Idea(pk=number, team=team, made_on=today, opened_on=today)
        set_values(row, {name: getattr(facts, name) for name in FACTS})
        _check(row, today)
        row.save(force_insert=True)
        if raised is not None:
            _came_of(raised, row)
        _tell("idea_made", row, by)
    return row


def _came_of(raised: Raised, idea: Idea) -> None:
    row = Raised.objects.select_for_update(of=("self",)).get(pk=raised.pk)
    if row.idea_id is not None:
        raise ValidationError(_("There is an interest list of this already."))
    row.came_of, row.idea, row.group = CameOf.IDEA, idea, None
    row.version += 1
    row.save()


def propose(*, team: Team, number: UUID, title: str, text: str, today: date, by: Actor) -> Idea:
    """An idea from the wall, shown there when staff has taken it up.

    The same ``number`` again is the same proposal. Raises ValidationError where many wait.
    """
    with saving(by):
        team.touch()  # locks the team's row: of two sendings the second finds what the first made
        known = Idea.objects.filter(pk=number, team=team).first()
        if known is not None:
            return _same(known, title, text)
        waiting = Idea.objects.filter(team=team, is_from_wall=True, opened_on=None, closed_on=None)
        if waiting.count() >= MOST_PROPOSED:
            raise ValidationError(_("Many proposals wait already: tell somebody of the staff."))
        row = Idea(pk=number, team=team, made_on=today, is_from_wall=True, title=title, text=text)
        if faults := broken_constraints(row):
            raise ValidationError(faults)
        row.save(force_insert=True)
        _tell("idea_proposed", row, by)
    return row


def _same(known: Idea, title: str, text: str) -> Idea:
    if (known.title, known.text) != (title, text):
        raise ValidationError(SENT_ALREADY)
    return known


def change_idea(*, idea: Idea, version: int, facts: Facts, today: date, by: Actor) -> Idea:
    """Change an idea; one that was proposed is taken up by it, and one that had ended opens again.

    Raises ValidationError with every fault, and ChangedMeanwhileError.
    """
    with saving(by):
        row = _locked(idea, version)
        _require_no_group(row)
        values = {name: getattr(facts, name) for name in FACTS} | {"closed_on": None}
        changed = set_values(row, values)
        if row.opened_on is None:
            row.opened_on = today
            changed.append("opened_on")
        if not changed:
            return row
        _check(row, today)
        _save(row)
        _tell("idea_changed", row, by, fields=changed)
    return row


def close_idea(*, idea: Idea, version: int, today: date, by: Actor) -> Idea:
    """Take no more sign-ups, or say that a proposal is not taken up. Once more changes nothing.

    Raises ValidationError for one that is a group, and ChangedMeanwhileError.
    """
    with saving(by):
        row = _locked(idea, version)
        _require_no_group(row)
        if row.closed_on is None:
            row.closed_on = today
            _save(row)
            _tell("idea_closed", row, by)
    return row


def reopen_idea(*, idea: Idea, version: int, today: date, by: Actor) -> Idea:
    """Take sign-ups again until the last day; a proposal waits again.

    Raises ValidationError where the last day has passed, and ChangedMeanwhileError.
    """
    with saving(by):
        row = _locked(idea, version)
        _require_no_group(row)
        row.closed_on = None
        if row.state(today) == IdeaState.CLOSED:
            raise ValidationError(_("The last day has passed: change it, and the list opens."))
        _save(row)
        _tell("idea_opened_again", row, by)
    return row


def _locked(idea: Idea, version: int) -> Idea:
    found = Idea.objects.select_for_update(of=("self",)).select_related("team")
    row = found.get(pk=idea.pk)
    must_be(version, row)
    return row


def _save(row: Idea) -> None:
    row.version += 1
    row.save()
    row.team.touch()


def _require_no_group(row: Idea) -> None:
    if row.group_id is not None:
        raise ValidationError(_("The idea has become a group already."))


def _check(row: Idea, today: date) -> None:
    faults: dict[str, list[str]] = {}
    if row.last_on is not None and row.last_on < today:
        faults["last_on"] = [_("That day has passed: choose today or a later one.")]
    elif row.last_on is not None and row.last_on > today + FARTHEST:
        faults["last_on"] = [_("Check the year: it is more than a year ahead.")]
    if faults := faults or broken_constraints(row):
        raise ValidationError(dict(faults))


def _tell(act: str, row: Idea, by: Actor, **details: object) -> None:
    log(by=by, act=act, subject=f"idea:{row.pk}", team_id=row.team_id, details=details)
