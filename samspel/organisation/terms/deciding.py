"""How terms of reference come about: drafted, decided on, followed by the next version."""

from dataclasses import dataclass
from datetime import date, timedelta

from django.core.exceptions import ValidationError
from django.utils.translation import gettext_lazy as _

from samspel.accounts.actor import Actor
from samspel.accounts.log import log
from samspel.organisation.team import Team
from samspel.organisation.terms.terms_of_reference import TermsOfReference
from samspel.records.constraints import check, saving
from samspel.records.versions import ChangedMeanwhileError, must_be


@dataclass(frozen=True, slots=True)
class Decided:
    """What was decided: on which day, by whom, and from which day it is valid."""

    decided_on: date
    decided_by: str
    valid_from: date


def draft_of(team: Team) -> TermsOfReference | None:
    """The version that is being written, if any."""
    return TermsOfReference.objects.filter(team=team, decided_on=None).first()


def write(*, team: Team, text: str, version: int, by: Actor) -> TermsOfReference:
    """Save the draft's text; the first saving begins it.

    ``version`` is the one that the writer saw, 0 where there was no draft. Raises
    ChangedMeanwhileError when somebody else saved since, and ValidationError for no text.
    """
    if not text.strip():
        raise ValidationError({"text": [_("Write the terms of reference, or go back.")]})
    with saving():
        Team.objects.select_for_update().get(pk=team.pk)
        row = TermsOfReference.objects.filter(team=team, decided_on=None).first()
        if row is None:
            row = TermsOfReference(team=team, begun_by=by.user, version=0)
        must_be(version, row)
        row.text, row.version = text, version + 1
        check(row)
        row.save()
        _log("terms_written", row, by, ["text"])
    return row


def decide(
    *, team: Team, decided: Decided, version: int, today: date, by: Actor
) -> TermsOfReference:
    """Make the draft the version in force from a day on; the one before ends the day before.

    Raises ValidationError for days that do not fit, and ChangedMeanwhileError.
    """
    with saving():
        row = _locked_draft(team, version)
        last = TermsOfReference.objects.decided().filter(team=team).first()
        _check_days(decided, last, today)
        if last is not None:
            last.valid_to = decided.valid_from - timedelta(days=1)
            last.save(update_fields=["valid_to"])
        row.number = (last.number or 0) + 1 if last else 1
        row.decided_on, row.decided_by = decided.decided_on, decided.decided_by
        row.valid_from, row.version = decided.valid_from, row.version + 1
        check(row)
        row.save()
        _log("terms_decided", row, by, ["decided_on", "decided_by", "valid_from"])
    return row


def _check_days(decided: Decided, last: TermsOfReference | None, today: date) -> None:
    if decided.decided_on > today:
        raise ValidationError(
            {"decided_on": [_("The day lies ahead. Wait until it has been decided.")]}
        )
    if last and last.valid_from and decided.valid_from <= last.valid_from:
        raise ValidationError(
            {
                "valid_from": [
                    _("Version %(number)s is valid from %(day)s: choose a later day.")
                    % {"number": last.number, "day": last.valid_from.isoformat()}
                ]
            }
        )


def throw_away(*, team: Team, version: int, by: Actor) -> None:
    """Remove the draft; what was decided stays as it is. Raises ChangedMeanwhileError."""
    with saving():
        row = _locked_draft(team, version)
        _log("terms_thrown_away", row, by, [])
        row.delete()


def _locked_draft(team: Team, version: int) -> TermsOfReference:
    """The draft as it now stands; of those who write about a team's terms one goes first.

    Raises ChangedMeanwhileError, also when somebody else decided on it or threw it away.
    """
    Team.objects.select_for_update().get(pk=team.pk)
    row = draft_of(team)
    if row is None:
        last = TermsOfReference.objects.decided().filter(team=team).first()
        raise ChangedMeanwhileError(last or TermsOfReference(team=team))
    must_be(version, row)
    return row


def _log(act: str, row: TermsOfReference, by: Actor, fields: list[str]) -> None:
    row.team.touch()
    details = {"fields": fields}
    log(by=by, act=act, subject=f"terms:{row.pk}", team_id=row.team_id, details=details)
