"""My participants: the own ones and those stood in for, the most pressing first."""

from datetime import date, timedelta
from typing import Any

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from samspel.accounts.models import User
from samspel.organisation.models import Team
from samspel.participants.absences.models import Absence
from samspel.participants.attendance.models import Attendance
from samspel.participants.follow_ups.models import FollowUp
from samspel.participants.models import Episode
from samspel.participants.notes.models import Note
from tests.participants.day.conftest import MORNING, TODAY
from tests.people import client_of, make_episode, make_participant

URL = "/my-participants/"


def case(team: Team, name: str, coach: User | None, ends_in: int, **person: Any) -> Episode:
    """Somebody whose trial period ends so many days after today, enrolled a week ago."""
    participant = make_participant(team, family_name=name, **person)
    return make_episode(
        participant,
        coach=coach,
        enrolled_on=TODAY - timedelta(days=7),
        trial_ends_on=TODAY + timedelta(days=ends_in),
    )


def rows(user: User, query: str = "") -> list[Any]:
    found: list[Any] = client_of(user).get(URL + query).context["rows"]
    return found


def names(user: User, query: str = "") -> list[str]:
    return [row.case.episode.participant.family_name for row in rows(user, query)]


def test_the_most_pressing_of_the_own_comes_first(team: Team, coach: User, colleague: User) -> None:
    case(team, "Snart", coach, ends_in=3)
    case(team, "Först", coach, ends_in=1)
    case(team, "Inget", coach, ends_in=40)
    case(team, "Kollegans", colleague, ends_in=2)
    case(team, "Ingens", None, ends_in=2)
    make_episode(
        make_participant(team, family_name="Avslutad"),
        coach=coach,
        closed_on=date(2025, 3, 1),
        outcome="work",
    )
    assert names(coach) == ["Först", "Snart", "Inget"]
    page = client_of(coach).get(URL).content.decode()
    assert "Besluta om prövotiden" in page
    assert "2025-06-17" in page


@pytest.mark.parametrize(
    ("query", "order"),
    [
        ("?sort=name", ["A", "B", "C"]),
        ("?sort=-name", ["C", "B", "A"]),
        ("?sort=-next", ["A", "C", "B"]),
        ("?sort=contact", ["C", "A", "B"]),
        ("?sort=days", ["A", "B", "C"]),
        ("?sort=stage", ["A", "B", "C"]),
        ("?sort=nonsense", ["C", "A", "B"]),
        ("?stage=trial", ["C", "A", "B"]),
        ("?stage=queue", []),
    ],
)
def test_the_list_sorts_and_narrows(team: Team, coach: User, query: str, order: list[str]) -> None:
    first = case(team, "A", coach, ends_in=9)
    case(team, "B", coach, ends_in=50)
    third = case(team, "C", coach, ends_in=5)
    for episode, day in ((first, TODAY), (third, TODAY - timedelta(days=2))):
        Attendance.objects.create(episode=episode, on=day, recorded_at=MORNING)
    assert names(coach, query) == order


def test_the_last_contact_is_the_last_note_or_attendance(team: Team, coach: User) -> None:
    episode = case(team, "A", coach, ends_in=50)
    assert rows(coach)[0].last_contact is None
    Attendance.objects.create(episode=episode, on=date(2025, 6, 10), recorded_at=MORNING)
    assert rows(coach)[0].last_contact == date(2025, 6, 10)
    note = {
        "episode": episode,
        "author": coach,
        "begun_at": MORNING,
        "changed_at": MORNING,
        "text": "x",
    }
    Note.objects.create(on=date(2025, 6, 15), **note)
    assert rows(coach)[0].last_contact == date(2025, 6, 10)
    Note.objects.create(on=date(2025, 6, 12), signed_at=MORNING, **note)
    assert rows(coach)[0].last_contact == date(2025, 6, 12)


def test_those_stood_in_for_are_marked_and_protected_ones_only_where_named(
    team: Team, coach: User, colleague: User
) -> None:
    case(team, "Bortas", coach, ends_in=3)
    secret = case(team, "Hemlig", coach, ends_in=2, protection="marked")
    Absence.objects.create(
        team=team, coach=coach, substitute=colleague, first_on=TODAY, last_on=TODAY
    )
    assert names(colleague) == ["Bortas"]
    assert "för Kim Handledare" in client_of(colleague).get(URL).content.decode()
    secret.participant.named_staff.add(colleague)
    page = client_of(colleague).get(URL).content.decode()
    assert f"Skyddad identitet {secret.case_number}" in page
    assert "Hemlig" not in page


def test_the_part_is_the_one_of_a_reload(team: Team, coach: User) -> None:
    case(team, "A", coach, ends_in=3)
    client = client_of(coach)
    for query in ("", "?sort=name", "?stage=queue"):
        part = client.get(URL + query, headers={"HX-Request": "true"}).content.decode()
        assert part.strip() in client.get(URL + query).content.decode()


def test_an_empty_list_teaches(coach: User) -> None:
    assert "Här kommer de som du är handledare för" in client_of(coach).get(URL).content.decode()


@pytest.mark.parametrize("who", ["steering_member", "officer", "administrator"])
def test_for_the_others_there_is_no_such_page(request: pytest.FixtureRequest, who: str) -> None:
    assert client_of(request.getfixturevalue(who)).get(URL).status_code == 404


@pytest.fixture
def many(team: Team, coach: User) -> list[Episode]:
    """Five hundred open cases of one coach, half of them with something due and a contact."""
    people = [make_participant(team, family_name=f"Person {n}") for n in range(500)]
    cases = [
        make_episode(
            person,
            coach=coach,
            enrolled_on=TODAY - timedelta(days=7 + number % 50),
            trial_ends_on=TODAY + timedelta(days=number % 28),
        )
        for number, person in enumerate(people)
    ]
    Attendance.objects.bulk_create(
        Attendance(episode=each, on=TODAY - timedelta(days=20), recorded_at=MORNING)
        for each in cases[::2]
    )
    FollowUp.objects.bulk_create(FollowUp(episode=each, due_on=TODAY) for each in cases[::3])
    return cases


@pytest.mark.parametrize(
    ("url", "most"), [(URL, 10), ("/", 17), ("/?whose=team&all=yes", 17), ("/attendance/", 10)]
)
def test_five_hundred_cases_take_few_queries(
    many: list[Episode], coach: User, url: str, most: int
) -> None:
    client = client_of(coach)
    with CaptureQueriesContext(connection) as queries:
        assert client.get(url).status_code == 200
    assert len(queries) <= most
