"""Closing somebody with what it led to, and preparing for it."""

from collections.abc import Callable
from datetime import date, timedelta
from typing import Any

import pytest
from django.core.exceptions import ValidationError
from django.urls import reverse
from django.utils import timezone

from samspel.accounts.actor import SYSTEM
from samspel.accounts.models import LogEntry, User
from samspel.participants.closing import Closing
from samspel.participants.closings.closing_up import LedTo, close_with_details
from samspel.participants.closings.models import ClosingDetails
from samspel.participants.follow_ups.models import FollowUp
from samspel.participants.models import Episode
from samspel.participants.stage import Stage
from tests.participants.conftest import send, sentences, told
from tests.people import client_of

TODAY = date(2025, 6, 15)
CLOSE = {"version": "1", "closed_on": "2025-03-01", "outcome": "work"}
WORK = {"employment": "fixed_term", "extent": "50", "is_subsidised": "true", "employer": "Ek AB"}


def url(name: str, episode: Episode) -> str:
    return reverse(name, args=[episode.pk])


@pytest.mark.parametrize("name", ["episode_close", "episode_begin_closing"])
def test_who_may(only_the_team_may: Callable[[str], None], enrolled: Episode, name: str) -> None:
    only_the_team_may(url(name, enrolled))


def test_closing_to_work_with_its_details(coach: User, enrolled: Episode) -> None:
    after = {"income_after": "none", "occupation_after": "subsidised_work"}
    typed = CLOSE | WORK | after | {"next_step": "Börjar i maj", "taken_over_by": "Vårdcentralen"}
    assert send(coach, url("episode_close", enrolled), **typed).status_code == 302
    enrolled.refresh_from_db()
    assert (enrolled.closed_on, enrolled.outcome) == (date(2025, 3, 1), "work")
    assert (enrolled.income_after, enrolled.occupation_after) == ("none", "subsidised_work")
    details = ClosingDetails.objects.get(episode=enrolled)
    assert (details.employment, details.extent) == ("fixed_term", 50)
    assert (details.is_subsidised, details.employer) == (True, "Ek AB")
    assert (details.next_step, details.taken_over_by) == ("Börjar i maj", "Vårdcentralen")
    assert told("closed").details == {
        "fields": ["closed_on", "income_after", "occupation_after", "outcome"]
    }


def test_what_is_not_known_is_left_open(coach: User, enrolled: Episode) -> None:
    assert send(coach, url("episode_close", enrolled), **CLOSE).status_code == 302
    details = ClosingDetails.objects.get(episode=enrolled)
    assert (details.employment, details.extent, details.is_subsidised) == ("", None, None)


@pytest.mark.parametrize(
    ("typed", "field", "words"),
    [
        ({"outcome": "studies", "employer": "Ek AB"}, "employer", "bara när avslutsorsaken är arb"),
        ({"outcome": "moved", "extent": "50"}, "extent", "arbete"),
        ({"outcome": "moved", "is_subsidised": "false"}, "is_subsidised", "arbete"),
        ({"studies": "university"}, "studies", "studier"),
        ({"extent": "0"}, "extent", "1"),
        ({"extent": "101"}, "extent", "100"),
        ({"extent": "halvtid"}, "extent", "tal"),
        ({"closed_on": "2025-01-31"}, "closed_on", "före inskrivningen"),
        ({"closed_on": "9999-12-31"}, "closed_on", "inte varit"),
        ({"outcome": ""}, "outcome", "måste"),
        ({"employment": "slav"}, "employment", "listan"),
    ],
)
def test_a_fault_saves_nothing(
    coach: User, enrolled: Episode, typed: dict[str, str], field: str, words: str
) -> None:
    found = sentences(send(coach, url("episode_close", enrolled), **CLOSE | typed))
    assert words in found[field][0]
    enrolled.refresh_from_db()
    assert enrolled.is_open
    assert not ClosingDetails.objects.exists()
    assert not LogEntry.objects.exclude(act="opened").exists()


def test_details_and_closing_stand_or_fall_together(enrolled: Episode) -> None:
    with pytest.raises(ValidationError):
        close_with_details(
            episode=enrolled,
            version=1,
            closing=Closing(date(2025, 3, 1), "moved"),
            led_to=LedTo(employer="Ek AB"),
            today=TODAY,
            by=SYSTEM,
        )
    enrolled.refresh_from_db()
    assert enrolled.is_open


def test_details_are_put_right_afterwards(coach: User, closed: Episode) -> None:
    page = url("closing_details", closed)
    assert send(coach, page, version=0, extent=75).status_code == 302
    assert send(coach, page, version=1, extent=80).status_code == 302
    assert ClosingDetails.objects.get().extent == 80
    late = sentences(send(coach, page, version=1, extent=90))
    assert "Någon annan har sparat" in late["__all__"][0]
    assert ClosingDetails.objects.get().extent == 80
    assert LogEntry.objects.filter(act="closing_details_corrected").count() == 2


def test_the_timeline_tells_what_it_led_to_and_opens_it(coach: User, closed: Episode) -> None:
    typed = WORK | {"next_step": "Börjar i maj", "taken_over_by": "Vårdcentralen"}
    send(coach, url("closing_details", closed), version=0, **typed)
    page = client_of(coach).get(reverse("participant", args=[closed.participant_id]))
    text = page.content.decode()
    assert "Omfattning: 50 procent av heltid. Anställningen är subventionerad." in text
    assert "Arbetsgivare: Ek AB." in text
    assert "Börjar i maj" in text
    assert text.count(url("closing_details", closed)) == 2  # in the timeline and in the menu


def test_only_what_fits_the_outcome_is_asked_afterwards(coach: User, closed: Episode) -> None:
    client, page = client_of(coach), url("closing_details", closed)
    assert 'name="studies"' not in client.get(page).content.decode()
    Episode.objects.update(outcome="studies")
    assert 'name="employer"' not in client.get(page).content.decode()
    ClosingDetails.objects.create(episode=closed, employer="Ek AB")
    assert 'name="employer"' in client.get(page).content.decode()


def test_a_booked_follow_up_is_told_of_and_falls_away(coach: User, enrolled: Episode) -> None:
    meeting = timezone.now() + timedelta(days=30)
    FollowUp.objects.create(
        episode=enrolled, due_on=meeting.date(), booked_for=meeting, place="Biblioteket"
    )
    assert "Biblioteket" in client_of(coach).get(url("episode_close", enrolled)).content.decode()
    send(coach, url("episode_close", enrolled), **CLOSE)
    page = client_of(coach).get(reverse("participant", args=[enrolled.participant_id]))
    assert "Biblioteket" not in page.content.decode()


def test_there_are_no_details_of_who_is_not_closed(coach: User, enrolled: Episode) -> None:
    assert client_of(coach).get(url("closing_details", enrolled)).status_code == 404


def test_a_closing_is_prepared_and_taken_back(coach: User, enrolled: Episode) -> None:
    page = url("episode_begin_closing", enrolled)
    assert send(coach, page, version=1, begun_on="2025-05-01").status_code == 302
    enrolled.refresh_from_db()
    assert enrolled.stage(TODAY) == Stage.CLOSING
    assert enrolled.stage(date(2025, 4, 30)) == Stage.ACTIVE
    assert told("closing_begun").details == {"fields": ["closing_begun_on"]}
    assert client_of(coach).post(url("closing_take_back", enrolled)).status_code == 302
    enrolled.refresh_from_db()
    assert enrolled.closing_begun_on is None


@pytest.mark.parametrize(
    ("begun_on", "words"), [("2025-01-31", "före inskrivningen"), ("9999-01-01", "inte varit")]
)
def test_a_closing_begins_within_the_stay(
    coach: User, enrolled: Episode, begun_on: str, words: str
) -> None:
    page = url("episode_begin_closing", enrolled)
    found: dict[str, Any] = sentences(send(coach, page, version=1, begun_on=begun_on))
    assert words in str(found)


def test_nothing_is_taken_back_of_who_is_closed(coach: User, closed: Episode) -> None:
    client_of(coach).post(url("closing_take_back", closed))
    assert LogEntry.objects.filter(act="closing_begun").count() == 0
