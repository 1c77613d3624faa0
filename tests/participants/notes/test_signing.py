"""Signed: locked on every road there is, read by the team, corrected and objected to beside."""

from collections.abc import Callable
from typing import Any
from uuid import uuid4

import pytest
from django.db import DatabaseError, transaction
from django.urls import reverse

from samspel.accounts.actor import SYSTEM, Actor
from samspel.accounts.models import LogEntry, User
from samspel.organisation.models import Team
from samspel.participants.models import Episode
from samspel.participants.notes.correcting import correct_note
from samspel.participants.notes.drafting import AnotherAuthorError
from samspel.participants.notes.models import Note, NoteCorrection, Objection
from tests.participants.conftest import HOSTILE, sentences, told
from tests.participants.notes.conftest import TEXT, THEN, make_note
from tests.people import client_of, make_episode, make_participant

Keeps = Callable[..., Any]


def url(name: str, note: Note) -> str:
    return reverse(name, kwargs={"note_id": note.pk})


def test_signing_keeps_the_last_words_and_is_told_of(
    coach: User, draft: Note, keeps: Keeps
) -> None:
    answer = keeps(coach, draft.pk, name="note_sign", version=1, text="  Till sist.\n")
    assert answer["Location"] == reverse("participant", args=[draft.episode.participant_id])
    draft.refresh_from_db()
    assert (draft.is_draft, draft.text) == (False, "Till sist.")
    entry = told("note_signed")
    assert entry.subject == f"episode:{draft.episode_id}"
    assert entry.details == {"note": str(draft.pk), "kind": "phone"}


def test_a_note_can_be_signed_at_once_and_only_once(coach: User, keeps: Keeps) -> None:
    note_id = uuid4()
    for _press in range(2):
        assert keeps(coach, note_id, name="note_sign").status_code == 302
    assert Note.objects.signed().count() == 1
    assert told("note_signed")


@pytest.mark.parametrize(
    ("values", "field"),
    [
        ({"text": " \n"}, "text"),
        ({"on": "2999-01-01"}, "on"),
        ({"on": "1980-01-01"}, "on"),
        ({"on": ""}, "on"),
        ({"kind": "x"}, "kind"),
    ],
)
def test_what_is_missing_is_said_and_the_text_kept(
    coach: User, draft: Note, keeps: Keeps, values: dict[str, str], field: str
) -> None:
    answer = keeps(coach, draft.pk, name="note_sign", version=1, **{"text": "Nytt"} | values)
    assert set(sentences(answer)) == {field}
    draft.refresh_from_db()
    assert draft.is_draft
    assert draft.text == values.get("text", "Nytt")
    assert not LogEntry.objects.filter(act="note_signed").exists()


def test_a_new_note_without_text_is_not_signed(coach: User, keeps: Keeps) -> None:
    assert set(sentences(keeps(coach, name="note_sign", text=""))) == {"text"}
    assert not Note.objects.exists()


def test_another_page_s_text_is_not_signed_unseen(coach: User, draft: Note, keeps: Keeps) -> None:
    keeps(coach, draft.pk, version=1, window="a", text="Det andra")
    page = keeps(coach, draft.pk, name="note_sign", version=1, window="b", text="Mitt")
    assert "Det andra" in page.content.decode()
    assert "Mitt" in page.content.decode()
    draft.refresh_from_db()
    assert draft.is_draft


def test_everybody_in_the_team_reads_it(
    only_the_team_may_read: Callable[[str], None], signed: Note
) -> None:
    only_the_team_may_read(url("note", signed))


@pytest.fixture
def only_the_team_may_read(request: pytest.FixtureRequest) -> Callable[[str], None]:
    def check(address: str) -> None:
        for who in ("coach", "colleague", "leader"):
            page = client_of(request.getfixturevalue(who)).get(address)
            assert TEXT in page.content.decode(), who
        for who in ("stranger", "steering_member", "officer", "administrator"):
            assert client_of(request.getfixturevalue(who)).get(address).status_code == 404, who

    return check


def test_no_page_changes_it(coach: User, signed: Note, keeps: Keeps) -> None:
    before = Note.objects.filter(pk=signed.pk).values().get()
    for name in ("note_save", "note_sign", "note_throw"):
        answer = keeps(coach, signed.pk, name=name, version=1, text="Ändrat", headers={})
        assert answer.status_code == 200
        assert "signerats i ett annat fönster" in answer.content.decode()
        assert "Ändrat" in answer.content.decode()
    assert client_of(coach).post(url("note_take_back", signed)).status_code == 404
    assert Note.objects.filter(pk=signed.pk).values().get() == before


@pytest.mark.parametrize("change", [{"text": "Ändrat"}, {"signed_at": None}, {"kind": "phone"}])
def test_the_database_itself_refuses_to_change_it(signed: Note, change: dict[str, Any]) -> None:
    with pytest.raises(DatabaseError, match="never changed"), transaction.atomic():
        Note.objects.filter(pk=signed.pk).update(**change)


def test_the_database_refuses_to_change_what_stands_beside(coach: User, signed: Note) -> None:
    correction = correct_note(note=signed, text="Rätt", now=THEN, by=Actor(coach))
    objection = Objection.objects.create(
        episode=signed.episode, on=THEN.date(), text="Nej", recorded_by=coach, recorded_at=THEN
    )
    for row in (correction, objection):
        row.text = "Annat"
        with pytest.raises(DatabaseError, match="never changed"), transaction.atomic():
            row.save()


def test_the_database_lets_drafts_be(draft: Note) -> None:
    assert Note.objects.filter(pk=draft.pk).update(text="Nytt") == 1


def test_who_may_correct(only_the_team_may: Callable[[str], None], signed: Note) -> None:
    only_the_team_may(url("note_correct", signed))


def test_a_colleague_corrects_beside_the_original(colleague: User, signed: Note) -> None:
    client = client_of(colleague)
    for _press in range(2):
        client.post(url("note_correct", signed), {"text": "Det var på kvällen."})
    correction = NoteCorrection.objects.get()
    assert (correction.author, correction.note) == (colleague, signed)
    page = client.get(url("note", signed)).content.decode()
    assert TEXT in page
    assert "Det var på kvällen." in page
    assert told("note_corrected").details == {"note": str(signed.pk)}


def test_a_correction_says_something(coach: User, signed: Note) -> None:
    for text in ("", "  \n", "\0"):
        answer = client_of(coach).post(url("note_correct", signed), {"text": text})
        assert set(sentences(answer)) == {"text"}
    assert not NoteCorrection.objects.exists()


def test_somebody_answers_for_every_text(signed: Note) -> None:
    with pytest.raises(AnotherAuthorError):
        correct_note(note=signed, text="Rätt", now=THEN, by=SYSTEM)


def test_an_objection_to_a_note_is_shown_at_it(coach: User, signed: Note) -> None:
    client = client_of(coach)
    sent = {"note": signed.pk, "on": "2025-03-04", "text": "Så sa jag inte."}
    for _press in range(2):
        answer = client.post(url("objection_new", signed), sent)
        assert answer["Location"].endswith(f"{signed.episode.participant_id}/")
    assert Objection.objects.get().note == signed
    assert "Så sa jag inte." in client.get(url("note", signed)).content.decode()
    assert told("objection_recorded").details == {"note": str(signed.pk)}


def test_an_objection_to_the_record_as_a_whole(coach: User, enrolled: Episode) -> None:
    address = reverse("objection_new", kwargs={"episode_id": enrolled.pk})
    client_of(coach).post(address, {"on": "2025-03-04", "text": "Ni skriver för mycket."})
    assert Objection.objects.get().note is None


def test_an_objection_is_about_a_signed_note_of_the_case(
    coach: User, team: Team, enrolled: Episode, draft: Note
) -> None:
    elsewhere = make_note(make_episode(make_participant(team)), coach, signed_at=THEN)
    address = reverse("objection_new", kwargs={"episode_id": enrolled.pk})
    for note in (draft.pk, elsewhere.pk, "x"):
        sent = {"note": note, "on": "2025-03-04", "text": "Nej."}
        assert set(sentences(client_of(coach).post(address, sent))) == {"note"}
    assert not Objection.objects.exists()


def test_nothing_that_is_sent_breaks_an_objection(coach: User, enrolled: Episode) -> None:
    client = client_of(coach)
    address = reverse("objection_new", kwargs={"episode_id": enrolled.pk})
    good = {"note": "", "on": "2025-03-04", "text": "Nej."}
    for field in good:
        for value in HOSTILE:
            assert client.post(address, good | {field: value}).status_code in (200, 302)


def test_a_protected_person_s_notes_are_the_named_staff_s(
    coach: User, colleague: User, signed: Note
) -> None:
    person = signed.episode.participant
    person.protection = "registered"
    person.save()
    person.named_staff.add(coach)
    assert client_of(coach).get(url("note", signed)).status_code == 200
    assert client_of(colleague).get(url("note", signed)).status_code == 404


def test_reading_is_an_opening(coach: User, signed: Note) -> None:
    client_of(coach).get(url("note", signed))
    assert told("opened").subject == f"participant:{signed.episode.participant_id}"
