"""Two at the same moment: no two sessions at once, nobody in a group twice."""

from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from datetime import date, time
from typing import Any

import pytest
from django.core.exceptions import ValidationError
from django.db import connection

from samspel.accounts.actor import SYSTEM
from samspel.participants.groups import holding, joining, timing
from samspel.participants.groups.holding import Occasion
from samspel.participants.groups.models import Group, GroupMember, GroupTime, Session
from samspel.participants.groups.timing import Timing
from tests import people
from tests.participants.groups.conftest import TODAY, TUESDAY
from tests.participants.groups.made import make_group

pytestmark = pytest.mark.django_db(transaction=True)


@pytest.fixture
def group() -> Group:
    return make_group(people.make_team("Team", people.make_association()))


def at_once(act: Callable[[int], Any], times: int = 4) -> list[str]:
    """What came of an act that is carried out several times at the same moment."""

    def carried_out(number: int) -> str:
        try:
            act(number)
        except ValidationError as refused:
            return " ".join(refused.messages)
        finally:
            connection.close()
        return "done"

    with ThreadPoolExecutor(times) as pool:
        return list(pool.map(carried_out, range(times)))


def test_of_overlapping_sessions_one_is_added(group: Group) -> None:
    def add(number: int) -> None:
        occasion = Occasion(TUESDAY, time(9, number), time(11))
        holding.add_session(group=group, occasion=occasion, today=TODAY, by=SYSTEM)

    outcomes = at_once(add)
    assert outcomes.count("done") == 1
    assert all("träffas redan" in each for each in outcomes if each != "done")
    assert Session.objects.count() == 1


def test_the_same_time_is_laid_out_once(group: Group) -> None:
    def add(_number: int) -> None:
        entered = Timing(weekday=1, at=time(9), ends_at=time(11), first_on=TUESDAY)
        timing.add_time(group=group, timing=entered, today=TODAY, by=SYSTEM)

    assert at_once(add).count("done") == 1
    assert GroupTime.objects.count() == 1
    assert Session.objects.count() == 8


def test_nobody_is_taken_in_twice(group: Group) -> None:
    episode = people.make_episode(people.make_participant(group.team))

    def take(_number: int) -> None:
        joining.take_in(
            group=group, episodes=[episode], from_on=date(2025, 4, 1), today=TODAY, by=SYSTEM
        )

    assert at_once(take) == ["done"] * 4
    assert GroupMember.objects.count() == 1
