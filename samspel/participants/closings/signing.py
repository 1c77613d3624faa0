"""Writing a closing statement, signing it, and opening a signed one again."""

from collections.abc import Mapping
from datetime import date, datetime

from django.core.exceptions import ValidationError
from django.utils.translation import gettext as _

from samspel.accounts.actor import Actor
from samspel.accounts.log import log
from samspel.participants.changing import ChangedMeanwhileError
from samspel.participants.closings.statement import Statement
from samspel.participants.constraints import saving
from samspel.participants.episode import Episode
from samspel.participants.when import Step, require


def save_statement(
    *,
    episode: Episode,
    version: int,
    texts: Mapping[str, str],
    today: date,
    now: datetime,
    by: Actor,
) -> Statement:
    """Keep the texts that differ from their drafts; ``version`` 0 begins a statement.

    Raises ValidationError for a signed one, and ChangedMeanwhileError.
    """
    with saving(by):
        row = Episode.objects.select_for_update().select_related("team").get(pk=episode.pk)
        require(Step.STATE, row.stage(today))
        statement = _seen(row, version)
        if statement.signed_on is not None:
            raise ValidationError(_("The statement is signed. Open it again to change it."))
        statement.texts, statement.changed_at = dict(texts), now
        statement.version += 1
        statement.save()
        _log("statement_saved", row, by)
    return statement


def sign_statement(
    *,
    episode: Episode,
    version: int,
    texts: Mapping[str, str],
    today: date,
    now: datetime,
    by: Actor,
) -> Statement:
    """Sign a statement with all its texts as they were read: later records change nothing in it.

    Raises ValidationError where it is signed already or nobody signs, and ChangedMeanwhileError.
    """
    if by.user is None:
        raise ValidationError(_("Somebody must sign the statement."))
    with saving(by):
        row = Episode.objects.select_for_update().select_related("team").get(pk=episode.pk)
        require(Step.STATE, row.stage(today))
        statement = _seen(row, version)
        if statement.signed_on is not None:
            raise ValidationError(_("The statement is signed already."))
        statement.texts, statement.changed_at = dict(texts), now
        statement.signed_on, statement.signed_by = today, by.user
        statement.version += 1
        statement.save()
        _log("statement_signed", row, by)
    return statement


def open_statement(*, episode: Episode, by: Actor) -> None:
    """Open a signed statement again, to correct it; its texts stay and the log tells of it."""
    with saving(by):
        row = Episode.objects.select_for_update().select_related("team").get(pk=episode.pk)
        statement = Statement.objects.filter(episode=row, signed_on__isnull=False).first()
        if statement is None:
            return
        statement.signed_on = statement.signed_by = None
        statement.version += 1
        statement.save()
        _log("statement_opened", row, by)


def _seen(episode: Episode, version: int) -> Statement:
    """The statement as the writer saw it, or a new one; raises ChangedMeanwhileError."""
    found = Statement.objects.filter(episode=episode).first()
    statement = found or Statement(episode=episode, version=0)
    if statement.version != version:
        raise ChangedMeanwhileError(statement)
    return statement


def _log(act: str, episode: Episode, by: Actor) -> None:
    log(by=by, act=act, subject=f"episode:{episode.pk}", team_id=episode.team_id)
