"""Nobody finds a protected person by trying numbers, and who tries is told of in the log."""

from collections.abc import Callable
from typing import Any

import pytest
from django.test import Client
from django.urls import reverse

from samspel.accounts.log import first_broken_link
from samspel.accounts.models import LogEntry, User
from samspel.organisation.models import Team
from samspel.participants.models import Episode, Participant
from tests.participants.conftest import send, sentences, told
from tests.people import make_episode, make_participant

NUMBER, CASE = "199001029819", "2025-007"
NEUTRAL = {"__all__": ["Det här går inte att spara här. Fråga din teamledare."]}
REGISTER = "/participants/register/"
FILLED = {"given_name": "Någon", "family_name": "Annan"}
REFERRAL = {"referred_on": "2025-06-01", "referred_by": "region"}


@pytest.fixture
def hidden(team: Team, colleague: User) -> Participant:
    person = make_participant(
        team, given_name="Dold", identity_number=NUMBER, protection="registered"
    )
    make_episode(person, case_number=CASE)
    person.named_staff.add(colleague)
    return person


def correct_person(user: User, person: Participant) -> Any:
    url = reverse("participant_correct", args=[person.pk])
    typed = {"version": person.version, "birth_date": "", "protection": "none"}
    return send(user, url, **FILLED, **typed, identity_number=NUMBER)


def correct_case(user: User, episode: Episode) -> Any:
    url = reverse("episode_correct", args=[episode.pk])
    typed = {"version": episode.version, "case_number": CASE, "enrolled_on": "2025-02-01"}
    return send(user, url, **typed, **REFERRAL | {"referred_on": "2025-01-10"})


def refer_again(user: User, person: Participant) -> Any:
    url = reverse("episode_refer", args=[person.pk])
    return send(user, url, **REFERRAL, case_number=CASE)


TRIES: dict[str, tuple[str, Callable[[User, Episode], Any]]] = {
    "register, identity number": (
        "identity_number",
        lambda user, _case: send(user, REGISTER, **FILLED, **REFERRAL, identity_number=NUMBER),
    ),
    "register, case number": (
        "case_number",
        lambda user, _case: send(user, REGISTER, **FILLED, **REFERRAL, case_number=CASE),
    ),
    "correct the person": (
        "identity_number",
        lambda user, case: correct_person(user, case.participant),
    ),
    "correct the case": ("case_number", correct_case),
    "refer again": ("case_number", lambda user, case: refer_again(user, case.participant)),
}


def case_for(way: str, closed: Episode, enrolled: Episode) -> Episode:
    return closed if way == "refer again" else enrolled


@pytest.mark.parametrize("way", TRIES)
@pytest.mark.parametrize("who", ["coach", "leader"])
def test_the_refusal_does_not_say_why_and_the_attempt_is_told_of(
    request: pytest.FixtureRequest,
    hidden: Participant,
    closed: Episode,
    enrolled: Episode,
    team: Team,
    way: str,
    who: str,
) -> None:
    user = request.getfixturevalue(who)
    field, attempt = TRIES[way]
    before = list(Participant.objects.order_by("pk").values())
    response = attempt(user, case_for(way, closed, enrolled))
    assert sentences(response) == NEUTRAL
    assert list(Participant.objects.order_by("pk").values()) == before
    assert Episode.objects.count() == 3
    entry = told("number_refused")
    assert (entry.actor, entry.team_id) == (user, team.pk)
    assert (entry.subject, entry.details) == (f"participant:{hidden.pk}", {"fields": [field]})
    assert entry.address == "127.0.0.1"
    assert first_broken_link() is None


@pytest.mark.parametrize("way", TRIES)
def test_named_staff_are_told_what_it_is(
    hidden: Participant, closed: Episode, enrolled: Episode, colleague: User, way: str
) -> None:
    field, attempt = TRIES[way]
    found = sentences(attempt(colleague, case_for(way, closed, enrolled)))
    assert "Teamet har redan" in found[field][0]
    assert not LogEntry.objects.filter(act="number_refused").exists()


def test_every_attempt_is_told_of(hidden: Participant, coach: User) -> None:
    for _each in range(3):
        send(coach, REGISTER, **FILLED, **REFERRAL, identity_number=NUMBER)
    assert LogEntry.objects.filter(act="number_refused").count() == 3


def test_other_faults_are_shown_beside_it(hidden: Participant, coach: User) -> None:
    typed = FILLED | {"identity_number": NUMBER, "birth_date": "1990-01-03"}
    found = sentences(send(coach, REGISTER, **typed, **REFERRAL))
    assert found.keys() == {"__all__", "birth_date"}


def test_a_number_in_another_team_is_free(
    hidden: Participant, stranger: User, other_team: Team
) -> None:
    response = send(stranger, REGISTER, **FILLED, **REFERRAL, identity_number=NUMBER)
    assert response.status_code == 302
    assert not LogEntry.objects.filter(act="number_refused").exists()


def test_the_log_has_words_for_it_and_shows_no_number(
    hidden: Participant, coach: User, leader: User, client_of: Callable[[User | None], Client]
) -> None:
    send(coach, REGISTER, **FILLED, **REFERRAL, identity_number=NUMBER)
    page = client_of(leader).get(reverse("log")).content.decode()
    assert "nekades ett nummer" in page
    assert NUMBER not in page
