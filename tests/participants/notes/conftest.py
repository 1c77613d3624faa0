"""Somebody enrolled, and what a coach writes about them."""

from collections.abc import Callable
from datetime import UTC, datetime
from typing import Any
from uuid import UUID, uuid4

import pytest
from django.urls import reverse

from samspel.accounts.models import User
from samspel.participants.models import Episode
from samspel.participants.notes.models import Note
from tests.people import client_of

THEN = datetime(2025, 3, 3, 9, 0, tzinfo=UTC)
HTMX = {"HX-Request": "true"}
TEXT = "Alva berättade om sin morgon."


@pytest.fixture
def draft(enrolled: Episode, coach: User) -> Note:
    return make_note(enrolled, coach)


@pytest.fixture
def signed(enrolled: Episode, coach: User) -> Note:
    return make_note(enrolled, coach, signed_at=THEN)


def make_note(episode: Episode, author: User, **fields: Any) -> Note:
    fields = {"text": TEXT, "on": THEN.date()} | fields
    return Note.objects.create(
        episode=episode, author=author, begun_at=THEN, changed_at=THEN, **fields
    )


def sheet(note_id: UUID, **values: Any) -> dict[str, Any]:
    """What the page of a draft sends."""
    sent = {"text": TEXT, "kind": "phone", "on": "2025-03-03", "parties": "", "version": 0}
    return sent | {"window": f"w-{note_id}"} | values


@pytest.fixture
def keeps(enrolled: Episode) -> Callable[..., Any]:
    """Sends a draft as the page does at a pause: ``keeps(coach, note_id, text="…")``."""

    def send(
        user: User, note_id: UUID | None = None, name: str = "note_save", **values: Any
    ) -> Any:
        note_id = note_id or uuid4()
        headers = values.pop("headers", HTMX if name == "note_save" else {})
        url = reverse(name, args=[enrolled.pk, note_id])
        return client_of(user).post(url, sheet(note_id, **values), headers=headers)

    return send
