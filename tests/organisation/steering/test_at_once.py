"""Two at the same moment: a seat held by one, minutes of which nothing is lost."""

from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from datetime import UTC, date, datetime
from typing import Any

import pytest
from django.core.exceptions import ValidationError
from django.db import connection

from samspel.accounts.actor import SYSTEM
from samspel.organisation.models import Team
from samspel.organisation.steering.keeping_minutes import (
    adjust_minutes,
    throw_away_draft,
    write_minutes,
)
from samspel.organisation.steering.keeping_seats import take_seat
from samspel.organisation.steering.models import Minutes, SeatHolder, SteeringMeeting
from samspel.records.versions import ChangedMeanwhileError
from tests import people
from tests.organisation.steering.made import START, make_meeting, make_seat

pytestmark = pytest.mark.django_db(transaction=True)
NOW, TODAY = datetime(2025, 3, 11, tzinfo=UTC), date(2025, 3, 31)


@pytest.fixture
def team() -> Team:
    return people.make_team("Team", people.make_association())


@pytest.fixture
def meeting(team: Team) -> SteeringMeeting:
    return make_meeting(team, state="held")


def at_once(act: Callable[[int], Any], times: int = 4) -> list[str]:
    """What came of an act that is carried out several times at the same moment."""

    def carried_out(number: int) -> str:
        try:
            act(number)
        except ValidationError as refused:
            return " ".join(refused.messages)
        except ChangedMeanwhileError:
            return "meanwhile"
        finally:
            connection.close()
        return "done"

    with ThreadPoolExecutor(times) as pool:
        return list(pool.map(carried_out, range(times)))


def write(meeting: SteeringMeeting, version: int, text: str) -> Minutes:
    return write_minutes(
        meeting=meeting,
        version=version,
        text=text,
        corrects_because="",
        today=TODAY,
        now=NOW,
        by=SYSTEM,
    )


def adjust(meeting: SteeringMeeting, version: int) -> Minutes:
    return adjust_minutes(
        meeting=meeting,
        version=version,
        adjusted_on=TODAY,
        adjusted_by="Eva",
        today=TODAY,
        by=SYSTEM,
    )


def test_of_those_who_take_a_seat_one_gets_it(team: Team) -> None:
    """Their first days differ, so that no constraint of one day alone can tell."""
    seat = make_seat(team)

    def take(number: int) -> None:
        first_on = date(2025, 2, 1 + number)
        days = {"first_on": first_on, "last_on": date(2025, 12, 31)}
        take_seat(seat=seat, values={"name": f"Eva {number}", **days}, by=SYSTEM)

    outcomes = at_once(take)
    assert outcomes.count("done") == 1
    assert all("har platsen" in each for each in outcomes if each != "done"), outcomes
    assert SeatHolder.objects.filter(first_on__gt=START).count() == 1


def test_of_those_who_begin_the_minutes_one_is_saved(meeting: SteeringMeeting) -> None:
    outcomes = at_once(lambda number: write(meeting, 0, f"Text {number}"))
    assert sorted(outcomes) == ["done", "meanwhile", "meanwhile", "meanwhile"]
    assert Minutes.objects.count() == 1


def test_minutes_that_are_adjusted_stay_locked(meeting: SteeringMeeting) -> None:
    """Whoever writes at the same moment is first and seen by who adjusts, or is too late."""
    draft = write(meeting, 0, "Först")

    def act(number: int) -> None:
        if number % 2:
            write(meeting, draft.version, "Ändrat")
        else:
            adjust(meeting, draft.version)

    outcomes = at_once(act)
    assert outcomes.count("done") == 1, outcomes
    found = Minutes.objects.get()
    assert found.text == ("Först" if found.adjusted_on else "Ändrat")


def test_minutes_are_adjusted_once(meeting: SteeringMeeting) -> None:
    draft = write(meeting, 0, "Först")
    outcomes = at_once(lambda _number: adjust(meeting, draft.version))
    assert sorted(outcomes) == ["done", "meanwhile", "meanwhile", "meanwhile"]


def test_a_draft_is_thrown_away_once(meeting: SteeringMeeting) -> None:
    draft = write(meeting, 0, "Först")

    def throw(_number: int) -> None:
        throw_away_draft(meeting=meeting, version=draft.version, by=SYSTEM)

    assert sorted(at_once(throw)) == ["done", "meanwhile", "meanwhile", "meanwhile"]
    assert Minutes.objects.count() == 0
