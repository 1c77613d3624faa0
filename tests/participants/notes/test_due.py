"""A draft waits for its author's name, and for nobody else's eyes."""

from datetime import date

from samspel.accounts.models import User
from samspel.participants.due import DueKind
from samspel.participants.models import Episode
from samspel.participants.notes.due import drafts_due
from samspel.participants.notes.models import Note
from tests.participants.notes.conftest import THEN, make_note

TODAY = date(2025, 3, 10)


def test_it_is_due_the_day_after_it_was_begun(coach: User, draft: Note) -> None:
    [waiting] = drafts_due(coach)([draft.episode], TODAY)
    assert (waiting.on, waiting.kind) == (date(2025, 3, 4), DueKind.DRAFT)
    assert waiting.episode_id == draft.episode_id
    assert str(draft.pk) in waiting.url


def test_it_is_told_to_its_author_only(colleague: User, draft: Note) -> None:
    assert list(drafts_due(colleague)([draft.episode], TODAY)) == []


def test_what_is_signed_or_thrown_away_waits_for_nobody(
    coach: User, signed: Note, enrolled: Episode, queued: Episode
) -> None:
    make_note(enrolled, coach, thrown_at=THEN)
    make_note(queued, coach)
    assert list(drafts_due(coach)([enrolled], TODAY)) == []
