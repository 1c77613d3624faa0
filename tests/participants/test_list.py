"""The list of participants: who sees whom, and how one finds somebody."""

import csv
import io
from collections.abc import Callable
from datetime import date, timedelta

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.urls import reverse
from django.utils import timezone

from samspel.accounts.models import LogEntry, User
from samspel.accounts.roles import Role
from samspel.organisation.models import Membership, Team
from samspel.participants.models import Episode, Participant
from tests.people import make_episode, make_participant

ClientOf = Callable[[User | None], Client]
URL = "/participants/"


@pytest.fixture
def alva(team: Team, coach: User) -> Episode:
    person = make_participant(
        team, given_name="Alva", family_name="Exempel", identity_number="199001029819"
    )
    return make_episode(person, case_number="2025-001", coach=coach)


@pytest.fixture
def bo(team: Team, colleague: User) -> Episode:
    person = make_participant(team, given_name="Bo", family_name="Åkerö")
    return make_episode(person, case_number="2025-002", coach=colleague, enrolled_on=None)


@pytest.fixture
def closed(team: Team) -> Episode:
    person = make_participant(team, given_name="Cia", family_name="Avslutad")
    return make_episode(person, case_number="2024-009", closed_on=date(2025, 3, 1), outcome="work")


def names(client: Client, query: str = "") -> list[str]:
    return [row.case_number for row in client.get(URL + query).context["rows"]]


def search(client: Client, text: str) -> list[str]:
    response = client.post(URL, {"search": text})
    assert response.status_code == 302
    return names(client, response["Location"].removeprefix(URL))


@pytest.mark.parametrize("who", ["coach", "colleague", "leader"])
def test_the_teams_own_people_see_the_same_cases(
    request: pytest.FixtureRequest, client_of: ClientOf, alva: Episode, bo: Episode, who: str
) -> None:
    page = client_of(request.getfixturevalue(who)).get(URL)
    assert [row.name for row in page.context["rows"]] == ["Alva Exempel", "Bo Åkerö"]
    assert "Alva Exempel" in page.content.decode()


def test_a_stranger_sees_the_own_teams_cases_only(
    client_of: ClientOf, stranger: User, alva: Episode
) -> None:
    page = client_of(stranger).get(URL)
    assert page.context["rows"] == []
    assert "Alva" not in page.content.decode()


@pytest.mark.parametrize("who", ["steering_member", "officer", "administrator"])
@pytest.mark.parametrize("method", ["get", "post"])
def test_for_the_others_there_is_no_such_page(
    request: pytest.FixtureRequest, client_of: ClientOf, alva: Episode, who: str, method: str
) -> None:
    client = client_of(request.getfixturevalue(who))
    assert getattr(client, method)(URL).status_code == 404


def test_somebody_not_signed_in_is_asked_to(client_of: ClientOf, db: None) -> None:
    response = client_of(None).get(URL)
    assert (response.status_code, response["Location"].split("?")[0]) == (302, "/accounts/login/")


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("alva", ["2025-001"]),
        ("EXEM al", ["2025-001"]),
        ("akero", ["2025-002"]),
        ("Åker", ["2025-002"]),
        ("19900102-9819", ["2025-001"]),
        ("2024-009", ["2024-009"]),
        ("lva", []),
        ("%", []),
        ("' OR 1=1 --", []),
        ("\0alva", ["2025-001"]),
        ("1990-01-02", []),
        ("🙂", []),
        ("x" * 5000, []),
    ],
)
def test_search_is_by_name_identity_number_or_case_number(
    client_of: ClientOf, coach: User, alva: Episode, bo: Episode, closed: Episode,
    text: str, found: list[str],
) -> None:  # fmt: skip
    assert search(client_of(coach), text) == found


def test_the_search_stays_until_it_is_cleared_and_is_never_in_an_address(
    client_of: ClientOf, coach: User, alva: Episode, bo: Episode
) -> None:
    client = client_of(coach)
    response = client.post(URL, {"search": "alva"})
    assert response["Location"] == "/participants/?stage=all"
    page = client.get(URL)
    assert [row.name for row in page.context["rows"]] == ["Alva Exempel"]
    for link in ("hx-get", "href", "action"):
        assert f'{link}="/participants/?search' not in page.content.decode()
    assert search(client, "  ") == ["2025-001", "2025-002"]


@pytest.mark.parametrize(
    ("query", "found"),
    [
        ("", ["2025-001", "2025-002"]),
        ("?stage=queue", ["2025-002"]),
        ("?stage=active", ["2025-001"]),
        ("?stage=closed", ["2024-009"]),
        ("?stage=withdrawn", []),
        ("?stage=all", ["2024-009", "2025-001", "2025-002"]),
        ("?coach=mine", ["2025-001"]),
        ("?sort=-name", ["2025-002", "2025-001"]),
        ("?sort=stage", ["2025-002", "2025-001"]),
        ("?sort=-stage", ["2025-001", "2025-002"]),
        ("?sort=-enrolled", ["2025-001", "2025-002"]),
        ("?sort=days", ["2025-001", "2025-002"]),
        ("?sort=-days", ["2025-002", "2025-001"]),
        ("?sort=coach", ["2025-001", "2025-002"]),
        ("?stage=nonsense&sort=pk&page=-1&coach=%27&team=x", ["2025-001", "2025-002"]),
        ("?stage=%00&sort=%00&page=%C3%A9&coach=99999999999999999999", ["2025-001", "2025-002"]),
    ],
)
def test_filters_and_order(
    client_of: ClientOf, coach: User, alva: Episode, bo: Episode, closed: Episode,
    query: str, found: list[str],
) -> None:  # fmt: skip
    Episode.objects.filter(pk=alva.pk).update(enrolled_on=date(2025, 2, 1))
    assert names(client_of(coach), query) == found


def test_one_coach_among_the_teams(
    client_of: ClientOf, coach: User, colleague: User, alva: Episode, bo: Episode
) -> None:
    assert names(client_of(coach), f"?coach={colleague.pk}") == ["2025-002"]


def test_with_several_teams_one_can_be_chosen(
    client_of: ClientOf, coach: User, other_team: Team, alva: Episode
) -> None:
    client = client_of(coach)
    assert "team" not in client.get(URL).context["listing"].chosen
    Membership.objects.create(user=coach, role=Role.COACH, team=other_team)
    make_episode(make_participant(other_team), case_number="Ö-1")
    assert names(client, "?sort=team") == ["2025-001", "Ö-1"]
    assert names(client, "?team=team-oster") == ["Ö-1"]
    assert "Team Öster" in client.get(URL).content.decode()


def test_a_protected_person_has_no_name_in_the_list_and_is_there_for_named_staff_only(
    client_of: ClientOf, coach: User, colleague: User, alva: Episode
) -> None:
    Participant.objects.update(protection="marked")
    alva.participant.named_staff.add(coach)
    page = client_of(coach).get(URL)
    assert [row.name for row in page.context["rows"]] == ["Skyddad identitet"]
    assert "Alva" not in page.content.decode()
    assert search(client_of(coach), "alva") == []
    assert search(client_of(coach), "2025-001") == ["2025-001"]
    assert names(client_of(colleague)) == []


def test_the_part_that_is_swapped_in_equals_the_reloaded_page(
    client_of: ClientOf, coach: User, alva: Episode
) -> None:
    client = client_of(coach)
    part = client.get(URL, headers={"HX-Request": "true"}).content.decode().strip()
    assert part.startswith('<div id="listing">')
    whole = client.get(URL).content.decode()
    assert without_token(part) in without_token(whole)
    history = {"HX-Request": "true", "HX-History-Restore-Request": "true"}
    assert "<html" in client.get(URL, headers=history).content.decode()


def without_token(text: str) -> str:
    start = text.find('value="', text.find("csrfmiddlewaretoken", text.find('id="listing"')))
    return text[:start] + text[text.find('"', start + 7) :]


def test_the_file_holds_all_pages_and_is_told_of_in_the_log(
    client_of: ClientOf, coach: User, team: Team, alva: Episode
) -> None:
    for number in range(60):
        person = make_participant(team, given_name="=1+1", family_name=f"{number:02}")
        make_episode(person)
    hidden = make_participant(team, given_name="Dold", protection="registered")
    make_episode(hidden)
    hidden.named_staff.add(coach)
    response = client_of(coach).get(URL + "?format=csv")
    text = response.content.decode("utf-8-sig")
    rows = list(csv.reader(io.StringIO(text), delimiter=";"))
    assert len(rows) == 63
    assert rows[0][0] == "Namn"
    assert rows[1][0] == "'=1+1 00"
    assert rows[61][:4] == ["Alva Exempel", "2025-001", "Team Väster", "Aktiv"]
    assert "Dold" not in text
    entry = LogEntry.objects.get(act="exported")
    assert (entry.actor, entry.details, entry.team_id) == (coach, {"rows": 62}, team.pk)


def test_five_hundred_cases_take_as_many_queries_as_one(
    client_of: ClientOf, coach: User, team: Team, alva: Episode
) -> None:
    client = client_of(coach)
    client.get(URL)
    with CaptureQueriesContext(connection) as few:
        client.get(URL)
    people = [
        Participant(team=team, reference=f"q{number}", family_name=f"F{number}")
        for number in range(500)
    ]
    for person in people:
        person.set_keys()
    Participant.objects.bulk_create(people)
    Episode.objects.bulk_create(
        Episode(participant=person, team=team, case_number=person.reference, coach=coach,
                referred_on=date(2025, 1, 1))
        for person in people
    )  # fmt: skip
    with CaptureQueriesContext(connection) as many:
        page = client.get(URL + "?page=2&sort=days")
    assert len(many) == len(few)
    assert page.context["listing"].count == 501
    assert len(page.context["rows"]) == 50
    assert "51–100" in page.content.decode()


def test_sorting_by_stage_heeds_each_cases_own_trial_period(
    client_of: ClientOf, coach: User, team: Team, other_team: Team
) -> None:
    Membership.objects.create(user=coach, role=Role.COACH, team=other_team)
    begun = timezone.localdate() - timedelta(days=40)
    for number, each in enumerate((team, other_team)):
        person = make_participant(each, family_name=f"{1 - number}")
        ends = None if number else begun + timedelta(days=365)
        make_episode(
            person,
            case_number=each.slug,
            enrolled_on=begun,
            referred_on=begun,
            trial_ends_on=ends,
        )
    assert names(client_of(coach), "?sort=stage") == [team.slug, other_team.slug]
    assert names(client_of(coach), "?sort=name") == [other_team.slug, team.slug]


def test_the_last_page_stands_for_pages_beyond_it(
    client_of: ClientOf, coach: User, alva: Episode
) -> None:
    assert names(client_of(coach), "?page=999999999") == ["2025-001"]


def test_an_empty_list_says_what_to_do_first(client_of: ClientOf, coach: User) -> None:
    page = client_of(coach).get(URL).content.decode()
    assert reverse("participant_register") in page
