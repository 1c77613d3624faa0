"""A draft: kept at every pause, its author's alone, never overwritten by another open page."""

from collections.abc import Callable
from datetime import UTC, datetime, timedelta
from typing import Any
from uuid import uuid4

import pytest
from django.urls import reverse

from samspel.accounts.actor import Actor
from samspel.accounts.models import LogEntry, User
from samspel.participants.models import Episode
from samspel.participants.notes.drafting import throw_away
from samspel.participants.notes.models import Note
from tests.participants.conftest import HOSTILE
from tests.participants.notes.conftest import TEXT, THEN, make_note
from tests.people import client_of

Keeps = Callable[..., Any]


def note_url(note: Note) -> str:
    return reverse("note", args=[note.pk])


def test_who_may_object(only_the_team_may: Callable[[str], None], enrolled: Episode) -> None:
    only_the_team_may(reverse("objection_new", kwargs={"episode_id": enrolled.pk}))


def test_who_may_begin_one(
    coach: User, colleague: User, stranger: User, officer: User, enrolled: Episode, keeps: Keeps
) -> None:
    address = reverse("note_new", args=[enrolled.pk])
    for member in (coach, colleague):
        assert client_of(member).get(address).status_code == 200
    for other in (stranger, officer):
        assert client_of(other).get(address).status_code == 404
        assert keeps(other).status_code == 404
    assert not Note.objects.exists()


def test_an_empty_page_is_no_draft(coach: User, enrolled: Episode, keeps: Keeps) -> None:
    assert client_of(coach).get(reverse("note_new", args=[enrolled.pk])).status_code == 200
    assert "HX-Replace-Url" not in keeps(coach, text="  \n").headers
    assert not Note.objects.exists()


def test_a_pause_keeps_what_is_written(coach: User, keeps: Keeps) -> None:
    note_id = uuid4()
    answer = keeps(coach, note_id, kind="joint", parties="AF, Försäkringskassan, AF")
    note = Note.objects.get()
    assert (note.pk, note.text, note.author, note.kind) == (note_id, TEXT, coach, "joint")
    assert note.parties == ["AF", "Försäkringskassan"]
    assert answer["HX-Replace-Url"] == reverse("note", args=[note_id])
    assert "Sparat som utkast" in answer.content.decode()
    # Drafts are not told of one by one.
    assert not LogEntry.objects.exists()


def test_the_browser_that_was_closed_finds_it_again(coach: User, keeps: Keeps) -> None:
    keeps(coach, text="Halva meningen")
    note = Note.objects.get()
    assert "Halva meningen" in client_of(coach).get(note_url(note)).content.decode()
    person = client_of(coach).get(reverse("participant", args=[note.episode.participant_id]))
    assert note_url(note) in person.content.decode()


def test_the_same_page_may_lose_an_answer(coach: User, keeps: Keeps) -> None:
    """What was kept but not answered is met by the next pause, with the version before it."""
    note_id = uuid4()
    keeps(coach, note_id, text="Ett")
    keeps(coach, note_id, text="Ett två", version=0)
    assert Note.objects.get().text == "Ett två"


def test_sending_twice_keeps_one(coach: User, keeps: Keeps) -> None:
    note_id = uuid4()
    for _again in range(2):
        keeps(coach, note_id)
    note = Note.objects.get()
    assert note.version == 1


def test_without_scripts_the_button_keeps_it(coach: User, keeps: Keeps) -> None:
    note_id = uuid4()
    answer = keeps(coach, note_id, headers={})
    assert (answer.status_code, answer["Location"]) == (302, reverse("note", args=[note_id]))


def test_only_its_author_sees_it(colleague: User, leader: User, draft: Note, keeps: Keeps) -> None:
    person = reverse("participant", args=[draft.episode.participant_id])
    for other in (colleague, leader):
        assert client_of(other).get(note_url(draft)).status_code == 404
        assert keeps(other, draft.pk, text="Mitt").status_code == 404
        for name in ("note_sign", "note_throw"):
            assert keeps(other, draft.pk, name=name).status_code == 404
        for name in ("note_correct", "objection_new"):
            address = reverse(name, kwargs={"note_id": draft.pk})
            assert client_of(other).get(address).status_code == 404
        page = client_of(other).get(person).content.decode()
        assert str(draft.pk) not in page
        assert TEXT not in page
    draft.refresh_from_db()
    assert draft.text == TEXT


def test_it_stays_with_its_case(coach: User, draft: Note, queued: Episode) -> None:
    url = reverse("note_save", args=[queued.pk, draft.pk])
    assert client_of(coach).post(url, {"text": "Annat"}).status_code == 404


def test_who_has_left_the_team_no_longer_gets_at_it(coach: User, draft: Note) -> None:
    coach.memberships.update(ended_on=THEN.date())
    assert client_of(coach).get(note_url(draft)).status_code == 404


def test_two_pages_that_meet_show_both_texts(coach: User, draft: Note, keeps: Keeps) -> None:
    keeps(coach, draft.pk, version=1, window="a", text="Från den ena")
    answer = keeps(coach, draft.pk, version=1, window="b", text="Från den andra")
    assert "Från den ena" in answer.content.decode()
    whole = keeps(coach, draft.pk, version=1, window="b", text="Från den andra", headers={})
    page = whole.content.decode()
    assert "Från den ena" in page
    assert "Från den andra" in page
    draft.refresh_from_db()
    assert draft.text == "Från den ena"


@pytest.mark.parametrize(
    ("settle", "text"), [("mine", "Min"), ("both", "Min\n\nDen andra"), ("theirs", "Den andra")]
)
def test_the_writer_says_which_text_holds(
    coach: User, draft: Note, keeps: Keeps, settle: str, text: str
) -> None:
    keeps(coach, draft.pk, version=1, window="a", text="Den andra")
    sent = {"version": 1, "window": "b", "text": "Min", "seen": 2, "settle": settle}
    assert keeps(coach, draft.pk, headers={}, **sent)["Location"] == note_url(draft)
    draft.refresh_from_db()
    assert draft.text == text


def test_what_was_written_since_is_not_overwritten_by_a_choice(
    coach: User, draft: Note, keeps: Keeps
) -> None:
    for text, version in (("Ett", 1), ("Ett två", 2)):
        keeps(coach, draft.pk, version=version, window="a", text=text)
    sent = {"version": 1, "window": "b", "text": "Min", "seen": 2}
    for settle in ("mine", "both"):
        page = keeps(coach, draft.pk, headers={}, settle=settle, **sent)
        assert "Ett två" in page.content.decode()
    draft.refresh_from_db()
    assert draft.text == "Ett två"


def test_a_fault_keeps_nothing_else_from_being_kept(coach: User, keeps: Keeps) -> None:
    note_id = uuid4()
    answer = keeps(coach, note_id, on="2025-02-31", kind="x", parties="p" * 200)
    note = Note.objects.get()
    assert note.text == TEXT
    told = answer.content.decode()
    for label in ("Dag:", "Slag:", "Vilka som deltog:"):
        assert label in told


def test_a_text_that_is_too_long_says_so(coach: User, draft: Note, keeps: Keeps) -> None:
    answer = keeps(coach, draft.pk, version=1, text="x" * 40_001)
    assert "Inte sparat: Anteckning" in answer.content.decode()
    draft.refresh_from_db()
    assert draft.text == TEXT


@pytest.mark.parametrize("field", ["text", "kind", "on", "parties", "version", "window", "seen"])
def test_nothing_that_is_sent_breaks_it(coach: User, keeps: Keeps, field: str) -> None:
    for value in HOSTILE:
        answer = keeps(coach, headers={}, settle="mine", **{field: value})
        assert answer.status_code in (200, 302), repr(value)


def test_thrown_away_can_be_taken_back_with_its_last_words(
    coach: User, draft: Note, keeps: Keeps
) -> None:
    keeps(coach, draft.pk, name="note_throw", version=1, text="De sista orden")
    person = reverse("participant", args=[draft.episode.participant_id])
    client = client_of(coach)
    assert client.get(note_url(draft)).status_code == 404
    take_back = reverse("note_take_back", args=[draft.pk])
    assert take_back in client.get(person).content.decode()
    assert client.post(take_back)["Location"] == note_url(draft)
    assert "De sista orden" in client.get(note_url(draft)).content.decode()
    assert client_of(coach).get(take_back).status_code == 405


def test_what_was_thrown_away_long_ago_is_erased(coach: User, enrolled: Episode) -> None:
    now = datetime(2025, 6, 1, tzinfo=UTC)
    ages = {"six": 6, "seven": 7, "eight": 8}
    for text, days in ages.items():
        make_note(enrolled, coach, text=text, thrown_at=now - timedelta(days=days))
    last = make_note(enrolled, coach, text="last")
    throw_away(note=last, now=now, by=Actor(coach))
    assert set(Note.objects.values_list("text", flat=True)) == {"six", "last"}


def test_a_text_is_never_in_an_address_or_the_log(coach: User, draft: Note, keeps: Keeps) -> None:
    keeps(coach, draft.pk, name="note_sign", version=1)
    client_of(coach).get(note_url(draft))
    for entry in LogEntry.objects.all():
        assert TEXT not in str(entry.details) + entry.subject
