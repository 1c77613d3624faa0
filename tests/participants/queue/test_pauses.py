"""Pausing the intake: who may, what is refused, who is told."""

from datetime import date, timedelta

import pytest
from django.urls import reverse
from django.utils import timezone

from samspel.accounts.models import LogEntry, User
from samspel.organisation.models import Team
from samspel.participants.models import Episode
from samspel.participants.queue.models import IntakePause
from tests.participants.conftest import HOSTILE, send, sentences, told
from tests.people import client_of


@pytest.fixture
def today() -> date:
    return timezone.localdate()


@pytest.fixture
def pause(team: Team, today: date) -> IntakePause:
    first = today - timedelta(days=10)
    return IntakePause.objects.create(team=team, first_on=first, reason="Sommarstängt")


def url(name: str, thing: Team | IntakePause) -> str:
    return reverse(f"intake_{name}", args=[thing.slug if isinstance(thing, Team) else thing.pk])


def test_pausing_is_logged_and_told_on_the_pages(
    leader: User, coach: User, team: Team, queued: Episode, today: date
) -> None:
    filled = {"first_on": today.isoformat(), "reason": "Två är sjuka", "version": 0}
    response = send(leader, url("pause_new", team), **filled)
    assert response["Location"] == url("pauses", team)
    assert told("intake_paused").details == {"fields": ["first_on", "last_on", "reason"]}
    for page in (reverse("queue"), url("pauses", team), reverse("episode_enrol", args=[queued.pk])):
        text = client_of(coach).get(page).content.decode()
        assert "Två är sjuka" in text
        assert f"pausat sedan {today}" in text


@pytest.mark.parametrize(
    ("typed", "field", "words"),
    [
        ({"reason": ""}, "reason", "måste"),
        ({"reason": "a\u200bb"}, "reason", "osynligt"),
        ({"first_on": ""}, "first_on", "måste"),
        ({"first_on": "1889-01-01"}, "first_on", "året"),
        ({"last_on": "9999-12-31"}, "last_on", "året"),
        ({"first_on": "2025-02-31"}, "first_on", "2026-03-14"),
        ({"last_on": "2020-01-01"}, "__all__", "före den första"),
    ],
)
def test_pausing_with_a_fault(
    leader: User, team: Team, today: date, typed: dict[str, str], field: str, words: str
) -> None:
    filled = {"first_on": today.isoformat(), "reason": "Fullt", "version": "0"} | typed
    assert words in sentences(send(leader, url("pause_new", team), **filled))[field][0]
    assert not IntakePause.objects.exists()
    assert not LogEntry.objects.exists()


def test_a_pause_is_not_paused_again(leader: User, team: Team, pause: IntakePause) -> None:
    filled = {"first_on": "2025-01-01", "last_on": "2025-02-01", "reason": "Mer", "version": 0}
    assert send(leader, url("pause_new", team), **filled).status_code == 302
    within = filled | {"first_on": pause.first_on.isoformat(), "last_on": None}
    assert "redan pausat" in sentences(send(leader, url("pause_new", team), **within))["__all__"][0]
    over = filled | {"first_on": "2025-02-01", "last_on": "2025-03-01"}
    assert "dagarna" in sentences(send(leader, url("pause_new", team), **over))["first_on"][0]
    assert IntakePause.objects.count() == 2


def test_ending_and_what_was_stays_to_be_seen(
    leader: User, coach: User, team: Team, pause: IntakePause, today: date
) -> None:
    last = (today - timedelta(days=1)).isoformat()
    assert send(leader, url("pause_end", pause), last_on=last, version=1).status_code == 302
    assert told("intake_pause_ended").details == {"fields": ["last_on"]}
    assert "Sommarstängt" not in client_of(coach).get(reverse("queue")).content.decode()
    history = client_of(coach).get(url("pauses", team)).content.decode()
    assert "Sommarstängt" in history
    assert last in history


def test_changing_and_two_who_change_at_once(leader: User, pause: IntakePause) -> None:
    filled = {"first_on": pause.first_on.isoformat(), "reason": "Flytt", "version": 1}
    assert send(leader, url("pause_change", pause), **filled).status_code == 302
    pause.refresh_from_db()
    assert (pause.reason, pause.version) == ("Flytt", 2)
    assert told("intake_pause_changed").details == {"fields": ["reason"]}
    again = send(leader, url("pause_change", pause), **(filled | {"reason": "Annat"}))
    assert "under tiden" in sentences(again)["__all__"][0]


def test_a_coach_sees_and_does_not_change(coach: User, team: Team, pause: IntakePause) -> None:
    page = client_of(coach).get(url("pauses", team)).content.decode()
    assert "Sommarstängt" in page
    assert url("pause_change", pause) not in page
    assert client_of(coach).get(url("pause_change", pause)).status_code == 404
    assert send(coach, url("pause_end", pause), last_on="2025-01-01").status_code == 404


@pytest.mark.parametrize("text", HOSTILE)
def test_nothing_breaks_the_form(leader: User, team: Team, pause: IntakePause, text: str) -> None:
    for page in (url("pause_new", team), url("pause_change", pause), url("pause_end", pause)):
        filled = dict.fromkeys(("first_on", "last_on", "reason", "version"), text)
        assert send(leader, page, **filled).status_code == 200
