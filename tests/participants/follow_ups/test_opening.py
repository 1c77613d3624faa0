"""Who opens the page of a follow-up, on which days there is one, and what it costs."""

from collections.abc import Callable
from datetime import date

import pytest
from django.test import Client
from pytest_django import DjangoAssertNumQueries

from samspel.accounts.models import LogEntry, User
from samspel.participants.models import Episode
from tests.participants.follow_ups.conftest import booking, saved
from tests.people import client_of

Url = Callable[..., str]


def test_the_team_may(case: Episode, only_the_team_may: Callable[[str], None], url: Url) -> None:
    for name in ("follow_up_book", "follow_up_hold", "follow_up_leave_out"):
        only_the_team_may(url(name))


def test_a_protected_person_is_for_named_staff(
    case: Episode, as_coach: Client, colleague: User, coach: User, url: Url
) -> None:
    case.participant.protection = "marked"
    case.participant.save()
    case.participant.named_staff.add(coach)
    assert as_coach.get(url()).status_code == 200
    assert client_of(colleague).get(url()).status_code == 404


@pytest.mark.parametrize(
    ("due_on", "status"),
    [
        ("2025-05-01", 200),
        ("2025-08-01", 200),
        ("2026-02-01", 200),
        ("2026-05-01", 404),
        ("2025-02-01", 404),
        ("2025-05-02", 404),
        ("20250501", 404),
        ("2025-W18-4", 404),
        ("2025-13-01", 404),
        ("0001-01-01", 404),
        ("9999-12-01", 404),
        ("x", 404),
    ],
)
def test_only_days_of_the_schedule_open(
    as_coach: Client, url: Url, due_on: str, status: int
) -> None:
    assert as_coach.get(url(due_on=due_on)).status_code == status


def test_a_day_with_a_row_opens_whatever_the_schedule(
    case: Episode, as_coach: Client, url: Url
) -> None:
    saved(case, date(2025, 3, 9), held_on=date(2025, 3, 9))
    assert as_coach.get(url(due_on="2025-03-09")).status_code == 200


def test_the_page_costs_few_queries(
    case: Episode,
    as_coach: Client,
    url: Url,
    django_assert_max_num_queries: DjangoAssertNumQueries,
) -> None:
    as_coach.post(url("follow_up_book"), booking())
    for hour in range(11, 16):
        as_coach.post(url("follow_up_book"), booking(hour - 10, time=f"{hour}:00"))
    assert LogEntry.objects.filter(subject__startswith="follow_up:").count() == 6
    # Several of them write down that a page about the person was opened.
    with django_assert_max_num_queries(15):
        as_coach.get(url())
