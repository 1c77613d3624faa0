"""The page on which a draft is written, and what it answers to each keeping of it."""

from dataclasses import dataclass, field, replace
from uuid import UUID, uuid4

from django.core.exceptions import ValidationError
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse

from samspel.accounts.actor import actor_of
from samspel.pages.today import now
from samspel.participants.episode import Episode
from samspel.participants.notes.drafting import (
    AnotherAuthorError,
    SignedAlreadyError,
    keep_draft,
)
from samspel.participants.notes.forms import NoteForm
from samspel.participants.notes.note import Note
from samspel.records.versions import ChangedMeanwhileError

_FIELDS = ("text", "kind", "on", "parties")


@dataclass(slots=True)
class Kept:
    """What came of keeping a draft, as the page shows it under the text."""

    note: Note | None = None
    """As it is kept now; None while there is nothing."""
    other: Note | None = None
    """What another open page has written meanwhile: nothing was kept then."""
    is_signed: bool = False
    """Signed in another page meanwhile: nothing was kept then."""
    faults: list[str] = field(default_factory=list)
    """What was not kept, and why."""
    version: int = 0
    """What the page now knows of."""

    @property
    def went_well(self) -> bool:
        """Whether the text is kept."""
        return self.other is None and not self.is_signed and self.note is not None


def keep(
    request: HttpRequest,
    episode: Episode,
    note_id: UUID,
    form: NoteForm,
    *,
    seen: int | None = None,
) -> Kept:
    """Keep what the page sent, fault by fault; ``seen`` is what another page wrote and was shown.

    Raises Http404 for a note that is somebody else's.
    """
    form.is_valid()
    page = form.page() if seen is None else replace(form.page(), version=seen)
    kept = Kept(version=page.version, faults=_faults(form))
    if "text" not in form.cleaned_data:
        return kept
    try:
        kept.note = keep_draft(
            episode=episode,
            note_id=note_id,
            written=form.written(),
            page=page,
            now=now(request),
            by=actor_of(request),
        )
    except AnotherAuthorError as another:
        raise Http404 from another
    except ChangedMeanwhileError as meanwhile:
        kept.other = meanwhile.row if isinstance(meanwhile.row, Note) else None
    except SignedAlreadyError as already:
        kept.note, kept.is_signed = already.note, True
    except ValidationError as refused:
        kept.faults += refused.messages
    if kept.went_well and kept.note is not None:
        kept.version = kept.note.version
    return kept


def _faults(form: NoteForm) -> list[str]:
    return [
        f"{form.fields[name].label}: {sentence}"
        for name in _FIELDS
        for sentence in form.errors.get(name, [])
    ]


def desk(
    request: HttpRequest, episode: Episode, note_id: UUID, form: NoteForm, kept: Kept
) -> HttpResponse:
    """The page: the draft, and under it what is kept."""
    window = form.data.get("window") if form.is_bound else ""
    context = {
        "person": episode.participant,
        "episode": episode,
        "form": form,
        "kept": kept,
        "note_id": note_id,
        "window": window or uuid4().hex,
    }
    return render(request, "notes/write.html", context)


def state(request: HttpRequest, episode: Episode, note_id: UUID, kept: Kept) -> HttpResponse:
    """What stands under the text; the address becomes the draft's when it is first kept."""
    context = {"episode": episode, "kept": kept, "note_id": note_id}
    answer = render(request, "notes/state.html", context)
    if kept.went_well:
        answer["HX-Replace-Url"] = reverse("note", args=[note_id])
    return answer
