"""The team leader says who may open protected cases, without seeing the persons."""

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from samspel.accounts.models import User
from samspel.organisation.models import Team
from samspel.participants.models import Episode, Participant
from tests.participants.conftest import send, sentences, told
from tests.people import client_of, make_episode, make_participant

LIST = "/participants/protected/"


@pytest.fixture
def hidden(team: Team, coach: User) -> Participant:
    person = make_participant(team, given_name="Dold", family_name="Person", protection="marked")
    make_episode(person, case_number="2025-007")
    person.named_staff.add(coach)
    return person


def url(person: Participant) -> str:
    return reverse("participant_staff", args=[person.pk])


def test_the_leader_sees_case_numbers_and_staff_and_no_names(
    leader: User, hidden: Participant, enrolled: Episode
) -> None:
    for page in (LIST, url(hidden)):
        text = client_of(leader).get(page).content.decode()
        assert "2025-007" in text
        assert "Kim Handledare" in text
        assert "Dold" not in text
        assert hidden.reference not in text
        assert enrolled.case_number not in text


@pytest.mark.parametrize(
    "who", ["coach", "colleague", "stranger", "steering_member", "officer", "administrator"]
)
def test_for_everybody_else_there_is_no_such_page(
    request: pytest.FixtureRequest, hidden: Participant, who: str
) -> None:
    client = client_of(request.getfixturevalue(who))
    for page in (LIST, url(hidden)):
        assert client.get(page).status_code == 404
        assert client.post(page, {"staff": []}).status_code == 404
    assert hidden.named_staff.count() == 1


def test_somebody_not_signed_in_is_asked_to(hidden: Participant) -> None:
    assert client_of(None).get(LIST)["Location"].startswith("/accounts/login/")


def test_the_leader_of_another_team_does_not_see_it(leader: User, other_team: Team) -> None:
    elsewhere = make_participant(other_team, protection="marked")
    make_episode(elsewhere, case_number="Ö-1")
    assert client_of(leader).get(url(elsewhere)).status_code == 404
    assert "Ö-1" not in client_of(leader).get(LIST).content.decode()


def test_naming_staff_takes_effect_at_once(
    leader: User, coach: User, colleague: User, hidden: Participant
) -> None:
    response = send(leader, url(hidden), staff=[colleague.pk])
    assert response["Location"] == LIST
    page = reverse("participant", args=[hidden.pk])
    assert client_of(colleague).get(page).status_code == 200
    assert client_of(coach).get(page).status_code == 404
    entry = told("staff_named")
    assert (entry.subject, entry.details) == (
        f"participant:{hidden.pk}",
        {"users": [colleague.pk]},
    )


@pytest.mark.parametrize("staff", [[], ["x"], ["999999"], ["\0"]])
def test_somebody_of_the_team_must_be_left(
    leader: User, stranger: User, hidden: Participant, staff: list[str]
) -> None:
    assert "staff" in sentences(send(leader, url(hidden), staff=staff))
    assert "staff" in sentences(send(leader, url(hidden), staff=[stranger.pk]))
    assert hidden.named_staff.count() == 1


def test_a_person_without_protection_is_not_here(leader: User, enrolled: Episode) -> None:
    assert client_of(leader).get(url(enrolled.participant)).status_code == 404


def test_the_list_takes_as_many_queries_for_many(
    leader: User, team: Team, hidden: Participant
) -> None:
    client = client_of(leader)
    client.get(LIST)
    with CaptureQueriesContext(connection) as few:
        client.get(LIST)
    for _ in range(5):
        make_episode(make_participant(team, protection="registered"))
    with CaptureQueriesContext(connection) as many:
        client.get(LIST)
    assert len(many) == len(few)
