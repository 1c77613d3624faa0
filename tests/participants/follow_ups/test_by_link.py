"""Who has the link books or moves a follow-up without an account, and sees nobody's name."""

from datetime import date, datetime, timedelta
from typing import Any
from uuid import uuid4

import pytest
from django.test import Client
from django.urls import reverse

from samspel.accounts.actor import SYSTEM
from samspel.accounts.models import LogEntry, User
from samspel.mail.models import Message
from samspel.participants.follow_ups.models import FollowUp
from samspel.participants.links.models import Link
from samspel.participants.links.tokens import make_link, withdraw_links
from samspel.participants.models import Episode
from tests.participants.follow_ups.conftest import DUE, MEANWHILE, at, booking, said, saved
from tests.people import client_of

NOW = at("2025-04-25 08:00")


@pytest.fixture
def moment(monkeypatch: pytest.MonkeyPatch) -> datetime:
    """Eight in the morning, wherever a page asks."""
    for place in ("links.pages", "follow_ups.views.by_link", "follow_ups.views.one"):
        monkeypatch.setattr(f"samspel.participants.{place}.now", lambda _request: NOW)
    return NOW


@pytest.fixture
def link(case: Episode, moment: datetime) -> str:
    return link_to(case)


def link_to(case: Episode, **fields: Any) -> str:
    """The address that a link opens, for two weeks."""
    given = {"email": case.caseworker_email, "expires_at": NOW + timedelta(days=14)} | fields
    _link, token = make_link(
        team=case.team, purpose="follow_up", subject_id=case.pk, now=NOW, by=SYSTEM, **given
    )
    return reverse("follow_up_booking", args=[token])


def test_the_page_says_what_is_needed_and_nobodys_name(case: Episode, link: str) -> None:
    page = Client().get(link)
    assert page.status_code == 200
    text = page.content.decode()
    for shown in (case.team.name, "Kim Handledare", "2025-007", "2025-05-01", "2025-01-10"):
        assert shown in text
    assert "Den ska hållas senast 2025-05-01. En uppföljning är ett möte mellan" in text
    assert "Fråga handledaren om du är osäker på vem det gäller." in text
    person = case.participant
    for hidden in (person.given_name, person.family_name, person.reference, "hanna", "Hanna"):
        assert hidden not in text
    assert 'class="bar-menu"' not in text


def test_one_that_is_late_is_told_to_be(case: Episode, link: str, settings: Any) -> None:
    settings.SAMSPEL_TODAY = date(2025, 5, 2)
    text = Client().get(link).content.decode()
    assert "Den skulle ha hållits senast 2025-05-01." in text


def test_of_protected_persons_not_even_the_case_number_is_shown(case: Episode, link: str) -> None:
    case.participant.protection = "registered"
    case.participant.save()
    text = Client().get(link).content.decode()
    assert case.case_number not in text
    assert "2025-01-10" not in text
    assert case.team.name in text


def test_booking_and_moving(case: Episode, coach: User, link: str) -> None:
    page = Client().post(link, booking(), follow=True)
    assert page.status_code == 200
    assert page.redirect_chain == [(f"{link}booked/", 302)]
    assert "2025-05-02</time> 10:30" in page.content.decode()
    row = FollowUp.objects.get()
    assert (row.due_on, row.booked_for, row.booked_by) == (DUE, at("2025-05-02 10:30"), None)
    entry = LogEntry.objects.get(act="follow_up_booked")
    assert (entry.actor, entry.address) == (None, "127.0.0.1")
    told = Message.objects.get()
    assert (told.to, told.template) == (coach.email, "follow_up_booked_through_link")
    assert told.link == reverse("follow_up", args=[case.pk, DUE.isoformat()])

    assert "Flytta mötet" in Client().get(link).content.decode()
    Client().post(link, booking(version=1, time="13:00"))
    row.refresh_from_db()
    assert row.booked_for == at("2025-05-02 13:00")
    assert Message.objects.count() == 2


def test_a_form_sent_twice_is_one_booking_and_one_mail(link: str) -> None:
    for _twice in range(2):
        assert Client().post(link, booking()).status_code == 302
    assert FollowUp.objects.get().version == 1
    assert Message.objects.count() == 1


def test_what_staff_booked_meanwhile_stands(case: Episode, coach: User, link: str) -> None:
    saved(case, booked_for=at("2025-05-06 09:00"), form="phone", booked_by=coach)
    page = Client().post(link, booking())
    assert said(page) == [MEANWHILE]
    assert FollowUp.objects.get().booked_for == at("2025-05-06 09:00")
    assert not Message.objects.exists()


def test_a_past_time_is_refused(link: str) -> None:
    page = Client().post(link, booking(day="2025-04-25", time="07:59"))
    assert said(page) == ["Tiden har passerat: välj en som kommer."]
    assert not FollowUp.objects.exists()


def test_nothing_is_booked_yet(link: str) -> None:
    assert Client().get(f"{link}booked/").headers["Location"] == "../"


def test_the_next_one_when_this_was_held(case: Episode, link: str) -> None:
    saved(case, held_on=date(2025, 4, 24))
    assert "2025-08-01" in Client().get(link).content.decode()


def test_a_case_that_has_ended_has_nothing_to_book(case: Episode, link: str) -> None:
    case.closed_on, case.outcome = date(2025, 4, 25), "work"
    case.save()
    for answer in (Client().get(link), Client().post(link, booking())):
        assert "Inget att boka" in answer.content.decode()
    assert not FollowUp.objects.exists()


@pytest.mark.parametrize("method", ["get", "post"])
def test_links_that_do_not_open(case: Episode, moment: datetime, method: str) -> None:
    expired = link_to(case, expires_at=NOW + timedelta(seconds=1))
    Link.objects.update(made_at=NOW - timedelta(days=2), expires_at=NOW)
    changed = link_to(case, email="another@example.org")
    gone = {"team": case.team, "subject_id": uuid4()}
    Link.objects.filter(email="another@example.org").update(subject_id=case.pk)
    for url, status in ((expired, 410), (changed, 410), ("/book-follow-up/unknown/", 404)):
        for address in (url, f"{url}booked/"):
            if method == "get":
                assert Client().get(address).status_code == status
        if method == "post":
            assert Client().post(url, booking()).status_code == status
    assert not FollowUp.objects.exists()
    _link, token = make_link(
        purpose="follow_up", now=NOW, by=SYSTEM, expires_at=NOW + timedelta(days=1), **gone
    )
    assert Client().get(reverse("follow_up_booking", args=[token])).status_code == 404


def test_a_withdrawn_link_opens_no_more(case: Episode, link: str) -> None:
    withdraw_links("follow_up", case.pk, now=NOW)
    assert Client().get(link).status_code == 410


def test_another_purpose_opens_nothing(case: Episode, moment: datetime) -> None:
    given = {"team": case.team, "subject_id": case.pk, "now": NOW, "by": SYSTEM}
    _link, token = make_link(purpose="book_visit", expires_at=NOW + timedelta(days=1), **given)
    assert Client().get(reverse("follow_up_booking", args=[token])).status_code == 404


def test_forms_of_other_sites_are_refused(link: str) -> None:
    assert Client(enforce_csrf_checks=True).post(link, booking()).status_code == 403


def test_staff_send_the_link_once(case: Episode, as_coach: Client, moment: datetime) -> None:
    url = reverse("follow_up_link", args=[case.pk, DUE.isoformat()])
    sending = str(uuid4())
    for _twice in range(2):
        as_coach.post(url, {"sending": sending, "send": "yes"})
    told = Message.objects.get()
    assert (told.to, told.template) == ("hanna@example.org", "follow_up_to_book")
    assert told.parameters == {"team": case.team.name, "day": "2025-05-01", "until": "2025-05-09"}
    assert Link.objects.count() == 1
    assert Client().get(told.link).status_code == 200
    assert LogEntry.objects.filter(act="follow_up_link_made").count() == 1
    as_coach.post(url, {"sending": "x", "send": "yes"})
    assert Message.objects.count() == 1


def test_staff_copy_a_link(
    case: Episode, as_coach: Client, moment: datetime, settings: Any
) -> None:
    url = reverse("follow_up_link", args=[case.pk, DUE.isoformat()])
    page = as_coach.post(url, {"show": "yes"})
    shown = page.context["url"]
    assert shown.startswith(f"{settings.SAMSPEL_ADDRESS}/book-follow-up/")
    assert Client().get(shown.removeprefix(settings.SAMSPEL_ADDRESS)).status_code == 200
    # It was told to somebody: another caseworker's address changes nothing about it.
    case.caseworker_email = ""
    case.save()
    assert Client().get(shown.removeprefix(settings.SAMSPEL_ADDRESS)).status_code == 200
    assert not Message.objects.exists()


def test_without_an_address_nothing_is_sent(
    case: Episode, as_coach: Client, moment: datetime
) -> None:
    case.caseworker_email = ""
    case.save()
    url = reverse("follow_up_link", args=[case.pk, DUE.isoformat()])
    page = as_coach.post(url, {"sending": str(uuid4()), "send": "yes"}, follow=True)
    assert said(page) == ["Handläggarens e-post finns inte i ärendet."]
    assert not Link.objects.exists()


def test_the_coach_sees_whether_a_link_has_been_sent_that_still_opens(
    case: Episode, coach: User, moment: datetime
) -> None:
    page = reverse("follow_up", args=[case.pk, DUE.isoformat()])

    def sees(words: str) -> bool:
        return words in client_of(coach).get(page).content.decode()

    link_to(case, email="")
    link_to(case, email="forra@example.org")
    assert sees("Ingen länk som fortfarande fungerar har skickats.")
    link_to(case)
    assert sees("En länk skickades 2025-04-25. Den fungerar till och med 2025-05-09.")
    withdraw_links("follow_up", case.pk, now=NOW)
    assert sees("Ingen länk som fortfarande fungerar har skickats.")
