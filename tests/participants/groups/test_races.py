"""Two at the same moment: no two sessions at once, nobody in a group twice."""

from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from datetime import date, time
from typing import Any

import pytest
from django.core.exceptions import ValidationError
from django.db import connection
from django.urls import reverse

from samspel.accounts.actor import SYSTEM
from samspel.accounts.roles import Role
from samspel.participants.groups import holding, joining, recesses, timing
from samspel.participants.groups.holding import Occasion
from samspel.participants.groups.models import Group, GroupMember, GroupTime, Session, Sharing
from samspel.participants.groups.recesses import Pause
from samspel.participants.groups.rounds import lay_out_sessions
from samspel.participants.groups.timing import Timing
from samspel.records.versions import ChangedMeanwhileError
from tests import people
from tests.participants.groups.conftest import TODAY, TUESDAY
from tests.participants.groups.made import make_group, make_member
from tests.people import client_of

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
        except ChangedMeanwhileError:
            return "meanwhile"
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


def test_two_who_take_the_last_place_are_both_in_and_somebody_is_told(group: Group) -> None:
    """Nobody is turned away at the door, and that there are too many is never missed."""
    group.capacity = 2
    group.save()
    other = people.make_team("Grannteamet", group.team.association)
    Sharing.objects.create(group=group, team=other, from_on=group.starts_on)
    make_member(group, people.make_episode(people.make_participant(group.team)))
    teams = (group.team, other)
    coaches = [people.make_member(f"Handledare {n}", Role.COACH, t) for n, t in enumerate(teams)]
    newcomers = [people.make_episode(people.make_participant(each)) for each in teams]
    url = reverse("group_members", args=[group.pk])
    pages: list[str] = []

    def take(number: int) -> None:
        sent = {"episodes": [str(newcomers[number].pk)], "from_on": "2025-04-22"}
        answer = client_of(coaches[number]).post(url, sent, follow=True)
        pages.append(answer.content.decode())

    assert at_once(take, 2) == ["done"] * 2
    assert GroupMember.objects.filter(group=group).count() == 3
    assert any("3 medlemmar och 2 platser" in each for each in pages)


def with_time(group: Group) -> GroupTime:
    return GroupTime.objects.create(
        group=group, weekday=1, at=time(9), ends_at=time(11), first_on=TUESDAY
    )


def test_a_time_that_changes_while_it_is_laid_out_leaves_the_new_time_only(group: Group) -> None:
    found = with_time(group)
    moved = Timing(weekday=2, at=time(10), ends_at=time(12), first_on=TUESDAY)

    def act(number: int) -> None:
        if number % 2:
            lay_out_sessions(TODAY, None)  # type: ignore[arg-type]  # it never asks the hour
        else:
            timing.change_time(group_time=found, version=1, timing=moved, today=TODAY, by=SYSTEM)

    assert sorted(at_once(act)) == ["done", "done", "done", "meanwhile"]
    days = list(Session.objects.values_list("on", "at"))
    assert len(days) == len(set(days)) == 8
    assert {(on.weekday(), at) for on, at in days} == {(2, time(10))}


def test_nothing_is_laid_out_as_held_in_a_break_that_is_entered_meanwhile(group: Group) -> None:
    with_time(group)
    may = Pause(date(2025, 5, 1), date(2025, 5, 31), "Uppehåll")

    def act(number: int) -> None:
        if number % 2:
            lay_out_sessions(TODAY, None)  # type: ignore[arg-type]  # it never asks the hour
        else:
            recesses.enter_recess(team=group.team, pause=may, today=TODAY, by=SYSTEM)

    assert at_once(act, 2) == ["done"] * 2
    assert Session.objects.count() == 8
    assert Session.objects.held().filter(on__month=5).count() == 0
