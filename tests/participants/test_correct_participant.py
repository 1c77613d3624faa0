"""Correcting who the person is, and protecting the identity."""

from collections.abc import Callable
from datetime import date
from typing import Any

import pytest
from django.urls import reverse

from samspel.accounts.models import LogEntry, User
from samspel.organisation.models import Team
from samspel.participants.models import Episode, Participant
from tests.participants.conftest import send, sentences, told
from tests.people import client_of, make_participant

FREE = "19900102-9827"
FILLED = {
    "version": 1,
    "given_name": "Alva",
    "family_name": "Exempel",
    "gender": "woman",
    "birth_date": "1990-01-02",
    "protection": "none",
}


@pytest.fixture
def person(enrolled: Episode) -> Participant:
    return enrolled.participant


def url(person: Participant) -> str:
    return reverse("participant_correct", args=[person.pk])


def test_who_may(only_the_team_may: Callable[[str], None], person: Participant) -> None:
    only_the_team_may(url(person))


def test_a_correction_names_the_fields_and_never_the_values(
    coach: User, person: Participant
) -> None:
    changes = {"given_name": "Åsa", "identity_number": "19900102-9819"}
    assert send(coach, url(person), **FILLED | changes).status_code == 302
    person.refresh_from_db()
    assert (person.name, person.identity_number) == ("Åsa Exempel", "199001029819")
    assert (person.version, person.search_key) == (2, "asa exempel")
    assert told("corrected").details == {"fields": ["given_name", "identity_number"]}


def test_what_changes_nothing_leaves_no_trace(coach: User, person: Participant) -> None:
    assert send(coach, url(person), **FILLED).status_code == 302
    assert not LogEntry.objects.exists()


@pytest.mark.parametrize(
    ("changes", "field", "words"),
    [
        ({"given_name": "", "family_name": ""}, "family_name", "namn"),
        ({"identity_number": "19900102-9810"}, "identity_number", "varje siffra"),
        ({"identity_number": FREE, "birth_date": "1990-01-05"}, "birth_date", "1990-01-02"),
        ({"identity_number": "19900102-9819"}, "identity_number", "redan en person"),
        ({"birth_date": "2025-01-11"}, "birth_date", "första ärende"),
    ],
)  # fmt: skip
def test_each_fault_has_a_sentence_at_its_field(
    coach: User, team: Team, person: Participant, changes: dict[str, str], field: str, words: str
) -> None:
    make_participant(team, identity_number="199001029819")
    assert words in sentences(send(coach, url(person), **FILLED | changes))[field][0]
    person.refresh_from_db()
    assert person.version == 1


def test_what_stands_is_shown_as_text(coach: User, person: Participant) -> None:
    Participant.objects.filter(pk=person.pk).update(version=2, given_name="<b>Åsa</b>")
    text = send(coach, url(person), **FILLED).content.decode()
    assert "Nu står det: &lt;b&gt;Åsa&lt;/b&gt;" in text


def test_two_who_correct_at_once(coach: User, person: Participant) -> None:
    Participant.objects.filter(pk=person.pk).update(version=2, given_name="Åsa", gender="man")
    response = send(coach, url(person), **FILLED | {"given_name": "Alma"})
    assert "Någon annan sparade" in sentences(response)["__all__"][0]
    text = response.content.decode()
    assert "Nu står det: Åsa" in text
    assert "Nu står det: man" in text
    assert 'value="Alma"' in text
    person.refresh_from_db()
    assert person.given_name == "Åsa"


def test_a_protection_closes_the_case_to_all_but_named_staff_at_once(
    coach: User, colleague: User, leader: User, person: Participant, enrolled: Episode
) -> None:
    Episode.objects.filter(pk=enrolled.pk).update(coach=colleague)
    assert send(coach, url(person), **FILLED | {"protection": "marked"}).status_code == 302
    assert set(person.named_staff.all()) == {coach, colleague}
    assert told("corrected").details == {"fields": ["protection"]}
    page = reverse("participant", args=[person.pk])
    assert [client_of(user).get(page).status_code for user in (coach, colleague, leader)] == [
        200,
        200,
        404,
    ]


def test_a_protection_that_is_lifted_opens_the_case(
    coach: User, leader: User, person: Participant
) -> None:
    send(coach, url(person), **FILLED | {"protection": "marked"})
    send(coach, url(person), **FILLED | {"version": 2})
    assert not person.named_staff.exists()
    assert client_of(leader).get(reverse("participant", args=[person.pk])).status_code == 200


def test_a_person_who_was_recorded_without_a_birth_date(coach: User, team: Team) -> None:
    person = make_participant(team, birth_date=None)
    typed: dict[str, Any] = FILLED | {"birth_date": "", "identity_number": "199001029819"}
    assert send(coach, url(person), **typed).status_code == 302
    person.refresh_from_db()
    assert person.birth_date == date(1990, 1, 2)
    assert told("corrected").details == {"fields": ["birth_date", "identity_number"]}
