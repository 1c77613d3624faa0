"""Recording that the participant objects: to one note, or to the record as a whole."""

from datetime import date, datetime

from django.core.exceptions import ValidationError
from django.utils.translation import gettext as _

from samspel.accounts.actor import Actor
from samspel.accounts.log import log
from samspel.participants.constraints import saving
from samspel.participants.episode import Episode
from samspel.participants.notes.drafting import user_of
from samspel.participants.notes.note import Note
from samspel.participants.notes.objection import Objection
from samspel.participants.notes.signing import day_fault


def record_objection(
    *,
    episode: Episode,
    note: Note | None,
    on: date,
    text: str,
    today: date,
    now: datetime,
    by: Actor,
) -> Objection:
    """Write down an objection in the participant's words. Sent twice it stands there once.

    Raises ValidationError when the day makes no sense or the note is not a signed one of the
    same case.
    """
    if fault := day_fault(on, episode.participant.birth_date, today):
        raise ValidationError({"on": [fault]})
    if note is not None and (note.is_draft or note.episode_id != episode.pk):
        raise ValidationError({"note": [_("Choose a signed note of this case.")]})
    with saving(by):
        Episode.objects.select_for_update().get(pk=episode.pk)
        said = {"episode": episode, "note": note, "on": on, "text": text}
        if (already := Objection.objects.filter(**said).first()) is not None:
            return already
        objection = Objection.objects.create(**said, recorded_by=user_of(by), recorded_at=now)
        log(
            by=by,
            act="objection_recorded",
            subject=f"episode:{episode.pk}",
            team_id=episode.team_id,
            details={"note": str(note.pk)} if note else {},
        )
    return objection
