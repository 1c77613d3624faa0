"""Follow-ups, the end with its evaluation, calling off, and taking up again."""

from datetime import date
from decimal import Decimal
from typing import Any

import pytest
from django.test import Client
from django.urls import reverse

from samspel.organisation.models import Team
from samspel.participants.models import Episode
from samspel.participants.placements.following_up import next_due
from samspel.participants.placements.models import Placement, PlacementFollowUp
from samspel.participants.placements.purpose import State
from tests.employer_things import make_employer
from tests.participants.conftest import sentences, told
from tests.participants.placements.conftest import TODAY, said
from tests.participants.placements.made import make_placement, make_week
from tests.people import make_episode, make_participant


@pytest.fixture
def placement(case: Episode) -> Placement:
    return make_placement(case)


def at(name: str, placement: Placement) -> str:
    return reverse(name, args=[placement.pk])


def ending(placement: Placement, **other: Any) -> dict[str, Any]:
    values = {"ended_on": "2025-05-09", "outcome": "subsidised_work", "hours_reached": "17,5"}
    return values | {"worked_well": "Disken", "version": str(placement.version)} | other


def test_the_end_is_saved_with_the_evaluation(placement: Placement, as_coach: Client) -> None:
    response = as_coach.post(at("placement_end", placement), ending(placement), follow=True)
    placement.refresh_from_db()
    assert (placement.ended_on, placement.outcome) == (date(2025, 5, 9), "subsidised_work")
    assert placement.hours_reached == Decimal("17.5")
    assert said(response) == ["Slutet och utvärderingen är sparade."]
    assert "Anställning med lönestöd" in response.content.decode()
    fields = ["ended_on", "hours_reached", "outcome", "worked_well"]
    assert told("placement_ended").details == {"fields": fields}


@pytest.mark.parametrize(
    ("wrong", "field", "sentence"),
    [
        (
            {"ended_on": "2025-03-02"},
            "ended_on",
            "Arbetsträningen kan inte sluta innan den börjar.",
        ),
        (
            {"ended_on": "2025-05-16"},
            "ended_on",
            "Datumet har inte varit än. Skriv in det när dagen har kommit.",
        ),
        (
            {"ended_on": "2025-04-04"},
            "ended_on",
            "Timmar är införda för veckor efter den dagen. Ta bort dem först.",
        ),
        ({"outcome": "broken_off"}, "break_reason", "Ange varför den avbröts."),
        (
            {"break_reason": "health"},
            "break_reason",
            "Detta gäller bara när den avbröts. Lämna det tomt.",
        ),
        ({"hours_reached": "60"}, "hours_reached", "Skriv veckans timmar: 0 till 40."),
        ({"outcome": ""}, "outcome", "Detta fält måste fyllas i."),
    ],
)
def test_an_end_that_does_not_fit_is_refused(
    placement: Placement, as_coach: Client, wrong: dict[str, str], field: str, sentence: str
) -> None:
    make_week(placement, date(2025, 5, 5), "10")
    response = as_coach.post(at("placement_end", placement), ending(placement, **wrong))
    assert sentences(response) == {field: [sentence]}
    placement.refresh_from_db()
    assert placement.ended_on is None


def test_two_who_end_it_do_not_overwrite_each_other(placement: Placement, as_coach: Client) -> None:
    url = at("placement_end", placement)
    as_coach.post(url, ending(placement))
    response = as_coach.post(url, ending(placement, worked_well="Kassan"))
    assert "Nu står det: Disken" in response.content.decode()
    placement.refresh_from_db()
    assert placement.worked_well == "Disken"


@pytest.mark.parametrize(
    ("fields", "state"),
    [
        ({}, State.ONGOING),
        ({"starts_on": date(2025, 5, 16)}, State.PLANNED),
        ({"starts_on": TODAY}, State.ONGOING),
        ({"ended_on": TODAY, "outcome": "work"}, State.ENDED),
        (
            {"ended_on": TODAY, "outcome": "broken_off", "break_reason": "health"},
            State.BROKEN_OFF,
        ),
        ({"starts_on": date(2025, 6, 2), "called_off_on": TODAY}, State.CALLED_OFF),
    ],
)
@pytest.mark.parametrize("closed_on", [None, date(2025, 5, 14)])
def test_the_state_follows_from_the_dates_in_python_as_in_the_query(
    team: Team, fields: dict[str, Any], state: State, closed_on: date | None
) -> None:
    outcome = "work" if closed_on else ""
    case = make_episode(make_participant(team), closed_on=closed_on, outcome=outcome)
    made = make_placement(case, ladder=(), **fields)
    if closed_on and state in (State.ONGOING, State.PLANNED):
        state = State.ENDED
    assert made.state(TODAY) == state
    found = [each for each in State if Placement.objects.in_states(each, today=TODAY)]
    assert found == [state]


def test_one_that_has_not_begun_is_called_off_and_taken_up_again(
    case: Episode, as_coach: Client
) -> None:
    placement = make_placement(case, starts_on=date(2025, 6, 2), ladder=())
    button = {"version": str(placement.version)}
    response = as_coach.post(at("placement_call_off", placement), button, follow=True)
    assert said(response) == ["Arbetsträningen är inställd."]
    placement.refresh_from_db()
    assert placement.called_off_on == TODAY
    as_coach.post(at("placement_take_up", placement), {"version": str(placement.version)})
    placement.refresh_from_db()
    assert placement.called_off_on is None


def test_one_that_has_begun_is_not_called_off(placement: Placement, as_coach: Client) -> None:
    button = {"version": str(placement.version)}
    response = as_coach.post(at("placement_call_off", placement), button, follow=True)
    assert said(response) == ["Arbetsträningen har börjat: avsluta den i stället."]
    without = as_coach.post(at("placement_take_up", placement), {}, follow=True)
    assert said(without)


def test_a_follow_up_is_due_so_many_weeks_after_the_last() -> None:
    assert next_due(date(2025, 3, 3), None, 4) == date(2025, 3, 31)
    assert next_due(date(2025, 3, 3), date(2025, 4, 2), 4) == date(2025, 4, 30)
    assert next_due(date(2025, 3, 3), date(2025, 2, 20), 4) == date(2025, 3, 31)


def test_a_follow_up_is_written_down_once_and_corrected(
    placement: Placement, as_coach: Client
) -> None:
    url = at("placement_follow_up_new", placement)
    held = {"held_on": "2025-04-02", "came_out": "Två dagar till", "version": "0"}
    as_coach.post(url, held)
    as_coach.post(url, held)
    row = PlacementFollowUp.objects.get()
    other = as_coach.post(url, held | {"came_out": "Annat"})
    assert sentences(other) == {"held_on": ["En uppföljning den dagen är redan nedskriven."]}
    correct = reverse("placement_follow_up", args=[row.pk])
    as_coach.post(correct, held | {"came_out": "Tre dagar till", "version": "1"})
    row.refresh_from_db()
    assert (row.came_out, row.version) == ("Tre dagar till", 2)
    stale = as_coach.post(correct, held | {"came_out": "En dag", "version": "1"})
    assert "Nu står det: Tre dagar till" in stale.content.decode()


@pytest.mark.parametrize("held_on", ["2025-05-16", "2025-01-31", "", "igår"])
def test_a_day_that_cannot_be_is_refused(
    placement: Placement, as_coach: Client, held_on: str
) -> None:
    url = at("placement_follow_up_new", placement)
    response = as_coach.post(url, {"held_on": held_on, "version": "0"})
    assert list(sentences(response)) == ["held_on"]
    assert not PlacementFollowUp.objects.exists()


def test_what_has_been_is_still_written_down_when_the_case_is_closed(
    team: Team, as_coach: Client
) -> None:
    person = make_participant(team)
    closed = make_episode(person, closed_on=date(2025, 5, 9), outcome="work")
    placement = make_placement(closed, make_employer(team))
    late = as_coach.post(at("placement_end", placement), ending(placement, ended_on="2025-05-10"))
    assert sentences(late) == {
        "ended_on": ["Arbetsträningen kan inte pågå efter att ärendet avslutades 2025-05-09."]
    }
    as_coach.post(at("placement_end", placement), ending(placement))
    placement.refresh_from_db()
    assert placement.ended_on == date(2025, 5, 9)
    taken_up = {"version": str(placement.version)}
    response = as_coach.post(at("placement_take_up", placement), taken_up, follow=True)
    assert said(response)[-1] == "Bara den som är inskriven kan ha arbetsträning."


def test_one_that_was_called_off_is_neither_followed_up_nor_ended(
    case: Episode, as_coach: Client
) -> None:
    placement = make_placement(case, called_off_on=date(2025, 3, 1))
    first = ["Arbetsträningen är inställd. Ta upp den igen först."]
    held = {"held_on": "2025-04-02", "version": "0"}
    response = as_coach.post(at("placement_follow_up_new", placement), held)
    assert sentences(response) == {"__all__": first}
    response = as_coach.post(at("placement_end", placement), ending(placement))
    assert sentences(response) == {"__all__": first}
