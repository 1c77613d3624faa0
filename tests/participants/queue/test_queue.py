"""The queue's page: who stands where, who is seen, and how long it may last."""

from collections.abc import Callable
from datetime import date, timedelta

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.utils import timezone

from samspel.accounts.models import User
from samspel.accounts.roles import Role
from samspel.organisation.models import Membership, Team
from samspel.participants.models import Episode, Participant
from samspel.participants.queue.models import PriorityGroup, QueuePlace
from tests.people import make_episode, make_participant

ClientOf = Callable[[User | None], Client]
URL = "/queue/"


def waiting(team: Team, number: str, referred_on: date, **fields: object) -> Episode:
    """Somebody in the queue, called by the case number."""
    person = make_participant(team, given_name="Person", family_name=number)
    return make_episode(
        person, case_number=number, referred_on=referred_on, enrolled_on=None, **fields
    )


@pytest.fixture
def three(team: Team, coach: User) -> list[Episode]:
    """One, two and three in the order of their referrals."""
    return [
        waiting(team, "one", date(2025, 1, 1)),
        waiting(team, "two", date(2025, 1, 2), coach=coach),
        waiting(team, "three", date(2025, 1, 3)),
    ]


def shown(client: Client, query: str = "") -> list[str]:
    """The list as ``place case number``."""
    return [f"{row.place} {row.case_number}" for row in client.get(URL + query).context["rows"]]


def put(episode: Episode, title: str, place: int) -> PriorityGroup:
    group, _made = PriorityGroup.objects.get_or_create(
        team=episode.team, title=title, defaults={"place": place}
    )
    QueuePlace.objects.create(episode=episode, group=group)
    return group


def test_who_was_referred_first_goes_first(
    client_of: ClientOf, coach: User, three: list[Episode]
) -> None:
    assert shown(client_of(coach)) == ["1 one", "2 two", "3 three"]


def test_priority_groups_go_before_the_day_of_referral(
    client_of: ClientOf, coach: User, three: list[Episode]
) -> None:
    put(three[1], "Sedan", 2)
    put(three[2], "Först", 1)
    assert shown(client_of(coach)) == ["1 three", "2 two", "3 one"]


@pytest.mark.parametrize(
    ("query", "found"),
    [
        ("?coach=mine", ["3 two"]),
        ("?coach=nobody", ["1 three", "2 one"]),
        ("?group=none", ["2 one", "3 two"]),
        ("?sort=-days", ["2 one", "3 two", "1 three"]),
        ("?sort=days", ["1 three", "3 two", "2 one"]),
        ("?sort=-case", ["3 two", "1 three", "2 one"]),
        ("?sort=pk&coach=%27&group=999&team=x&page=-1", ["1 three", "2 one", "3 two"]),
        ("?sort=%00&coach=%00&group=%00&team=%00&page=%C3%A9", ["1 three", "2 one", "3 two"]),
    ],
)
def test_filters_and_order_leave_everybody_the_place_they_have(
    client_of: ClientOf, coach: User, three: list[Episode], query: str, found: list[str]
) -> None:
    put(three[2], "Först", 1)
    assert shown(client_of(coach), query) == found


def test_a_group_can_be_chosen(client_of: ClientOf, coach: User, three: list[Episode]) -> None:
    group = put(three[2], "Först", 1)
    assert shown(client_of(coach), f"?group={group.pk}") == ["1 three"]


def test_who_is_at_the_visit_enrolled_or_withdrawn_does_not_wait(
    client_of: ClientOf, coach: User, team: Team
) -> None:
    make_episode(make_participant(team))
    make_episode(
        make_participant(team), referred_on=None, enrolled_on=None, study_visit_on=date(2025, 1, 1)
    )
    waiting(team, "gone", date(2025, 1, 1), withdrawn_on=date(2025, 1, 9))
    assert shown(client_of(coach)) == []
    assert "Ingen väntar" in client_of(coach).get(URL).content.decode()


def test_a_booked_enrolment_shows_its_day(
    client_of: ClientOf, coach: User, three: list[Episode]
) -> None:
    ahead = timezone.localdate() + timedelta(days=9)
    Episode.objects.filter(pk=three[0].pk).update(enrolled_on=ahead)
    assert f"skrivs in {ahead}" in client_of(coach).get(URL).content.decode()


def test_a_protected_person_is_counted_and_never_named(
    client_of: ClientOf, coach: User, colleague: User, three: list[Episode]
) -> None:
    person = three[0].participant
    person.protection = "marked"
    person.save()
    person.named_staff.add(coach)
    page = client_of(coach).get(URL)
    assert page.context["rows"][0].name == "Skyddad identitet"
    assert "Person one" not in page.content.decode()
    assert shown(client_of(colleague)) == ["2 two", "3 three"]


def test_each_team_has_its_own_queue(
    client_of: ClientOf, coach: User, stranger: User, other_team: Team, three: list[Episode]
) -> None:
    assert shown(client_of(stranger)) == []
    waiting(other_team, "east", date(2025, 1, 1))
    Membership.objects.create(user=coach, role=Role.COACH, team=other_team)
    client = client_of(coach)
    assert shown(client) == ["1 one", "2 two", "3 three"]
    assert shown(client, "?team=team-oster") == ["1 east"]


def test_how_long_it_takes_is_reckoned_from_places_and_closings(
    client_of: ClientOf, coach: User, team: Team, three: list[Episode]
) -> None:
    """Two enrolled of two; six were closed in a year: one place in two months."""
    team.capacity = 2
    team.save()
    today = timezone.localdate()
    for _each in range(2):
        make_episode(make_participant(team))
    for _each in range(6):
        make_episode(make_participant(team), closed_on=today - timedelta(9), outcome="work")
    page = client_of(coach).get(URL)
    waits = [row.wait for row in page.context["rows"]]
    assert waits == ["ungefär 2 månader", "ungefär 4 månader", "ungefär 6 månader"]
    text = page.content.decode()
    assert "2 inskrivna på 2 platser: ingen plats är ledig." in text
    period = page.context["intake"].places.period
    for figure in ("enrolled_at_end", "in_queue_at_end", "closed"):
        link = f"/reports/figures/{team.slug}/{period}/{figure}/"
        assert link in text
        assert client_of(coach).get(link).status_code == 200


def test_without_places_or_closings_nothing_is_promised(
    client_of: ClientOf, coach: User, team: Team, three: list[Episode]
) -> None:
    page = client_of(coach).get(URL)
    assert {row.wait for row in page.context["rows"]} == {"går inte att säga"}
    assert "saknar antal platser" in page.content.decode()
    team.capacity = 2
    team.save()
    page = client_of(coach).get(URL)
    waits = [row.wait for row in page.context["rows"]]
    assert waits == ["det finns plats", "det finns plats", "går inte att säga"]
    assert "ingen avslutades" in page.content.decode()


def test_the_part_that_is_swapped_in_equals_the_reloaded_page(
    client_of: ClientOf, coach: User, three: list[Episode]
) -> None:
    client = client_of(coach)
    part = client.get(URL, headers={"HX-Request": "true"}).content.decode().strip()
    assert part.startswith('<div id="listing">')
    assert part in client.get(URL).content.decode()


def test_five_hundred_in_the_queue_take_ten_queries(
    client_of: ClientOf, coach: User, team: Team, three: list[Episode]
) -> None:
    put(three[2], "Först", 1)
    client = client_of(coach)
    with CaptureQueriesContext(connection) as few:
        client.get(URL)
    people = [Participant(team=team, reference=f"q{number}") for number in range(500)]
    Participant.objects.bulk_create(people)
    Episode.objects.bulk_create(
        Episode(
            participant=person, team=team, case_number=person.reference, referred_on="2025-01-09"
        )
        for person in people
    )
    with CaptureQueriesContext(connection) as many:
        page = client.get(URL + "?page=2")
    assert len(many) == len(few) <= 10
    assert page.context["listing"].count == 503
    assert page.context["rows"][0].place == 51
