"""The list of everybody who is enrolled, with where the scores stand."""

from datetime import date
from typing import Any

import pytest
from django.test import Client
from django.urls import reverse
from pytest_django import DjangoAssertNumQueries

from samspel.accounts.models import User
from samspel.accounts.roles import Role
from samspel.organisation.models import Membership, Team
from samspel.participants.models import Episode, Participant
from tests.participants.scores.conftest import TODAY
from tests.people import make_episode, make_participant
from tests.score_things import make_licence, make_score

LIST = "/scores/"
MARCH = date(2025, 3, 1)


def person(team: Team, name: str, *lines: str, **fields: Any) -> Episode:
    """Somebody with outcome scores whose four lines are alike: the first in March, then June."""
    case = make_episode(make_participant(team, given_name="", family_name=name), **fields)
    for day, line in zip((MARCH, TODAY), lines, strict=False):
        make_score(case, day, *[line] * 4)
    return case


@pytest.fixture
def people(licensed: Team, coach: User, colleague: User) -> dict[str, Episode]:
    return {
        "recovered": person(licensed, "Ek", "5", "8", coach=coach),
        "improved": person(licensed, "Dahl", "2", "4", coach=colleague),
        "unchanged": person(licensed, "Berg", "5", "5.5", coach=coach),
        "deteriorated": person(licensed, "Asp", "7", "5"),
        "some": person(licensed, "Frid", "6", coach=coach),
        "none": person(licensed, "Grahn"),
    }


def names(client: Client, **query: str) -> list[str]:
    return [row.name for row in client.get(LIST, query).context["rows"]]


def test_everybody_enrolled_by_name(
    people: dict[str, Episode], licensed: Team, as_coach: Client
) -> None:
    person(licensed, "Kö", enrolled_on=None)
    person(licensed, "Slut", "5", "8", closed_on=TODAY, outcome="work")
    assert names(as_coach) == ["Asp", "Berg", "Dahl", "Ek", "Frid", "Grahn"]
    text = as_coach.get(LIST).content.decode()
    for words in ("försämrad", "oförändrad", "förbättrad", "återhämtad", "en skattning hittills"):
        assert words in text
    assert "32,0" in text


@pytest.mark.parametrize("chosen", ["recovered", "improved", "unchanged", "deteriorated"])
def test_narrowed_by_class(people: dict[str, Episode], as_coach: Client, chosen: str) -> None:
    found = as_coach.get(LIST, {"change": chosen}).context["rows"]
    assert [row.episode_id for row in found] == [people[chosen].pk]


def test_narrowed_otherwise(people: dict[str, Episode], as_coach: Client) -> None:
    assert names(as_coach, change="some") == ["Frid"]
    assert names(as_coach, change="none") == ["Grahn"]
    assert names(as_coach, coach="mine") == ["Berg", "Ek", "Frid"]
    text = as_coach.get(LIST, {"coach": "mine", "change": "none"}).content.decode()
    assert "Ingen passar det du har valt." in text


@pytest.mark.parametrize(
    ("sort", "order"),
    [
        ("-last", ["Ek", "Frid", "Berg", "Asp", "Dahl", "Grahn"]),
        ("change", ["Ek", "Dahl", "Berg", "Asp", "Frid", "Grahn"]),
        ("-number", ["Asp", "Berg", "Dahl", "Ek", "Frid", "Grahn"]),
        ("on", ["Grahn", "Frid", "Asp", "Berg", "Dahl", "Ek"]),
        ("coach", ["Berg", "Ek", "Frid", "Dahl", "Asp", "Grahn"]),
        ("nonsense", ["Asp", "Berg", "Dahl", "Ek", "Frid", "Grahn"]),
    ],
)
def test_sorted(people: dict[str, Episode], as_coach: Client, sort: str, order: list[str]) -> None:
    assert names(as_coach, sort=sort) == order


def test_a_protected_person_has_no_name_here(
    people: dict[str, Episode], as_coach: Client, coach: User
) -> None:
    protected = people["recovered"].participant
    Participant.objects.filter(pk=protected.pk).update(protection="marked")
    assert "Ek" not in names(as_coach)
    protected.named_staff.add(coach)
    assert "Ek" not in names(as_coach)
    assert "Skyddad identitet" in names(as_coach)


def test_only_teams_with_a_licence(
    people: dict[str, Episode], other_team: Team, as_coach: Client, coach: User
) -> None:
    Membership.objects.create(user=coach, role=Role.COACH, team=other_team)
    person(other_team, "Öst", "5", "8")
    assert "Öst" not in names(as_coach)
    make_licence(other_team)
    assert "Öst" in names(as_coach)
    assert names(as_coach, team="team-oster") == ["Öst"]


def test_the_part_is_what_a_reload_gives(people: dict[str, Episode], as_coach: Client) -> None:
    whole = as_coach.get(LIST, {"sort": "-last"}).content.decode()
    part = as_coach.get(LIST, {"sort": "-last"}, headers={"HX-Request": "true"}).content.decode()
    assert part.strip().startswith('<div id="listing">')
    assert part.strip() in whole


def test_the_list_costs_the_same_however_long(
    people: dict[str, Episode],
    licensed: Team,
    as_coach: Client,
    django_assert_num_queries: DjangoAssertNumQueries,
) -> None:
    as_coach.get(LIST)
    with django_assert_num_queries(9) as few:
        as_coach.get(LIST)
    for number in range(60):
        person(licensed, f"Ny {number}", "4", "5")
    with django_assert_num_queries(len(few)):
        assert len(as_coach.get(LIST).context["rows"]) == 50


def test_the_number_is_of_outcome_scores_and_the_table_no_landmark(
    people: dict[str, Episode], as_coach: Client
) -> None:
    make_score(people["recovered"], TODAY, *["9"] * 4, instrument="srs")
    response = as_coach.get(LIST, {"sort": "-number"})
    found = {row.name: row.ors_number for row in response.context["rows"]}
    assert found == {"Ek": 2, "Dahl": 2, "Berg": 2, "Asp": 2, "Frid": 1, "Grahn": 0}
    page = response.content.decode()
    # Inside a section with a heading a region of the same name would be one landmark too many.
    assert 'role="region"' not in page
    case = as_coach.get(reverse("scores_of", args=[people["recovered"].pk])).content.decode()
    assert 'role="region"' not in case
    assert 'role="group"' in case
