"""The list of enrolments to complete: narrowed, turned page by page, and in few queries."""

from datetime import date

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from samspel.accounts.models import User
from samspel.organisation.models import Team
from samspel.participants.consents.models import EnrolmentMeeting
from samspel.participants.models import Episode
from tests.people import client_of, make_episode, make_participant

LIST = "/queue/enrolments/"
PAGE = 50


def begun(team: Team, name: str, **fields: object) -> Episode:
    episode = make_episode(make_participant(team, given_name="", family_name=name), **fields)
    EnrolmentMeeting.objects.create(episode=episode, held_on=date(2025, 2, 1))
    return episode


def shown(user: User, query: str = "") -> list[str]:
    rows = client_of(user).get(f"{LIST}{query}").context["rows"]
    return sorted(row.episode.participant.listed_name for row in rows)


@pytest.fixture
def many(team: Team) -> None:
    for number in range(PAGE + 1):
        begun(team, f"P{number}")


def test_it_is_turned_page_by_page_in_few_queries(coach: User, many: None) -> None:
    client = client_of(coach)
    with CaptureQueriesContext(connection) as queries:
        first = client.get(LIST)
    assert len(queries) <= 10
    assert len(first.context["rows"]) == PAGE
    assert len(shown(coach, "?page=2")) == 1
    assert len(shown(coach, "?page=99")) == 1
    assert f"1–{PAGE} av {PAGE + 1}" in client_of(coach).get(LIST).content.decode()


def test_it_is_narrowed_to_ones_own(coach: User, team: Team) -> None:
    begun(team, "Min", coach=coach)
    begun(team, "Annans")
    assert shown(coach) == ["Annans", "Min"]
    assert shown(coach, "?coach=mine") == ["Min"]
    assert shown(coach, "?coach=%27&page=x") == ["Annans", "Min"]


def test_who_has_none_of_their_own_is_told_so(coach: User, team: Team) -> None:
    begun(team, "Annans")
    page = client_of(coach).get(f"{LIST}?coach=mine").content.decode()
    assert "för dem du har valt" in page


def test_the_part_is_what_a_reload_shows(coach: User, team: Team) -> None:
    begun(team, "Min", coach=coach)
    client = client_of(coach)
    part = client.get(f"{LIST}?coach=mine", headers={"HX-Request": "true"}).content.decode()
    assert part.startswith('<div id="listing">')
    assert part.strip() in client.get(f"{LIST}?coach=mine").content.decode()
