"""Writing a draft: kept at every pause, thrown away, taken back.

Drafts are their author's own and are not told of one by one in the access log; signing is.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any
from uuid import UUID

from django.utils import timezone

from samspel.accounts.actor import Actor
from samspel.accounts.user import User
from samspel.participants.constraints import saving
from samspel.participants.episode import Episode
from samspel.participants.notes.note import KEPT_THROWN, Note
from samspel.records.versions import ChangedMeanwhileError


class AnotherAuthorError(Exception):
    """The note is somebody else's, or about another case; nothing is told of it."""


class SignedAlreadyError(Exception):
    """The note was signed meanwhile, and nothing can be written in it."""

    def __init__(self, note: Note) -> None:
        super().__init__("the note is signed")
        self.note = note


@dataclass(frozen=True, slots=True)
class Written:
    """What a page holds of a note. None is what could not be understood: it stays as it was."""

    text: str
    kind: str | None = None
    on: date | None = None
    parties: Sequence[str] | None = None


@dataclass(frozen=True, slots=True)
class Page:
    """The open page that writes: what it saw last, and its mark among other open pages."""

    version: int
    """0 where nothing had been kept yet."""
    window: str = ""


def keep_draft(
    *, episode: Episode, note_id: UUID, written: Written, page: Page, now: datetime, by: Actor
) -> Note | None:
    """Keep what is written; None while there is nothing. A second time it is the same draft.

    Raises AnotherAuthorError, SignedAlreadyError, and ChangedMeanwhileError when another page
    has written something else since.
    """
    with saving(by):
        note = draft_to_write(episode, note_id, by)
        if note is None and not written.text.strip():
            return None
        note = note or _begun(episode, note_id, now, by)
        if not _is_seen_by(page, note) and note.text != written.text:
            raise ChangedMeanwhileError(note)
        return _keep(note, written, page, now)


def draft_to_write(episode: Episode, note_id: UUID, by: Actor) -> Note | None:
    """The author's own draft, locked until the transaction ends; None when nothing is kept yet."""
    note = Note.objects.select_for_update().filter(pk=note_id).first()
    if note is None:
        return None
    if note.author_id != user_of(by).pk or note.episode_id != episode.pk:
        raise AnotherAuthorError
    if not note.is_draft:
        raise SignedAlreadyError(note)
    return note


def user_of(by: Actor) -> User:
    """Who writes: a note always has somebody who answers for it."""
    if by.user is None:
        raise AnotherAuthorError
    return by.user


def _begun(episode: Episode, note_id: UUID, now: datetime, by: Actor) -> Note:
    return Note(
        pk=note_id,
        episode=episode,
        author=user_of(by),
        on=timezone.localdate(now),
        begun_at=now,
        changed_at=now,
        version=0,
    )


def _is_seen_by(page: Page, note: Note) -> bool:
    """Whether the page knows what is kept: it saw it, or wrote it without getting an answer."""
    return page.version == note.version or (page.window != "" and page.window == note.window)


def _keep(note: Note, written: Written, page: Page, now: datetime) -> Note:
    said = {"kind": written.kind, "on": written.on, "parties": written.parties}
    values: dict[str, Any] = {name: each for name, each in said.items() if each is not None}
    values |= {"text": written.text, "thrown_at": None}
    changed = [name for name, value in values.items() if getattr(note, name) != value]
    for name in changed:
        setattr(note, name, values[name])
    if changed:
        note.changed_at = now
        note.version += 1
    note.window = page.window
    note.save()
    return note


def throw_away(*, note: Note, now: datetime, by: Actor) -> None:
    """Take a draft out of sight; for a week its author can take it back.

    What the author threw away longer ago than that is erased meanwhile. Raises as `keep_draft`.
    """
    with saving(by):
        found = draft_to_write(note.episode, note.pk, by)
        if found is not None:
            found.thrown_at = now
            found.version += 1
            found.save()
        old = Note.objects.filter(author=user_of(by), thrown_at__lte=now - KEPT_THROWN)
        old.delete()


def take_back(*, note: Note, by: Actor) -> None:
    """Let a draft that was thrown away be a draft again. Raises as `keep_draft`."""
    with saving(by):
        found = draft_to_write(note.episode, note.pk, by)
        if found is not None and found.thrown_at is not None:
            found.thrown_at = None
            found.version += 1
            found.save()
