"""Registering a person with the first referral or study visit."""

from collections.abc import Callable
from datetime import date

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.utils import timezone

from samspel.accounts.actor import Actor
from samspel.accounts.models import LogEntry, User
from samspel.accounts.roles import Role
from samspel.organisation.models import Membership, Team, TeamReferrer
from samspel.participants import registration
from samspel.participants.models import Episode, Participant
from samspel.participants.referral import Beginning
from samspel.participants.registration import Particulars
from tests.participants.conftest import send, sentences, told
from tests.people import client_of, make_episode, make_participant

URL = "/participants/register/"
TODAY = date(2025, 6, 15)
NUMBER = "19900102-9819"
FILLED = {
    "given_name": "Bo",
    "family_name": "Åkerö",
    "gender": "man",
    "referred_on": "2025-06-01",
    "referred_by": "region",
}


def test_who_may(only_the_team_may: Callable[[str], None], team: Team) -> None:
    """A stranger does casework too and meets the form of the own team; the team is not theirs."""
    with pytest.raises(AssertionError, match="stranger"):
        only_the_team_may(URL)


@pytest.mark.parametrize("who", ["steering_member", "officer", "administrator"])
def test_who_may_not(request: pytest.FixtureRequest, who: str) -> None:
    client = client_of(request.getfixturevalue(who))
    assert client.get(URL).status_code == client.post(URL, FILLED).status_code == 404
    assert not Participant.objects.exists()


def test_the_form_stands_in_two_groups_with_every_field_once(coach: User, team: Team) -> None:
    response = client_of(coach).get(URL)
    page = response.content.decode()
    person, case = page.split('<fieldset class="field-group">')[1:]
    for name in response.context["form"].fields:
        assert page.count(f'id="id_{name}"') == 1
        of_person = name in Particulars.__dataclass_fields__
        assert f'id="id_{name}"' in (person if of_person else case)
    assert "Personen" in person
    assert "Uppdraget eller studiebesöket" in case


def test_a_stranger_cannot_register_in_the_team(stranger: User, team: Team) -> None:
    assert send(stranger, URL + "?team=team-vaster", **FILLED).status_code == 404


def test_a_person_and_a_case_are_made_and_told_of(coach: User, team: Team) -> None:
    response = send(coach, URL, **FILLED, coach=coach.pk, study_visit_on="2025-05-20")
    person = Participant.objects.get()
    assert response["Location"] == f"/participants/{person.pk}/"
    assert (person.name, person.gender, person.team) == ("Bo Åkerö", "man", team)
    episode = Episode.objects.get(participant=person)
    assert (episode.referred_on, episode.study_visit_on) == (date(2025, 6, 1), date(2025, 5, 20))
    assert (episode.referred_by, episode.coach, episode.team) == ("region", coach, team)
    year = timezone.localdate().year
    assert (person.reference, episode.case_number) == (f"P{year}-001", f"{year}-001")
    assert told("registered").subject == f"participant:{person.pk}"
    assert told("referred").subject == f"episode:{episode.pk}"
    assert {entry.actor for entry in LogEntry.objects.all()} == {coach}
    assert "Åkerö" not in str([entry.details for entry in LogEntry.objects.all()])
    team.refresh_from_db()
    assert team.revision == 1


def test_a_study_visit_is_enough(coach: User) -> None:
    send(coach, URL, given_name="Bo", study_visit_on="2025-06-01")
    assert Episode.objects.get().referred_on is None
    assert told("study_visit_entered")


@pytest.mark.parametrize(
    ("typed", "field", "words"),
    [
        ({"given_name": "", "family_name": " "}, "family_name", "namn"),
        ({"given_name": "B\u200bo"}, "given_name", "osynligt"),
        ({"given_name": "x" * 81}, "given_name", "80"),
        ({"identity_number": "900102-0017"}, "identity_number", "tolv siffror"),
        ({"identity_number": "19900102-9818"}, "identity_number", "varje siffra"),
        ({"identity_number": "19900230-0017"}, "identity_number", "varje siffra"),
        ({"identity_number": "hemlig"}, "identity_number", "tolv siffror"),
        ({"identity_number": NUMBER, "birth_date": "1990-01-03"}, "birth_date", "1990-01-02"),
        ({"birth_date": "9999-12-31"}, "birth_date", "inte varit"),
        ({"birth_date": "0001-01-01"}, "birth_date", "födelseåret"),
        ({"birth_date": "2025-06-02"}, "referred_on", "före personens födelse"),
        ({"birth_date": "1990-02-31"}, "birth_date", "2026-03-14"),
        ({"gender": "cat"}, "gender", "listan"),
        ({"protection": "cat"}, "protection", "cat"),
        ({"referred_on": "", "referred_by": ""}, "referred_on", "studiebesöket"),
        ({"referred_by": ""}, "referred_by", "vem som skickade"),
        ({"referred_by": "nobody"}, "referred_by", "listan"),
        ({"referred_on": "9999-12-31"}, "referred_on", "inte varit"),
        ({"referred_on": "1989-12-31"}, "referred_on", "1990"),
        ({"study_visit_on": "9999-12-31"}, "study_visit_on", "framåt"),
        ({"case_number": "2025;001"}, "case_number", "bokstäver"),
        ({"case_number": "x" * 65}, "case_number", "64"),
        ({"coach": "999999"}, "coach", "handledare"),
        ({"coach": "x"}, "coach", "handledare"),
    ],
)  # fmt: skip
def test_each_fault_has_a_sentence_at_its_field(
    coach: User, typed: dict[str, str], field: str, words: str
) -> None:
    found = sentences(send(coach, URL, **FILLED | typed))
    assert words in " ".join(found[field])
    assert not Participant.objects.exists()
    assert not LogEntry.objects.exists()


def test_several_faults_are_shown_together(coach: User) -> None:
    found = sentences(send(coach, URL, referred_on="9999-01-01", birth_date="x", gender="y"))
    assert {"birth_date", "gender"} <= set(found)


@pytest.mark.parametrize(
    ("number", "born"), [("19900102-9819", date(1990, 1, 2)), ("199001629816", date(1990, 1, 2))]
)
def test_the_identity_number_fills_the_date_of_birth(coach: User, number: str, born: date) -> None:
    send(coach, URL, **FILLED, identity_number=number)
    assert Participant.objects.get().birth_date == born


def test_the_teams_own_referrers_can_be_chosen(coach: User, team: Team, other_team: Team) -> None:
    TeamReferrer.objects.create(team=team, code="church", title="Kyrkan")
    TeamReferrer.objects.create(team=other_team, code="club", title="Klubben")
    page = client_of(coach).get(URL).content.decode()
    assert "Kyrkan" in page
    assert "Klubben" not in page
    assert send(coach, URL, **FILLED | {"referred_by": "church"}).status_code == 302
    assert "referred_by" in sentences(send(coach, URL, **FILLED | {"referred_by": "club"}))


def test_a_number_of_the_teams_own_is_kept_and_is_there_once(coach: User, team: Team) -> None:
    send(coach, URL, **FILLED, case_number="Dnr 12/25")
    assert Episode.objects.get().case_number == "Dnr 12/25"
    found = sentences(send(coach, URL, **FILLED | {"given_name": "Cia", "family_name": "Ek"},
                           case_number="Dnr 12/25"))  # fmt: skip
    assert found == {"case_number": ["Teamet har redan ett ärende med det numret."]}
    assert Participant.objects.count() == 1


def test_numbers_run_through_the_year_and_pass_over_others(team: Team) -> None:
    for number in ("2025-009", "2025-x", "2024-050", "2025-99999999999"):
        make_episode(make_participant(team), case_number=number)
    person = register(team, "Bo")
    assert person.reference == "P2025-001"
    assert person.episodes.get().case_number == "2025-010"
    assert register(team, "Cia").episodes.get().case_number == "2025-011"


def test_the_team_is_locked_before_a_number_is_chosen(team: Team) -> None:
    """Two who register at once wait for each other, on either database."""
    with CaptureQueriesContext(connection) as queries:
        register(team, "Bo")
    written = [query["sql"] for query in queries if not query["sql"].startswith("SAVEPOINT")]
    assert written[0].startswith('UPDATE "organisation_team"')
    assert any('"reference"' in sql for sql in written[1:])


def register(team: Team, given_name: str) -> Participant:
    return registration.register(
        team=team,
        particulars=Particulars(given_name=given_name, family_name=given_name * 2),
        beginning=Beginning(referred_on=date(2025, 6, 1), referred_by="self"),
        today=TODAY,
        by=Actor(),
    )


def test_with_several_teams_one_is_chosen_first(coach: User, team: Team, other_team: Team) -> None:
    Membership.objects.create(user=coach, role=Role.COACH, team=other_team)
    page = client_of(coach).get(URL)
    assert "?team=team-oster" in page.content.decode()
    assert "form" not in page.context
    send(coach, URL + "?team=team-oster", **FILLED)
    assert Participant.objects.get().team == other_team


def test_a_closed_team_takes_nobody_in(coach: User, team: Team) -> None:
    Team.objects.filter(pk=team.pk).update(closed_on=date(2025, 1, 1))
    assert "Ditt team är stängt" in client_of(coach).get(URL).content.decode()


def test_who_sets_a_protection_is_named_and_so_is_the_coach(coach: User, colleague: User) -> None:
    send(coach, URL, **FILLED, protection="registered", coach=colleague.pk)
    person = Participant.objects.get()
    assert set(person.named_staff.all()) == {coach, colleague}
