"""Pages on which notes are written, signed and read."""

from uuid import UUID, uuid4

from django.core.exceptions import ValidationError
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST, require_safe

from samspel.accounts.actor import actor_of
from samspel.pages.parts import wants_part
from samspel.pages.today import now, today
from samspel.participants.episode import Episode
from samspel.participants.notes import drafting, signing
from samspel.participants.notes.access import note_for, own_draft_for
from samspel.participants.notes.desk import Kept, desk, keep, state
from samspel.participants.notes.forms import NoteForm
from samspel.participants.notes.note import Note
from samspel.participants.views.access import back, episode_for, not_now, user_of
from samspel.participants.when import Step
from samspel.records.versions import ChangedMeanwhileError

_LARGEST = 9
"""Digits of a version."""


@require_safe
def new(request: HttpRequest, episode_id: UUID) -> HttpResponse:
    """An empty note; there is a draft of it as soon as something is written."""
    episode = episode_for(request, episode_id)
    if refused := not_now(request, episode, Step.NOTE):
        return refused
    note = Note(pk=uuid4(), episode=episode, on=today(request))
    return desk(request, episode, note.pk, NoteForm(note=note), Kept())


@require_safe
def note(request: HttpRequest, note_id: UUID) -> HttpResponse:
    """The user's own draft to write on, or a signed note to read."""
    found = note_for(request, note_id)
    if found.is_draft:
        kept = Kept(note=found, version=found.version)
        return desk(request, found.episode, found.pk, NoteForm(note=found), kept)
    context = {
        "person": found.episode.participant,
        "episode": found.episode,
        "note": found,
        "corrections": found.corrections.select_related("author"),
        "objections": found.objections.select_related("recorded_by"),
    }
    return render(request, "notes/read.html", context)


@require_POST
def save(request: HttpRequest, episode_id: UUID, note_id: UUID) -> HttpResponse:
    """Keep the draft: at every pause as a part, by the button as a page."""
    episode = episode_for(request, episode_id)
    form = _form(request, episode)
    settled = request.POST.get("settle", "")
    if settled == "theirs":
        return redirect("note", note_id)
    kept = keep(request, episode, note_id, form, seen=_settle(request, form, note_id, settled))
    if wants_part(request):
        return state(request, episode, note_id, kept)
    if kept.went_well and not kept.faults:
        return redirect("note", note_id)
    return desk(request, episode, note_id, form, kept)


@require_POST
def sign(request: HttpRequest, episode_id: UUID, note_id: UUID) -> HttpResponse:
    """Keep what is written and lock it."""
    episode = episode_for(request, episode_id)
    form = _form(request, episode)
    kept = keep(request, episode, note_id, form)
    if kept.is_signed and kept.note is not None and _says_the_same(form, kept.note):
        return back(request, episode.participant_id, done=_("The note is signed."))
    if kept.went_well and not kept.faults and kept.note is not None:
        try:
            draft = kept.note
            signing.sign(
                note=draft,
                version=draft.version,
                today=today(request),
                now=now(request),
                by=actor_of(request),
            )
            return back(request, episode.participant_id, done=_("The note is signed."))
        except ValidationError as refused:
            form.show(refused)
        except (ChangedMeanwhileError, drafting.SignedAlreadyError):
            return redirect("note", note_id)
    elif kept.note is None and kept.other is None and not form.errors:
        form.add_error("text", _("Write something before you sign."))
    return desk(request, episode, note_id, form, kept)


@require_POST
def throw_away(request: HttpRequest, episode_id: UUID, note_id: UUID) -> HttpResponse:
    """Out of sight; what was written last goes along, so that all of it can be taken back."""
    episode = episode_for(request, episode_id)
    form = _form(request, episode)
    kept = keep(request, episode, note_id, form)
    if kept.is_signed or kept.other is not None:
        return desk(request, episode, note_id, form, kept)
    draft = kept.note
    if draft is None:
        return back(request, episode.participant_id)
    drafting.throw_away(note=draft, now=now(request), by=actor_of(request))
    done = _("The draft is thrown away. For a week you can take it back from here.")
    return back(request, episode.participant_id, done=done)


@require_POST
def take_back(request: HttpRequest, note_id: UUID) -> HttpResponse:
    """A draft that was thrown away is a draft again."""
    draft = own_draft_for(request, note_id)
    drafting.take_back(note=draft, by=actor_of(request))
    return redirect("note", note_id)


def _form(request: HttpRequest, episode: Episode) -> NoteForm:
    return NoteForm(request.POST, note=Note(episode=episode, on=today(request)))


def _settle(request: HttpRequest, form: NoteForm, note_id: UUID, settled: str) -> int | None:
    """What was shown of another page's text, where the writer said what to do with it."""
    digits = request.POST.get("seen", "")
    if settled not in ("mine", "both") or not digits.isdecimal() or len(digits) > _LARGEST:
        return None
    if settled == "both":
        other = Note.objects.drafts_of(user_of(request)).filter(pk=note_id).first()
        if other is None:
            raise Http404
        form.add_below(other.text)
    return int(digits)


def _says_the_same(form: NoteForm, signed: Note) -> bool:
    return str(form.cleaned_data.get("text", "")).strip() == signed.text
