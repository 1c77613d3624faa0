"""What day it is: the real one, unless a demo is shown on another."""

from datetime import UTC, date, datetime
from typing import Any

import pytest
from django.http import HttpRequest
from django.test import RequestFactory
from django.utils import timezone

from samspel.pages.today import DEMO_DAY_COOKIE, now, today

LATE = datetime(2026, 11, 22, 23, 30, tzinfo=UTC)
"""Already the next day in Sweden."""


@pytest.fixture(autouse=True)
def clock(monkeypatch: pytest.MonkeyPatch, settings: Any) -> None:
    monkeypatch.setattr("django.utils.timezone.now", lambda: LATE)
    settings.SAMSPEL_DEMO, settings.SAMSPEL_TODAY = False, None


def request(cookie: str = "") -> HttpRequest:
    made = RequestFactory().get("/")
    if cookie:
        made.COOKIES[DEMO_DAY_COOKIE] = cookie
    return made


def test_it_is_the_day_in_sweden() -> None:
    assert today() == today(request()) == date(2026, 11, 23)
    assert now() == now(request()) == LATE


def test_a_setting_shows_another_day_at_the_same_time(settings: Any) -> None:
    settings.SAMSPEL_TODAY = date(2026, 3, 14)
    assert today() == today(request()) == date(2026, 3, 14)
    assert timezone.localtime(now()).isoformat() == "2026-03-14T00:30:00+01:00"
    settings.SAMSPEL_TODAY = date(2026, 6, 14)
    assert timezone.localtime(now()).isoformat() == "2026-06-14T00:30:00+02:00"


def test_an_hour_that_is_left_out_in_spring_is_a_moment_of_that_day(
    settings: Any, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(
        "django.utils.timezone.now", lambda: datetime(2026, 11, 22, 1, 30, tzinfo=UTC)
    )
    settings.SAMSPEL_TODAY = date(2026, 3, 29)
    assert today() == date(2026, 3, 29)


def test_a_cookie_shows_a_demo_on_another_day(settings: Any) -> None:
    settings.SAMSPEL_DEMO, settings.SAMSPEL_TODAY = True, date(2026, 3, 14)
    assert today(request("2025-12-24")) == date(2025, 12, 24)
    assert timezone.localdate(now(request("2025-12-24"))) == date(2025, 12, 24)
    assert today(request()) == today() == date(2026, 3, 14)


def test_where_real_people_work_a_cookie_changes_nothing() -> None:
    assert today(request("2025-12-24")) == date(2026, 11, 23)


@pytest.mark.parametrize("odd", ["", "x", "2026-02-30", "0001-01-01", "9999-12-31", "2026-01-01T1"])
def test_a_day_that_is_none_changes_nothing(settings: Any, odd: str) -> None:
    settings.SAMSPEL_DEMO = True
    assert today(request(odd)) == date(2026, 11, 23)
