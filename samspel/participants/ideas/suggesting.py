"""The suggestion box: leaving a suggestion, answering it in the open, putting it aside."""

from datetime import date
from uuid import UUID

from django.core.exceptions import ValidationError
from django.utils.translation import gettext as _

from samspel.accounts.actor import Actor
from samspel.accounts.log import log
from samspel.organisation.team import Team
from samspel.participants.constraints import broken_constraints, saving
from samspel.participants.ideas.keeping import SENT_ALREADY
from samspel.participants.ideas.suggestion import IN_STATE, Suggestion, SuggestionState
from samspel.records.versions import must_be

MOST_WAITING = 300
"""Of one team: more than anybody writes who has something to suggest."""


def leave_suggestion(
    *, team: Team, number: UUID, text: str, name: str, today: date, by: Actor
) -> Suggestion:
    """A suggestion from the wall or written in by staff; the same ``number`` is the same one.

    Raises ValidationError where the box is full.
    """
    with saving(by):
        team.touch()  # locks the team's row: of two sendings the second finds what the first left
        known = Suggestion.objects.filter(pk=number, team=team).first()
        if known is not None:
            return _same(known, text, name)
        box = Suggestion.objects.filter(IN_STATE[SuggestionState.WAITING], team=team)
        if box.count() >= MOST_WAITING:
            raise ValidationError(_("The box is full: tell somebody of the staff."))
        row = Suggestion(pk=number, team=team, text=text, name=name, left_on=today)
        row.entered_by = by.user
        if faults := broken_constraints(row):
            raise ValidationError(faults)
        row.save(force_insert=True)
        if by.user is not None:
            # The log would tell the second at which one from the wall was written: who was in
            # the room then is soon found.
            _tell("suggestion_left", row, by)
    return row


def _same(known: Suggestion, text: str, name: str) -> Suggestion:
    if (known.text, known.name) != (text, name):
        raise ValidationError(SENT_ALREADY)
    return known


def answer(
    *, suggestion: Suggestion, version: int, wall_text: str, answer: str, today: date, by: Actor
) -> Suggestion:
    """Answer in the open, or change the answer; one that was put aside is taken up by it.

    Raises ValidationError with what is missing, and ChangedMeanwhileError: of two who answer at
    once the second sees the first one's answer.
    """
    with saving(by):
        row = _locked(suggestion, version)
        row.wall_text, row.answer = wall_text, answer
        row.answered_on = row.answered_on or today
        row.answered_by = by.user
        row.put_aside_on, row.aside_because = None, ""
        _save(row)
        _tell("suggestion_answered", row, by)
    return row


def put_aside(
    *, suggestion: Suggestion, version: int, because: str, today: date, by: Actor
) -> Suggestion:
    """Keep a suggestion from the wall, with the reason; an answer stays for when it is taken up.

    Raises ValidationError without a reason, and ChangedMeanwhileError.
    """
    with saving(by):
        row = _locked(suggestion, version)
        row.put_aside_on, row.aside_because = today, because
        _save(row)
        _tell("suggestion_put_aside", row, by)
    return row


def take_up_again(*, suggestion: Suggestion, version: int, by: Actor) -> Suggestion:
    """What was put aside waits for an answer again, or is shown with the one that it had."""
    with saving(by):
        row = _locked(suggestion, version)
        if row.put_aside_on is not None:
            row.put_aside_on, row.aside_because = None, ""
            _save(row)
            _tell("suggestion_taken_up", row, by)
    return row


def _locked(suggestion: Suggestion, version: int) -> Suggestion:
    found = Suggestion.objects.select_for_update(of=("self",)).select_related("team")
    row = found.get(pk=suggestion.pk)
    must_be(version, row)
    return row


def _save(row: Suggestion) -> None:
    if faults := broken_constraints(row):
        raise ValidationError(faults)
    row.version += 1
    row.save()
    row.team.touch()


def _tell(act: str, row: Suggestion, by: Actor) -> None:
    log(by=by, act=act, subject=f"suggestion:{row.pk}", team_id=row.team_id)
