"""The team's notes of talks with an employer: added, and changed by who wrote them."""

from datetime import date

from django.core.exceptions import ValidationError
from django.utils.translation import gettext as _

from samspel.accounts.actor import Actor
from samspel.participants.constraints import saving
from samspel.participants.employers.contact_note import ContactNote
from samspel.participants.employers.employer import Employer
from samspel.participants.employers.keeping import insert, locked, tell, update
from samspel.participants.plausible import FIRST_DAY


def add_note(*, employer: Employer, on: date, text: str, today: date, by: Actor) -> ContactNote:
    """Write down a talk. Raises ValidationError by field."""
    with saving(by):
        _require_day(on, today)
        values = {"on": on, "text": text}
        row = insert(ContactNote(employer=employer, by=by.user), values)
        tell("employer_note_added", row, values, by=by)
    return row


def change_note(
    *, note: ContactNote, version: int, on: date, text: str, today: date, by: Actor
) -> ContactNote:
    """Change one's own note. Raises ValidationError by field, and ChangedMeanwhileError."""
    with saving(by):
        row = locked(note, version)
        if by.user is None or row.by_id != by.user.pk:
            raise ValidationError(_("Only who wrote the note can change it."))
        _require_day(on, today)
        if changed := update(row, {"on": on, "text": text}):
            tell("employer_note_changed", row, changed, by=by)
    return row


def _require_day(on: date, today: date) -> None:
    if on > today:
        raise ValidationError({"on": [_("The date is in the future: enter it when it has come.")]})
    if on < FIRST_DAY:
        raise ValidationError({"on": [_("Check the year: the date is before 1990.")]})
