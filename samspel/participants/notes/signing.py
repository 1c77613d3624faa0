"""Signing a note: from then on all who do casework read it, and nobody changes it."""

from datetime import date, datetime

from django.core.exceptions import ValidationError
from django.utils.translation import gettext as _

from samspel.accounts.actor import Actor
from samspel.accounts.log import log
from samspel.participants.constraints import saving
from samspel.participants.notes.drafting import draft_to_write
from samspel.participants.notes.note import Note
from samspel.participants.plausible import FIRST_DAY, before_birth_fault
from samspel.records.versions import ChangedMeanwhileError


def sign(*, note: Note, version: int, today: date, now: datetime, by: Actor) -> Note:
    """Lock the draft as its author saw it.

    Raises ValidationError with what is missing, ChangedMeanwhileError when it is no longer the
    ``version`` that the author saw, and as `drafting.keep_draft`; nothing is signed then.
    """
    with saving(by):
        found = draft_to_write(note.episode, note.pk, by)
        if found is None or found.version != version:
            raise ChangedMeanwhileError(found or note)
        _check(found, note.episode.participant.birth_date, today)
        found.text = found.text.strip()
        found.signed_at = now
        found.version += 1
        found.save()
        log(
            by=by,
            act="note_signed",
            subject=f"episode:{note.episode_id}",
            team_id=note.episode.team_id,
            details={"note": str(found.pk), "kind": found.kind},
        )
    return found


def _check(note: Note, born: date | None, today: date) -> None:
    """Raise ValidationError with every fault of a note that is about to be locked."""
    faults: dict[str, list[str]] = {}
    if not note.text.strip():
        faults["text"] = [_("Write something before you sign.")]
    if fault := day_fault(note.on, born, today):
        faults["on"] = [fault]
    if faults:
        raise ValidationError(dict(faults))


def day_fault(day: date, born: date | None, today: date) -> str | None:
    """What is wrong with the day on which something happened that is written down."""
    if day > today:
        return _("The day has not come yet.")
    if day < FIRST_DAY:
        return _("Check the year: the date is before 1990.")
    return before_birth_fault(day, born)
