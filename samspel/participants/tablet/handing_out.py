"""Making a code for a case, finding it by its letters, and withdrawing it."""

from datetime import date, datetime

from django.db.models import QuerySet
from django.utils import timezone

from samspel.accounts.actor import Actor
from samspel.accounts.log import log
from samspel.participants.constraints import saving
from samspel.participants.episode import Episode
from samspel.participants.tablet.code import OPENS_FOR, TabletCode
from samspel.participants.tablet.letters import digest_of, new_letters
from samspel.participants.when import Step, require


def make_code(*, episode: Episode, now: datetime, by: Actor) -> tuple[TabletCode, str]:
    """A new code and its letters, which are told once. The case's earlier codes open no more.

    Raises ValidationError when the stage has no plan.
    """
    with saving(by):
        row = _locked(episode, timezone.localdate(now))
        open_codes(row).update(withdrawn_at=now)
        letters = _free_letters()
        code = TabletCode.objects.create(
            digest=digest_of(letters),
            episode=row,
            made_at=now,
            made_by=by.user,
            expires_at=now + OPENS_FOR,
        )
        _tell("tablet_code_made", row, by)
    return code, letters


def withdraw_codes(*, episode: Episode, now: datetime, by: Actor) -> None:
    """Withdraw what still opens the case's questions."""
    with saving(by):
        row = Episode.objects.select_for_update().get(pk=episode.pk)
        if open_codes(row).update(withdrawn_at=now):
            _tell("tablet_code_withdrawn", row, by)


def open_codes(episode: Episode) -> QuerySet[TabletCode]:
    """The case's codes that were neither used nor withdrawn; their time may have run out."""
    return TabletCode.objects.filter(episode=episode, used_at=None, withdrawn_at=None)


def code_of(letters: str) -> TabletCode | None:
    """The code of some letters, whatever its state."""
    found = TabletCode.objects.select_related("episode__team__host")
    return found.filter(digest=digest_of(letters)).first()


def _free_letters() -> str:
    """Letters that no code has had, so that each code says what became of it."""
    while True:
        letters = new_letters()
        if not TabletCode.objects.filter(digest=digest_of(letters)).exists():
            return letters


def _locked(episode: Episode, today: date) -> Episode:
    row = Episode.objects.select_for_update().get(pk=episode.pk)
    require(Step.PLAN, row.stage(today))
    return row


def _tell(act: str, episode: Episode, by: Actor) -> None:
    log(by=by, act=act, subject=f"episode:{episode.pk}", team_id=episode.team_id, details={})
