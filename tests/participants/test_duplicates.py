"""Duplicate persons are noticed before they are saved."""

from datetime import date
from typing import Any

import pytest

from samspel.accounts.models import User
from samspel.organisation.models import Team
from samspel.participants import registration
from samspel.participants.duplicates import names_alike
from samspel.participants.models import Episode, Participant
from tests.participants.conftest import send, sentences
from tests.people import make_participant

URL = "/participants/register/"
BO = {"given_name": "Bo", "family_name": "Åkerö", "birth_date": date(1990, 1, 2)}
REFERRAL = {"referred_on": "2025-06-01", "referred_by": "region"}


def answer(user: User, **values: Any) -> Any:
    return send(user, URL, **REFERRAL, **values)


@pytest.mark.parametrize(
    ("typed", "is_noticed"),
    [
        ({"given_name": "Bo", "family_name": "Åkerö", "birth_date": "1990-01-02"}, True),
        ({"given_name": "BO", "family_name": "Akero", "birth_date": "1990-01-02"}, True),
        ({"given_name": "Bosse", "family_name": "Åkerö", "birth_date": "1990-01-02"}, True),
        ({"given_name": "Bo", "family_name": "Nygift", "birth_date": "1990-01-02"}, True),
        ({"given_name": "Bo", "family_name": "Åkerö"}, True),
        ({"given_name": "Bo", "family_name": "Åkerö", "birth_date": "1991-01-02"}, False),
        ({"given_name": "Cia", "family_name": "Ek", "birth_date": "1990-01-02"}, False),
        ({"given_name": "Bo", "family_name": "Ek"}, False),
        ({"given_name": "Bo", "family_name": "Åkerö", "identity_number": "19900102-9819"}, True),
    ],
)
def test_someone_who_may_be_the_same_is_shown(
    coach: User, team: Team, typed: dict[str, str], is_noticed: bool
) -> None:
    known = make_participant(team, **BO)
    response = answer(coach, **typed)
    assert (response.status_code == 200) is is_noticed
    assert Participant.objects.count() == (1 if is_noticed else 2)
    if is_noticed:
        assert response.context["candidates"] == [known]
        assert f"/participants/{known.pk}/" in response.content.decode()
        assert 'name="is_another_person"' in response.content.decode()
        assert answer(coach, **typed, is_another_person="on").status_code == 302
        assert Participant.objects.count() == 2


def test_the_same_name_without_a_birth_date_there_is_shown(coach: User, team: Team) -> None:
    make_participant(team, **BO | {"birth_date": None})
    assert answer(coach, given_name="Bo", family_name="Åkerö", birth_date="1990-01-02").context[
        "candidates"
    ]


def test_another_identity_number_is_another_person(coach: User, team: Team) -> None:
    make_participant(team, **BO, identity_number="199001029819")
    typed = {"given_name": "Bo", "family_name": "Åkerö"}
    assert answer(coach, **typed, identity_number="19900102-9827").status_code == 302


def test_the_same_identity_number_is_always_refused(coach: User, team: Team) -> None:
    make_participant(team, **BO, identity_number="199001029819")
    typed = {"given_name": "Någon", "family_name": "Annan", "identity_number": "19900102-9819"}
    for values in (typed, typed | {"is_another_person": "on"}):
        found = sentences(answer(coach, **values))
        assert found == {"identity_number": ["Teamet har redan en person med det personnumret."]}
    assert Participant.objects.count() == 1


def test_other_teams_are_not_asked(coach: User, other_team: Team) -> None:
    make_participant(other_team, **BO, identity_number="199001029819")
    response = answer(coach, given_name="Bo", family_name="Åkerö", identity_number="199001029819")
    assert response.status_code == 302


def test_a_protected_person_is_shown_to_named_staff_only_and_without_a_name(
    coach: User, colleague: User, team: Team
) -> None:
    known = make_participant(team, **BO, protection="marked")
    known.named_staff.add(colleague)
    typed = {"given_name": "Bo", "family_name": "Åkerö", "birth_date": "1990-01-02"}
    page = answer(colleague, **typed).content.decode()
    assert "Skyddad identitet</a>" in page
    assert answer(coach, **typed).status_code == 302


def test_somebody_who_registered_the_same_number_meanwhile_wins(
    coach: User, team: Team, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The check saw nobody; the database refuses, nothing is saved, and it does not say whose."""

    def late(person: Participant, **_options: Any) -> list[Participant]:
        make_participant(team, identity_number=person.identity_number, reference="late")
        return []

    monkeypatch.setattr(registration, "possible_duplicates", late)
    found = sentences(answer(coach, given_name="Bo", identity_number="19900102-9819"))
    assert "samma ögonblick" in found["__all__"][0]
    assert not Episode.objects.exists()


@pytest.mark.parametrize(
    ("one", "other", "alike"),
    [
        ("bo akero", "bo ek", True),
        ("kristina ek", "christina eek", True),
        ("bo", "cia", False),
        ("", "cia", True),
    ],
)
def test_names_that_are_alike(one: str, other: str, alike: bool) -> None:
    assert names_alike(one, other) is alike
    assert names_alike(other, one) is alike
