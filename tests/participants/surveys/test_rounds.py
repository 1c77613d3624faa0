"""The list of rounds: narrowed, sorted, in pages, and asked for at once."""

from datetime import date, timedelta

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from samspel.accounts.models import User
from samspel.accounts.roles import Role
from samspel.organisation.models import Membership, Team
from samspel.participants.models import Episode
from samspel.participants.surveys.models import Invitation, Survey
from tests.people import client_of, make_somebody

pytestmark = pytest.mark.django_db
URL = reverse("surveys")


def make_round(team: Team, title: str, opens_on: date) -> Survey:
    return Survey.objects.create(
        team=team, title=title, opens_on=opens_on, closes_on=opens_on + timedelta(days=30)
    )


@pytest.fixture
def in_both(team: Team, other_team: Team) -> User:
    user = make_somebody("coach", team)
    Membership.objects.create(user=user, role=Role.COACH, team=other_team)
    return user


def titles(user: User, **query: str) -> list[str]:
    rows = client_of(user).get(URL, query).context["rows"]
    return [row.survey.title for row in rows]


def test_rounds_are_narrowed_and_sorted(coach: User, team: Team) -> None:
    make_round(team, "B", date(2025, 3, 1))
    make_round(team, "A", date(2026, 3, 1))
    make_round(team, "C", date(2024, 3, 1))
    assert titles(coach) == ["A", "B", "C"]
    assert titles(coach, sort="days") == ["C", "B", "A"]
    assert titles(coach, sort="-title") == ["C", "B", "A"]
    assert titles(coach, year="2025") == ["B"]
    assert titles(coach, year="1999") == ["A", "B", "C"]


def test_there_are_pages(coach: User, team: Team) -> None:
    for number in range(51):
        make_round(team, f"Omgång {number:02}", date(2026, 1, 1) + timedelta(days=number))
    assert len(titles(coach)) == 50
    assert titles(coach, page="2") == ["Omgång 00"]


def test_the_team_stands_there_where_there_are_several(
    coach: User, in_both: User, team: Team, other_team: Team
) -> None:
    make_round(team, "Här", date(2026, 1, 1))
    make_round(other_team, "Där", date(2026, 2, 1))
    assert titles(in_both) == ["Där", "Här"]
    assert titles(in_both, team=team.slug) == ["Här"]
    assert other_team.name in client_of(in_both).get(URL).content.decode()
    alone = client_of(coach).get(URL)
    assert [each.title for each in alone.context["listing"].columns][:2] == ["Namn", "Dagar"]
    assert [each.key for each in alone.context["listing"].filters] == ["year"]


def test_no_round_of_the_year_says_what_to_choose(
    in_both: User, team: Team, other_team: Team
) -> None:
    make_round(team, "Här", date(2026, 1, 1))
    make_round(other_team, "Där", date(2026, 1, 1))
    Survey.objects.filter(team=other_team).update(
        opens_on=date(2025, 1, 1), closes_on=date(2025, 2, 1)
    )
    page = client_of(in_both).get(URL, {"team": team.slug, "year": "2025"}).content.decode()
    assert "Ingen enkät stämmer" in page


def test_many_rounds_of_two_teams_take_as_many_queries_as_one(
    in_both: User, team: Team, other_team: Team, survey: Survey, episode: Episode, today: date
) -> None:
    Invitation.objects.create(survey=survey, episode=episode, invited_on=today)
    client = client_of(in_both)

    def queries() -> int:
        client.get(URL)
        with CaptureQueriesContext(connection) as captured:
            client.get(URL)
        return len(captured)

    few = queries()
    for number, of in enumerate([team, other_team] * 4):
        make_round(of, f"Omgång {number}", date(2026, 1, 1))
    assert queries() == few


def test_a_part_equals_the_reload(coach: User, survey: Survey) -> None:
    client = client_of(coach)
    part = client.get(URL, headers={"HX-Request": "true"}).content.decode()
    assert part.strip() in client.get(URL).content.decode()
    assert "<html" not in part
