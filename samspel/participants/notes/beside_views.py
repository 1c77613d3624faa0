"""Pages that put something beside what is signed: a correction, an objection."""

from uuid import UUID

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _

from samspel.accounts.actor import actor_of
from samspel.pages.today import now, today
from samspel.participants.episode import Episode
from samspel.participants.notes.access import signed_note_for
from samspel.participants.notes.correcting import correct_note
from samspel.participants.notes.forms import CorrectionForm, ObjectionForm
from samspel.participants.notes.note import Note
from samspel.participants.notes.objecting import record_objection
from samspel.participants.views.access import back, episode_for


def correct(request: HttpRequest, note_id: UUID) -> HttpResponse:
    """A correction beside the original."""
    note = signed_note_for(request, note_id)
    form = CorrectionForm(request.POST if request.method == "POST" else None)
    if form.is_valid() and form.carry_out(
        correct_note,
        note=note,
        text=form.cleaned_data["text"],
        now=now(request),
        by=actor_of(request),
    ):
        return redirect("note", note.pk)
    context = {
        "form": form,
        "person": note.episode.participant,
        "episode": note.episode,
        "note": note,
        "heading": _("Correct a note"),
        "button": _("Put the correction beside the note"),
    }
    return render(request, "notes/beside.html", context)


def objection(request: HttpRequest, episode_id: UUID) -> HttpResponse:
    """What the participant objects to, in the record as a whole or in one note."""
    return _objection(request, episode_for(request, episode_id), None)


def objection_to_note(request: HttpRequest, note_id: UUID) -> HttpResponse:
    """What the participant objects to in a note."""
    note = signed_note_for(request, note_id)
    return _objection(request, note.episode, note)


def _objection(request: HttpRequest, episode: Episode, note: Note | None) -> HttpResponse:
    day = today(request)
    data = request.POST if request.method == "POST" else None
    form = ObjectionForm(data, episode=episode, note=note, today=day)
    if form.is_valid() and form.carry_out(
        record_objection,
        episode=episode,
        **form.cleaned_data,
        today=day,
        now=now(request),
        by=actor_of(request),
    ):
        return back(request, episode.participant_id, done=_("The objection is recorded."))
    context = {
        "form": form,
        "person": episode.participant,
        "episode": episode,
        "note": note,
        "heading": _("Record an objection"),
        "button": _("Record the objection"),
    }
    return render(request, "notes/beside.html", context)
