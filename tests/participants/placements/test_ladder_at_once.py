"""Several who save the ladder at the same moment: one stands whole, and nobody's is lost unseen."""

from concurrent.futures import ThreadPoolExecutor
from datetime import date
from decimal import Decimal
from threading import Barrier

import pytest
from django.db import connection
from django.test import Client
from django.urls import reverse

from samspel.accounts.actor import SYSTEM
from samspel.accounts.models import LogEntry
from samspel.accounts.roles import Role
from samspel.participants.placements.access import rungs_of
from samspel.participants.placements.ladder import Rung
from samspel.participants.placements.models import Placement
from samspel.participants.placements.placing import save_ladder
from samspel.records.versions import ChangedMeanwhileError
from tests import people
from tests.participants.placements.conftest import TODAY
from tests.participants.placements.made import START, make_placement
from tests.people import client_of

pytestmark = pytest.mark.django_db(transaction=True)
AT_ONCE = 3
SECOND = date(2025, 4, 14)


@pytest.fixture
def placement() -> Placement:
    team = people.make_team("Team", people.make_association())
    return make_placement(people.make_episode(people.make_participant(team)))


def hours(number: int) -> Decimal:
    """Those of the second step, by which the writers' ladders are told apart."""
    return Decimal(20 + number)


def test_of_several_at_once_one_ladder_stands_whole(placement: Placement) -> None:
    together = Barrier(AT_ONCE)

    def save(number: int) -> int | None:
        ladder = [Rung(START, Decimal(8)), Rung(SECOND, hours(number))]
        seen = Placement.objects.get(pk=placement.pk)
        together.wait(timeout=20)
        try:
            save_ladder(placement=seen, version=1, rungs=ladder, today=TODAY, by=SYSTEM)
        except ChangedMeanwhileError:
            return None
        finally:
            connection.close()
        return number

    with ThreadPoolExecutor(AT_ONCE) as pool:
        (saved,) = [each for each in pool.map(save, range(AT_ONCE)) if each is not None]
    assert rungs_of(placement) == [Rung(START, Decimal(8)), Rung(SECOND, hours(saved))]
    assert Placement.objects.get().version == 2
    assert LogEntry.objects.filter(act="placement_ladder_changed").count() == 1


def test_whoever_came_second_still_has_what_was_typed_and_sees_what_stands(
    placement: Placement,
) -> None:
    team, together = placement.episode.team, Barrier(2)
    writers = [people.make_member(each, Role.COACH, team) for each in ("kim", "mio")]
    clients = [client_of(each) for each in writers]

    def save(number: int) -> str:
        client: Client = clients[number]
        typed = {"version": "1", "step_0_hours": "8", "step_1_on": SECOND.isoformat()}
        together.wait(timeout=20)
        try:
            url = reverse("placement_ladder", args=[placement.pk])
            response = client.post(url, typed | {"step_1_hours": str(hours(number))})
            return response.content.decode() if response.status_code == 200 else ""
        finally:
            connection.close()

    with ThreadPoolExecutor(2) as pool:
        pages = list(pool.map(save, range(2)))
    assert sorted(map(bool, pages)) == [False, True]
    (second,) = [number for number, page in enumerate(pages) if page]
    assert f'value="{hours(second)}"' in pages[second]
    assert f"Nu står det: {hours(1 - second)}<" in pages[second]
