"""Many book the same last place at the same moment, some of them twice: one has it."""

from concurrent.futures import ThreadPoolExecutor
from datetime import time
from uuid import UUID, uuid4

import pytest
from django.core.exceptions import ValidationError
from django.db import connection

from samspel.accounts.actor import SYSTEM
from samspel.mail.models import Message
from samspel.participants.visits import booking
from samspel.participants.visits.calendar import moment
from samspel.participants.visits.models import StandingTime, Visit
from samspel.participants.visits.occasions import ChosenTime
from tests import people
from tests.participants.visits.conftest import ASKED, NOW, TODAY, WEDNESDAY


@pytest.mark.django_db(transaction=True)
@pytest.mark.parametrize("places", [1, 2])
def test_as_many_book_as_there_are_places(places: int) -> None:
    team = people.make_team("Team", people.make_association())
    standing = StandingTime.objects.create(
        team=team, weekday=2, at=time(10), first_on=TODAY, places=places
    )
    chosen = ChosenTime(moment(WEDNESDAY, time(10)), "", standing.pk)

    def book(number: UUID) -> UUID | str:
        try:
            return booking.book(
                booking_id=number, team=team, time=chosen, asked=ASKED, now=NOW, by=SYSTEM
            ).pk
        except ValidationError as refused:
            return " ".join(refused.messages)
        finally:
            connection.close()

    numbers = [uuid4() for _nth in range(4)]
    with ThreadPoolExecutor(4) as pool:
        outcomes = list(pool.map(book, numbers * 2))

    booked = {each for each in outcomes if isinstance(each, UUID)}
    told = {each for each in outcomes if isinstance(each, str)}
    assert len(told) == 1
    assert "Någon annan har just bokat" in told.pop()
    assert booked == set(Visit.objects.values_list("pk", flat=True))
    assert len(booked) == places
    assert len(set(Visit.objects.values_list("seat", flat=True))) == places
    assert Message.objects.count() == places
