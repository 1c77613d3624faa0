"""Writing a closing statement, signing it, and opening a signed one again."""

from collections.abc import Mapping
from datetime import date, datetime, timedelta

from django.core.exceptions import ValidationError
from django.utils.translation import gettext as _

from samspel.accounts.actor import Actor
from samspel.accounts.log import LogEntry, log
from samspel.participants.closings.statement import Statement
from samspel.participants.constraints import saving
from samspel.participants.episode import Episode
from samspel.participants.when import Step, require
from samspel.records.versions import must_be

ONE_SITTING = timedelta(minutes=15)
"""What one writes saves itself again and again; the log tells of it once."""


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

    What says the same as what stands is saved already. Raises ValidationError for a signed one,
    and ChangedMeanwhileError.
    """
    with saving(by):
        row = Episode.objects.select_for_update().select_related("team").get(pk=episode.pk)
        require(Step.STATE, row.stage(today))
        statement = _found(row)
        if statement.signed_on is not None:
            raise ValidationError(_("The statement is signed. Open it again to change it."))
        if statement.version and statement.texts == dict(texts):
            return statement
        must_be(version, statement)
        statement.texts, statement.changed_at = dict(texts), now
        statement.version += 1
        statement.save()
        if not _told(row, now=now, by=by):
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
    changed: Mapping[str, str] | None = None,
) -> Statement:
    """Sign a statement with all its texts as they were read: later records change nothing in it.

    ``changed`` are those of the texts that differ from their drafts: where they are what stands,
    the signer's own page saved them a moment ago, whatever ``version`` it still shows.

    Raises ValidationError where it is signed already or nobody signs, and ChangedMeanwhileError.
    """
    if by.user is None:
        raise ValidationError(_("Somebody must sign the statement."))
    with saving(by):
        row = Episode.objects.select_for_update().select_related("team").get(pk=episode.pk)
        require(Step.STATE, row.stage(today))
        statement = _found(row)
        if statement.signed_on is not None:
            raise ValidationError(_("The statement is signed already."))
        if changed is None or statement.texts != dict(changed):
            must_be(version, statement)
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


def _found(episode: Episode) -> Statement:
    return Statement.objects.filter(episode=episode).first() or Statement(
        episode=episode, version=0
    )


def _told(episode: Episode, *, now: datetime, by: Actor) -> bool:
    """Whether the log has it from a moment ago that this person writes."""
    told = LogEntry.objects.filter(subject=f"episode:{episode.pk}", act="statement_saved")
    last = told.order_by("-number").first()
    return last is not None and last.actor == by.user and abs(now - last.at) < ONE_SITTING


def _log(act: str, episode: Episode, by: Actor) -> None:
    log(by=by, act=act, subject=f"episode:{episode.pk}", team_id=episode.team_id)
