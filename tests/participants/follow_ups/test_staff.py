"""Staff book follow-ups, write them down, leave them out and take that back."""

from collections.abc import Callable
from datetime import date
from typing import Any

import pytest
from django.core.exceptions import ValidationError
from django.test import Client

from samspel.accounts.actor import SYSTEM
from samspel.accounts.models import LogEntry, User
from samspel.organisation.models import Team
from samspel.participants.follow_ups.changing import change_follow_up
from samspel.participants.follow_ups.models import FollowUp
from samspel.participants.models import Episode
from tests.participants.conftest import HOSTILE
from tests.participants.follow_ups.conftest import DUE, MEANWHILE, TODAY, at, booking, said, saved

Url = Callable[..., str]


def row() -> FollowUp:
    return FollowUp.objects.get()


def test_booking(case: Episode, as_coach: Client, coach: User, url: Url) -> None:
    assert "Ingen tid är bokad än." in as_coach.get(url()).content.decode()
    page = as_coach.post(url("follow_up_book"), booking(), follow=True)
    assert said(page) == ["Uppföljningen är bokad."]
    assert (row().due_on, row().booked_for) == (DUE, at("2025-05-02 10:30"))
    assert (row().form, row().place, row().booked_by, row().version) == (
        "digital",
        "Rum 2",
        coach,
        1,
    )
    entry = LogEntry.objects.get(act="follow_up_booked")
    assert entry.subject == f"follow_up:{row().pk}"
    assert entry.team_id == case.team_id
    assert entry.details == {"fields": ["booked_for", "form", "place"]}
    text = page.content.decode()
    assert "2025-05-02</time> 10:30" in text
    assert "Kim Handledare bokade en uppföljning" in text


def test_a_form_sent_twice_books_once(case: Episode, as_coach: Client, url: Url) -> None:
    for _twice in range(2):
        page = as_coach.post(url("follow_up_book"), booking(), follow=True)
        assert said(page)[-1] == "Uppföljningen är bokad."
    assert row().version == 1
    assert LogEntry.objects.filter(act="follow_up_booked").count() == 1


def test_moving_after_somebody_else_booked(case: Episode, as_coach: Client, url: Url) -> None:
    saved(case, booked_for=at("2025-05-06 09:00"), form="phone")
    page = as_coach.post(url("follow_up_book"), booking())
    assert said(page) == [MEANWHILE]
    assert row().booked_for == at("2025-05-06 09:00")
    again = booking(version=page.context["form"].data["version"])
    as_coach.post(url("follow_up_book"), again)
    assert row().booked_for == at("2025-05-02 10:30")
    assert LogEntry.objects.filter(act="follow_up_moved").count() == 1


@pytest.mark.parametrize(
    ("day", "time", "sentence"),
    [
        ("2025-04-24", "10:30", "Tiden har passerat: välj en som kommer."),
        ("2025-04-25", "00:00", "Tiden har passerat: välj en som kommer."),
        ("2026-04-27", "23:59", "Kontrollera året: det är mer än ett år fram."),
        ("2025-05-02", "25:00", "Skriv klockslaget som 14:30."),
        ("9999-12-31", "10:30", "Kontrollera året: det är mer än ett år fram."),
    ],
)
def test_times_that_cannot_be_booked(
    as_coach: Client, url: Url, day: str, time: str, sentence: str
) -> None:
    page = as_coach.post(url("follow_up_book"), booking(day=day, time=time))
    assert said(page) == [sentence]
    assert not FollowUp.objects.exists()


def test_taking_a_booking_back(case: Episode, as_coach: Client, url: Url) -> None:
    saved(case, booked_for=at("2025-05-06 09:00"), form="phone")
    page = as_coach.post(url("follow_up_cancel"), {"version": 0}, follow=True)
    assert row().booked_for is not None
    assert len(said(page)) == 1
    page = as_coach.post(url("follow_up_cancel"), {"version": 1}, follow=True)
    assert said(page) == ["Bokningen är tillbakatagen."]
    assert (row().booked_for, row().form) == (None, "")


def held(version: int = 0, **other: Any) -> dict[str, Any]:
    filled = {"held_on": "2025-04-24", "parties": ["participant", "FK"], "outcome": "Fortsätter."}
    return filled | {"others": "vårdcentralen,  facket , ", "version": version} | other


def test_writing_a_meeting_down(case: Episode, as_coach: Client, team: Team, url: Url) -> None:
    before = Team.objects.get(pk=team.pk).revision
    page = as_coach.post(url("follow_up_hold"), held(), follow=True)
    assert said(page) == ["Uppföljningen är införd."]
    assert row().parties == ["participant", "FK", "vårdcentralen", "facket"]
    assert "deltagaren, FK, vårdcentralen, facket" in page.content.decode()
    assert Team.objects.get(pk=team.pk).revision == before + 1
    form = as_coach.get(url("follow_up_hold")).context["form"]
    assert form["parties"].value() == ["participant", "FK"]
    assert form["others"].value() == "vårdcentralen, facket"


def test_writing_at_the_same_time_overwrites_nothing(
    case: Episode, as_coach: Client, url: Url
) -> None:
    saved(case, held_on=date(2025, 4, 23), parties=["Kommunen"], outcome="Avslutas.")
    page = as_coach.post(url("follow_up_hold"), held())
    assert len(said(page)) == 1
    assert row().outcome == "Avslutas."
    assert "Avslutas." in page.content.decode()
    assert page.context["form"]["parties"].value() == ["participant", "FK"]
    sent = held(version=page.context["form"].data["version"])
    as_coach.post(url("follow_up_hold"), sent)
    assert (row().outcome, row().version) == ("Fortsätter.", 2)
    assert LogEntry.objects.filter(act="follow_up_corrected").exists()


@pytest.mark.parametrize(
    ("change", "sentence"),
    [
        (
            {"held_on": "2025-04-26"},
            "Datumet har inte varit än. Skriv in det när dagen har kommit.",
        ),
        ({"held_on": "2025-01-31"}, "Mötet kan inte ligga före inskrivningen."),
        (
            {"others": ",".join(f"part {n}" for n in range(21))},
            "Skriv högst tjugo namn, vart och ett på högst 120 tecken.",
        ),
        ({"others": "x" * 121}, "Skriv högst tjugo namn, vart och ett på högst 120 tecken."),
    ],
)
def test_meetings_that_cannot_be(
    as_coach: Client, url: Url, change: dict[str, str], sentence: str
) -> None:
    assert said(as_coach.post(url("follow_up_hold"), held(**change))) == [sentence]
    assert not FollowUp.objects.exists()


def test_leaving_out_and_taking_it_back(case: Episode, as_coach: Client, url: Url) -> None:
    page = as_coach.post(url("follow_up_leave_out"), {"reason": "", "version": 0})
    assert len(said(page)) == 1
    assert not FollowUp.objects.exists()
    sent = {"reason": "Gemensamt möte i mars", "version": 0}
    page = as_coach.post(url("follow_up_leave_out"), sent, follow=True)
    assert said(page) == ["Uppföljningen utgår."]
    assert "Gemensamt möte i mars" in page.content.decode()
    page = as_coach.post(url("follow_up_book"), booking(version=1))
    assert said(page) == ["Den här uppföljningen utgår."]
    page = as_coach.post(url("follow_up_hold"), held(version=1))
    assert said(page) == ["Den här uppföljningen utgår."]
    page = as_coach.post(url("follow_up_take_back"), {"version": 1}, follow=True)
    assert said(page) == ["Uppföljningen väntar igen."]
    assert row().left_out_because == ""
    assert LogEntry.objects.filter(act="follow_up_taken_back").count() == 1


def test_what_was_held_is_not_left_out_and_keeps_its_words(
    case: Episode, as_coach: Client, url: Url
) -> None:
    saved(case, held_on=date(2025, 4, 24), outcome="Fortsätter.")
    page = as_coach.post(url("follow_up_leave_out"), {"reason": "x", "version": 1})
    assert said(page) == ["Den här uppföljningen hölls 2025-04-24."]
    page = as_coach.post(url("follow_up_book"), booking(version=1))
    assert said(page) == ["Den här uppföljningen hölls 2025-04-24."]
    as_coach.post(url("follow_up_take_back"), {"version": 1})
    assert (row().held_on, row().outcome) == (None, "Fortsätter.")


def test_a_case_that_has_ended_is_only_read(case: Episode, as_coach: Client, url: Url) -> None:
    saved(case, booked_for=at("2025-05-06 09:00"), form="phone")
    case.closed_on, case.outcome = date(2025, 4, 25), "work"
    case.save()
    page = as_coach.get(url())
    assert page.status_code == 200
    assert not page.context["may_act"]
    for name in ("follow_up_book", "follow_up_hold", "follow_up_leave_out"):
        answer = as_coach.post(url(name), booking(version=1), follow=True)
        assert said(answer) == ["Bara den som är inskriven har uppföljningar."]
    as_coach.post(url("follow_up_cancel"), {"version": 1})
    assert row().booked_for is not None
    assert as_coach.get(url(due_on="2025-08-01")).status_code == 404


def test_closing_meanwhile_is_told_in_the_form(
    case: Episode, as_coach: Client, url: Url, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Somebody closed the case after the page's first check."""
    case.closed_on, case.outcome = date(2025, 4, 25), "work"
    case.save()
    monkeypatch.setattr("samspel.participants.follow_ups.views.one.not_now", lambda *_given: None)
    FollowUp.objects.create(episode=case, due_on=DUE)
    page = as_coach.post(url("follow_up_book"), booking(version=1))
    assert said(page) == ["Bara den som är inskriven har uppföljningar."]


@pytest.mark.parametrize("text", HOSTILE)
@pytest.mark.parametrize("name", ["follow_up_book", "follow_up_hold", "follow_up_leave_out"])
def test_no_typed_text_breaks_a_form(as_coach: Client, url: Url, name: str, text: str) -> None:
    fields = ("day", "time", "how", "place", "held_on", "parties", "others", "outcome", "reason")
    answer = as_coach.post(url(name), dict.fromkeys((*fields, "version"), text))
    assert answer.status_code == 200
    for each in fields:
        answer = as_coach.post(url(name), {**booking(), **held(), "reason": "x", each: text})
        assert answer.status_code in {200, 302}


@pytest.mark.parametrize("version", ["", "x", "-1", "99999999999"])
def test_buttons_without_a_version_do_nothing(
    case: Episode, as_coach: Client, url: Url, version: str
) -> None:
    saved(case, held_on=date(2025, 4, 24))
    assert as_coach.post(url("follow_up_take_back"), {"version": version}).status_code == 302
    assert row().held_on is not None


def test_another_row_saved_in_between_is_told_in_one_sentence(case: Episode) -> None:
    """Somebody who did not wait for the lock: the database's constraint decides."""

    def meanwhile(_row: FollowUp) -> None:
        saved(case, booked_for=at("2025-05-06 09:00"), form="phone")

    with pytest.raises(ValidationError) as refused:
        change_follow_up(
            case,
            DUE,
            {"form": "visit"},
            version=0,
            act="follow_up_booked",
            check=meanwhile,
            today=TODAY,
            by=SYSTEM,
        )
    assert len(refused.value.messages) == 1
    assert not LogEntry.objects.filter(act="follow_up_booked").exists()
