"""How a page gets at a note: who sees the person sees signed notes, and own drafts."""

from uuid import UUID

from django.http import HttpRequest
from django.shortcuts import get_object_or_404

from samspel.participants.notes.note import Note
from samspel.participants.views.access import episode_for, user_of


def note_for(request: HttpRequest, note_id: UUID) -> Note:
    """The note, if the user may read it; the page is an opening of the person's."""
    readable = Note.objects.readable_by(user_of(request)).select_related("author")
    return _with_episode(request, get_object_or_404(readable, pk=note_id))


def signed_note_for(request: HttpRequest, note_id: UUID) -> Note:
    """A note that has been signed."""
    signed = Note.objects.signed().select_related("author")
    return _with_episode(request, get_object_or_404(signed, pk=note_id))


def own_draft_for(request: HttpRequest, note_id: UUID) -> Note:
    """A draft of the user's own, thrown away or not."""
    drafts = Note.objects.filter(author=user_of(request), signed_at=None)
    note = get_object_or_404(drafts, pk=note_id)
    return _with_episode(request, note)


def _with_episode(request: HttpRequest, note: Note) -> Note:
    note.episode = episode_for(request, note.episode_id)
    return note
