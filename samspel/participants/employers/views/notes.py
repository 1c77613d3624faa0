"""Notes of talks with an employer: adding, and changing one's own."""

from uuid import UUID

from django.http import HttpRequest, HttpResponse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from samspel.accounts.actor import actor_of
from samspel.pages.today import today
from samspel.participants.employers import keeping_notes
from samspel.participants.employers.forms.contact_note import (
    ChangeContactNoteForm,
    ContactNoteForm,
)
from samspel.participants.employers.views.access import employer_for, own_note_for
from samspel.participants.employers.views.forms import form_page, posted, to_employer


@require_http_methods(["GET", "HEAD", "POST"])
def new(request: HttpRequest, employer_id: UUID) -> HttpResponse:
    """Write down a talk."""
    found, day = employer_for(request, employer_id), today(request)
    form = ContactNoteForm(posted(request), today=day)
    if form.is_valid() and form.carry_out(
        keeping_notes.add_note,
        employer=found,
        on=form.cleaned_data["on"],
        text=form.cleaned_data["text"],
        today=day,
        by=actor_of(request),
    ):
        return to_employer(request, found, _("The talk is written down."))
    return form_page(request, form, _("Write down a talk"), found)


@require_http_methods(["GET", "HEAD", "POST"])
def change(request: HttpRequest, note_id: UUID) -> HttpResponse:
    """Change one's own note."""
    found, day = own_note_for(request, note_id), today(request)
    form = ChangeContactNoteForm(posted(request), note=found, today=day)
    if form.is_valid() and form.carry_out(
        keeping_notes.change_note,
        note=found,
        on=form.cleaned_data["on"],
        text=form.cleaned_data["text"],
        today=day,
        by=actor_of(request),
    ):
        return to_employer(request, found.employer, _("The note is saved."))
    return form_page(request, form, _("Change the note"), found.employer)
