"""The list of everybody's next follow-up, and the list of one case."""

from datetime import date, timedelta
from typing import Any

import pytest
from django.test import Client
from django.urls import reverse
from pytest_django import DjangoAssertNumQueries

from samspel.accounts.models import User
from samspel.accounts.roles import Role
from samspel.organisation.models import Membership, Team
from samspel.participants.absences.models import Absence
from samspel.participants.follow_ups.models import FollowUp
from samspel.participants.models import Episode, Participant
from samspel.participants.stage import trial_end
from tests.participants.follow_ups.conftest import at, saved
from tests.people import client_of, make_episode, make_participant

LIST = "/follow-ups/"


def enrolled(team: Team, name: str, days_ago: int, **fields: Any) -> Episode:
    """Somebody whose first follow-up was due so many days before 25 April, or is due after it."""
    due = date(2025, 4, 25) - timedelta(days=days_ago)
    first = date(due.year, due.month - 3, due.day)
    person = make_participant(team, given_name="", family_name=name)
    return make_episode(person, referred_on=None, enrolled_on=first, **fields)


@pytest.fixture
def cases(team: Team, coach: User, colleague: User) -> dict[str, Episode]:
    """One of each state; the days are those since it was due."""
    found = {
        "coming": enrolled(team, "Kommande", -20, coach=coach),
        "to_book": enrolled(team, "Bokas", 1, coach=colleague),
        "booked": enrolled(team, "Bokad", 2, coach=coach),
        "to_write": enrolled(team, "Förs in", 3, coach=coach),
        "overdue": enrolled(team, "Försenad", 15, coach=coach),
        "late": enrolled(team, "Sen", 20),
    }
    for state, when in (("booked", "2025-05-06 09:00"), ("to_write", "2025-04-23 09:00")):
        episode = found[state]
        first = episode.enrolled_on
        assert first is not None
        due_on = date(first.year, first.month + 3, first.day)
        saved(episode, due_on, booked_for=at(when), form="phone")
    return found


def names(client: Client, **query: str) -> list[str]:
    return [row.name for row in client.get(LIST, query).context["rows"]]


def test_the_most_overdue_stand_first(cases: dict[str, Episode], as_coach: Client) -> None:
    rows = as_coach.get(LIST).context["rows"]
    assert [(row.name, row.state.value, row.late) for row in rows] == [
        ("Sen", "overdue", 20),
        ("Försenad", "overdue", 15),
        ("Förs in", "to_write", 0),
        ("Bokad", "booked", 0),
        ("Bokas", "to_book", 0),
        ("Kommande", "coming", 0),
    ]
    text = as_coach.get(LIST).content.decode()
    assert "2025-05-06 09:00" in text
    for row in rows:
        url = reverse("follow_up", args=[row.episode_id, row.due_on.isoformat()])
        assert url in text
        assert as_coach.get(url).status_code == 200


@pytest.mark.parametrize(
    ("query", "shown"),
    [
        ({"state": "overdue"}, ["Sen", "Försenad"]),
        ({"state": "to_book"}, ["Bokas"]),
        ({"state": "held"}, ["Sen", "Försenad", "Förs in", "Bokad", "Bokas", "Kommande"]),
        ({"coach": "mine", "state": "overdue"}, ["Försenad"]),
        ({"coach": "mine", "sort": "name"}, ["Bokad", "Förs in", "Försenad", "Kommande"]),
        ({"sort": "-due"}, ["Kommande", "Bokas", "Bokad", "Förs in", "Försenad", "Sen"]),
        ({"sort": "coach", "state": "overdue"}, ["Försenad", "Sen"]),
        ({"sort": "state"}, ["Sen", "Försenad", "Förs in", "Bokas", "Bokad", "Kommande"]),
        ({"sort": "x", "page": "9", "state": "booked"}, ["Bokad"]),
    ],
)
def test_filters_and_orders(
    cases: dict[str, Episode], as_coach: Client, query: dict[str, str], shown: list[str]
) -> None:
    assert names(as_coach, **query) == shown


def test_who_stands_in_has_the_list(
    cases: dict[str, Episode], team: Team, coach: User, colleague: User
) -> None:
    days = {"first_on": date(2025, 4, 20), "last_on": date(2025, 4, 30)}
    Absence.objects.create(team=team, coach=coach, substitute=colleague, **days)
    shown = names(client_of(colleague), coach="mine")
    assert shown == ["Försenad", "Förs in", "Bokad", "Bokas", "Kommande"]


def test_others_do_not_stand_in_it(
    case: Episode, as_coach: Client, team: Team, other_team: Team, stranger: User, coach: User
) -> None:
    make_episode(make_participant(other_team, family_name="Öster"))
    make_episode(make_participant(team), enrolled_on=None)
    make_episode(make_participant(team), closed_on=date(2025, 4, 25), outcome="work")
    make_episode(make_participant(team), enrolled_on=date(2025, 4, 26))
    hidden = make_episode(make_participant(team, protection="marked"))
    assert names(as_coach) == ["Alva Exempel"]
    assert names(client_of(stranger)) == ["Alva Öster"]
    hidden.participant.named_staff.add(coach)
    assert sorted(names(as_coach)) == ["Alva Exempel", "Skyddad identitet"]


def test_in_two_teams_the_team_is_shown_and_chosen(
    case: Episode, as_coach: Client, other_team: Team, coach: User
) -> None:
    assert "Team Väster" not in as_coach.get(LIST).content.decode()
    Membership.objects.create(user=coach, role=Role.COACH, team=other_team)
    make_episode(make_participant(other_team, family_name="Öster"))
    assert "Team Väster" in as_coach.get(LIST).content.decode()
    assert names(as_coach, team="team-oster") == ["Alva Öster"]
    assert names(as_coach, sort="-team") == ["Alva Öster", "Alva Exempel"]


def test_the_part_is_what_a_reload_gives(cases: dict[str, Episode], as_coach: Client) -> None:
    query = {"state": "overdue", "sort": "name"}
    whole = as_coach.get(LIST, query).content.decode()
    part = as_coach.get(LIST, query, headers={"HX-Request": "true"}).content.decode()
    assert part.strip() in whole
    assert "<html" not in part


def test_an_empty_list_says_what_will_stand_there(as_coach: Client, team: Team) -> None:
    assert "Här kommer nästa uppföljning" in as_coach.get(LIST).content.decode()
    assert "Ingen uppföljning passar" in as_coach.get(LIST, {"state": "booked"}).content.decode()


def test_five_hundred_cost_ten_queries(
    as_coach: Client,
    team: Team,
    coach: User,
    django_assert_max_num_queries: DjangoAssertNumQueries,
) -> None:
    people = Participant.objects.bulk_create(
        Participant(team=team, reference=f"p{n}", sort_key=f"{n:03}") for n in range(500)
    )
    first = date(2019, 2, 1)
    episodes = Episode.objects.bulk_create(
        Episode(
            participant=each,
            team=team,
            case_number=each.reference,
            coach=coach,
            enrolled_on=first + timedelta(days=number),
            trial_ends_on=trial_end(first + timedelta(days=number), 2),
        )
        for number, each in enumerate(people)
    )
    FollowUp.objects.bulk_create(
        FollowUp(episode=each, due_on=each.enrolled_on, held_on=each.enrolled_on)
        for each in episodes
    )
    with django_assert_max_num_queries(10):
        page = as_coach.get(LIST, {"page": "3"})
    assert len(page.context["rows"]) == 50
    assert page.context["listing"].count == 500


def test_the_follow_ups_of_a_case(case: Episode, as_coach: Client, settings: Any) -> None:
    settings.SAMSPEL_TODAY = date(2026, 2, 3)
    saved(case, date(2025, 5, 1), held_on=date(2025, 5, 6), parties=["participant", "FK"])
    saved(case, date(2025, 8, 1), left_out_because="Semester")
    saved(case, date(2026, 2, 1), booked_for=at("2026-02-09 13:00"), form="phone")
    page = as_coach.get(reverse("follow_ups", args=[case.pk]))
    part = page.context["follow_ups"]
    assert (part.next.due_on.isoformat(), part.next.state.value) == ("2026-02-01", "booked")
    assert [(line.due_on.isoformat(), line.state.value) for line in part.past] == [
        ("2025-11-01", "passed"),
        ("2025-08-01", "left_out"),
        ("2025-05-01", "held"),
    ]
    text = page.content.decode()
    for shown in ("deltagaren, FK", "Semester", "Bokad till 2026-02-09 kl. 13:00"):
        assert shown in text


def test_a_case_that_ended_has_no_next_one(case: Episode, as_coach: Client, settings: Any) -> None:
    settings.SAMSPEL_TODAY = date(2026, 2, 3)
    case.closed_on, case.outcome = date(2025, 8, 1), "work"
    case.save()
    part = as_coach.get(reverse("follow_ups", args=[case.pk])).context["follow_ups"]
    assert part.next is None
    # On the very day of closing nothing is due any more.
    assert [line.due_on.isoformat() for line in part.past] == ["2025-05-01"]


def test_who_was_never_enrolled_has_no_list(queued: Episode, as_coach: Client) -> None:
    answer = as_coach.get(reverse("follow_ups", args=[queued.pk]))
    assert answer.headers["Location"] == reverse("participant", args=[queued.participant_id])
