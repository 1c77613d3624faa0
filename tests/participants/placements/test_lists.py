"""The team's list of placements, and those of one case."""

from datetime import date
from typing import Any

from django.test import Client
from django.urls import reverse

from samspel.accounts.models import User
from samspel.organisation.models import Team
from samspel.participants.employers.models import Employer
from samspel.participants.models import Episode
from samspel.participants.placements.purpose import State
from tests.employer_things import make_employer
from tests.participants.placements.made import make_placement
from tests.people import client_of, make_episode, make_participant

LIST = reverse("placements")
ENDED: dict[str, Any] = {"ended_on": date(2025, 5, 2), "outcome": "studies"}


def employers(response: Any) -> list[str]:
    return [each.employer for each in response.context["rows"]]


def test_the_list_begins_with_those_that_go_on_or_are_planned(
    case: Episode, as_coach: Client, team: Team
) -> None:
    make_placement(case, make_employer(team, name="Nu"))
    make_placement(case, make_employer(team, name="Sedan"), (), starts_on=date(2025, 6, 2))
    make_placement(case, make_employer(team, name="Förut"), **ENDED)
    response = as_coach.get(LIST)
    assert employers(response) == ["Sedan", "Nu"]
    assert [each.state for each in response.context["rows"]] == [State.PLANNED, State.ONGOING]
    assert employers(as_coach.get(LIST, {"state": "ended"})) == ["Förut"]
    assert len(employers(as_coach.get(LIST, {"state": "all"}))) == 3


def test_it_is_narrowed_and_sorted(
    team: Team, case: Episode, as_coach: Client, coach: User
) -> None:
    make_placement(case, make_employer(team, name="Åby", kind="private"), purpose="routine")
    other = make_episode(make_participant(team))
    make_placement(other, make_employer(team, name="Aros", kind="municipal"), (), purpose="hours")
    assert employers(as_coach.get(LIST, {"purpose": "routine"})) == ["Åby"]
    assert employers(as_coach.get(LIST, {"kind": "municipal"})) == ["Aros"]
    assert employers(as_coach.get(LIST, {"coach": "mine"})) == ["Åby"]
    assert employers(as_coach.get(LIST, {"coach": str(coach.pk)})) == ["Åby"]
    assert employers(as_coach.get(LIST, {"sort": "employer"})) == ["Aros", "Åby"]
    for column in ("name", "purpose", "starts", "ends", "state", "coach"):
        assert len(employers(as_coach.get(LIST, {"sort": f"-{column}"}))) == 2
    nothing = as_coach.get(LIST, {"purpose": "routine", "kind": "municipal"})
    assert "Välj ”Alla” under läge" in nothing.content.decode()


def test_other_teams_and_protected_names_are_not_in_it(
    team: Team, coach: User, colleague: User, stranger: User, employer: Employer
) -> None:
    hidden = make_participant(team, given_name="Hemlig", protection="marked")
    hidden.named_staff.add(coach)
    make_placement(make_episode(hidden), employer)
    page = client_of(coach).get(LIST)
    assert employers(page) == [employer.name]
    assert "Hemlig" not in page.content.decode()
    assert employers(client_of(colleague).get(LIST)) == []
    assert employers(client_of(stranger).get(LIST)) == []


def test_the_part_is_what_a_reload_gives(case: Episode, as_coach: Client) -> None:
    make_placement(case)
    part = as_coach.get(LIST, headers={"HX-Request": "true"}).content.decode()
    assert part.strip() in as_coach.get(LIST).content.decode()


def test_it_asks_as_few_questions_for_many_as_for_one(
    team: Team, as_coach: Client, employer: Employer, django_assert_max_num_queries: Any
) -> None:
    for _number in range(8):
        make_placement(make_episode(make_participant(team)), employer)
    with django_assert_max_num_queries(12):
        assert len(employers(as_coach.get(LIST))) == 8


def test_one_over_its_planned_end_is_marked(case: Episode, as_coach: Client) -> None:
    make_placement(case, ends_planned_on=date(2025, 5, 14))
    assert as_coach.get(LIST).context["rows"][0].is_over_time
    assert "att avsluta" in as_coach.get(LIST).content.decode()


def test_an_empty_list_teaches(as_coach: Client) -> None:
    page = as_coach.get(LIST).content.decode()
    assert "Man kommer överens om en från en deltagares sida." in page


def test_the_placements_of_a_case_stand_with_hours_and_outcome(
    case: Episode, as_coach: Client
) -> None:
    make_placement(case)
    page = as_coach.get(reverse("placements_of", args=[case.pk])).content.decode()
    assert "20 timmar i veckan" in page
    assert reverse("readiness", args=[case.pk]) in page


def test_somebody_in_the_queue_has_none_yet(team: Team, as_coach: Client) -> None:
    queued = make_episode(make_participant(team), enrolled_on=None)
    response = as_coach.get(reverse("placements_of", args=[queued.pk]))
    assert response["Location"] == reverse("participant", args=[queued.participant_id])


def test_the_leader_finds_the_agreements_words_from_the_list(
    team: Team, leader: User, as_coach: Client
) -> None:
    url = reverse("placement_settings", args=[team.slug])
    assert url in client_of(leader).get(LIST).content.decode()
    assert url not in as_coach.get(LIST).content.decode()
