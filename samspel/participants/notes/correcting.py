"""Correcting a signed note: the correction stands beside it, and the original stays to be read."""

from datetime import datetime

from django.core.exceptions import ValidationError
from django.utils.translation import gettext as _

from samspel.accounts.actor import Actor
from samspel.accounts.log import log
from samspel.participants.constraints import saving
from samspel.participants.notes.drafting import user_of
from samspel.participants.notes.note import Note, NoteCorrection


def correct_note(*, note: Note, text: str, now: datetime, by: Actor) -> NoteCorrection:
    """Put a correction beside a note. The same one sent twice stands there once.

    Raises ValidationError for a draft, which its author changes instead.
    """
    with saving(by):
        found = Note.objects.select_for_update().get(pk=note.pk)
        if found.is_draft:
            raise ValidationError(_("Only a signed note is corrected."))
        author = user_of(by)
        last = found.corrections.order_by("-written_at", "-pk").first()
        if last is not None and (last.text, last.author_id) == (text, author.pk):
            return last
        correction = NoteCorrection.objects.create(
            note=found, text=text, author=author, written_at=now
        )
        log(
            by=by,
            act="note_corrected",
            subject=f"episode:{note.episode_id}",
            team_id=note.episode.team_id,
            details={"note": str(note.pk)},
        )
    return correction
