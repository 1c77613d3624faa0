"""Asking how it goes 6 and 12 months after a closing, where the team wants to."""

from collections.abc import Callable
from datetime import date, timedelta

import pytest
from django.urls import reverse
from hypothesis import given
from hypothesis import strategies as st

from samspel.accounts.models import User
from samspel.organisation.models import Team
from samspel.participants.closings.checking_up import MONTHS, WAITED_FOR, check_day, checks_asked
from samspel.participants.closings.due import checks_due, closings_due, episodes_to_check
from samspel.participants.closings.models import ClosingCheck
from samspel.participants.models import Episode
from tests.participants.conftest import send, sentences, told
from tests.people import client_of, make_episode, make_participant


@pytest.mark.parametrize(
    ("today", "done", "asked"),
    [
        ("2025-02-27", [], []),
        ("2025-02-28", [], [6]),
        ("2025-05-29", [], [6]),
        ("2025-05-30", [], []),
        ("2025-02-28", [6], []),
        ("2025-08-30", [6], []),
        ("2025-08-31", [6], [12]),
        ("2025-08-31", [], [12]),
        ("2025-11-30", [], []),
    ],
)
def test_when_a_check_is_asked_for(today: str, done: list[int], asked: list[int]) -> None:
    """Closed on the last day of August: half a year ends on the last of February."""
    assert checks_asked(date(2024, 8, 31), done, date.fromisoformat(today)) == asked


@given(closed=st.dates(date(2000, 1, 1), date(2090, 1, 1)), months=st.sampled_from(MONTHS))
def test_a_check_is_asked_for_on_its_day_and_not_after_its_time(closed: date, months: int) -> None:
    day = check_day(closed, months)
    assert months in checks_asked(closed, [], day)
    assert months not in checks_asked(closed, [], day - timedelta(days=1))
    assert months not in checks_asked(closed, [], day + WAITED_FOR + timedelta(days=1))


def page(episode: Episode, months: int = 6) -> str:
    return reverse("closing_check", args=[episode.pk, months])


def test_who_may(only_the_team_may: Callable[[str], None], closed: Episode) -> None:
    only_the_team_may(page(closed))


def test_an_answer_is_kept_once(coach: User, closed: Episode) -> None:
    typed = {"done_on": "2025-09-02", "reached": "yes", "occupation": "work", "income": "none"}
    assert send(coach, page(closed), **typed).status_code == 302
    check = ClosingCheck.objects.get()
    assert (check.months, check.occupation, check.income) == (6, "work", "none")
    assert told("closing_checked").details == {"months": 6}
    assert send(coach, page(closed), **typed).status_code == 302
    assert ClosingCheck.objects.count() == 1


@pytest.mark.parametrize(
    ("typed", "field", "words"),
    [
        ({"done_on": "2025-08-31"}, "done_on", "för tidigt"),
        ({"done_on": "9998-01-01"}, "done_on", "inte varit"),
        ({"reached": ""}, "reached", "måste"),
        ({"reached": "no", "occupation": "work"}, "reached", "tomma"),
        ({"income": "lön"}, "income", "listan"),
    ],
)
def test_a_fault_saves_nothing(
    coach: User, closed: Episode, typed: dict[str, str], field: str, words: str
) -> None:
    filled = {"done_on": "2025-09-02", "reached": "yes"} | typed
    assert words in str(sentences(send(coach, page(closed), **filled))[field])
    assert not ClosingCheck.objects.exists()


def test_other_months_are_no_check(coach: User, closed: Episode) -> None:
    assert client_of(coach).get(page(closed, 7)).status_code == 404


def test_nobody_asks_who_is_still_enrolled(coach: User, enrolled: Episode) -> None:
    assert client_of(coach).get(page(enrolled)).status_code == 302


def test_the_day_asks_only_where_the_team_wants_to(
    coach: User, team: Team, closed: Episode
) -> None:
    today = date(2025, 9, 10)
    assert not episodes_to_check(coach, today).exists()
    team.checks_after_closing = True
    team.save()
    found = list(episodes_to_check(coach, today).select_related("team", "participant"))
    assert [(str(each.on), each.url) for each in checks_due(found, today)] == [
        ("2025-09-01", page(closed))
    ]


def test_a_closing_under_way_for_long_is_due(team: Team) -> None:
    def begun(day: date) -> Episode:
        return make_episode(make_participant(team), closing_begun_on=day)

    today = date(2025, 6, 15)
    long, short = begun(date(2025, 5, 18)), begun(date(2025, 5, 19))
    due = list(closings_due([long, short], today))
    assert [(each.episode_id, each.on) for each in due] == [(long.pk, today)]
