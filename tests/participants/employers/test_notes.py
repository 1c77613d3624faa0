"""Talks with an employer: seen by the team, changed by who wrote them."""

import pytest
from django.core.exceptions import ValidationError
from django.db import IntegrityError, transaction
from django.test import Client
from django.urls import reverse

from samspel.accounts.actor import Actor
from samspel.accounts.models import User
from samspel.participants.employers import keeping_notes
from samspel.participants.employers.models import ContactNote, Employer
from tests.participants.conftest import send, sentences, told
from tests.participants.employers.conftest import TODAY
from tests.people import client_of

TALK = {"on": "2025-06-13", "text": "De har plats efter sommaren."}


@pytest.fixture
def note(coach: User, employer: Employer) -> ContactNote:
    return ContactNote.objects.create(employer=employer, on=TODAY, text="Ringde.", by=coach)


def new_url(employer: Employer) -> str:
    return reverse("employer_note_new", args=[employer.pk])


def change_url(note: ContactNote) -> str:
    return reverse("employer_note_change", args=[note.pk])


def test_a_talk_is_seen_by_the_team(coach: User, colleague: User, employer: Employer) -> None:
    assert send(coach, new_url(employer), **TALK).status_code == 302
    page = client_of(colleague).get(reverse("employer", args=[employer.pk])).content.decode()
    assert "De har plats efter sommaren." in page
    assert "Kim Handledare" in page
    assert "sommaren" not in str(told("employer_note_added").details)


@pytest.mark.parametrize(
    ("field", "value"),
    [
        ("on", "2025-06-17"),
        ("on", "1989-12-31"),
        ("on", "2025-02-30"),
        ("on", ""),
        ("text", " "),
        ("text", "x" * 2001),
    ],
)
def test_what_cannot_be_saved(coach: User, employer: Employer, field: str, value: str) -> None:
    assert set(sentences(send(coach, new_url(employer), **TALK | {field: value}))) == {field}
    assert not ContactNote.objects.exists()


def test_a_note_is_changed_by_who_wrote_it(
    coach: User, colleague: User, note: ContactNote, as_coach: Client
) -> None:
    assert send(coach, change_url(note), **TALK, version="1").status_code == 302
    note.refresh_from_db()
    assert (note.text, note.version) == (TALK["text"], 2)
    assert client_of(colleague).get(change_url(note)).status_code == 404
    page = client_of(colleague).get(reverse("employer", args=[note.employer_id]))
    assert change_url(note) not in page.content.decode()
    with pytest.raises(ValidationError, match="Bara den som skrev"):
        keeping_notes.change_note(
            note=note, version=2, on=TODAY, text="Nej.", today=TODAY, by=Actor(colleague, "")
        )


def test_one_who_writes_in_two_windows_loses_nothing(coach: User, note: ContactNote) -> None:
    send(coach, change_url(note), **TALK, version="1")
    page = send(coach, change_url(note), on="2025-06-16", text="Annat.", version="1")
    assert "De har plats efter sommaren." in page.content.decode()


def test_another_teams_employer_is_not_there(as_coach: Client, elsewhere: Employer) -> None:
    assert as_coach.get(new_url(elsewhere)).status_code == 404


def test_the_database_holds_a_text(note: ContactNote) -> None:
    with pytest.raises(IntegrityError), transaction.atomic():
        ContactNote.objects.update(text="")
