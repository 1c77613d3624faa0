"""A code is shown once, opens once and for half an hour, and cannot be guessed."""

from datetime import timedelta
from typing import Any

import pytest
from django.core.exceptions import ValidationError
from django.test import Client
from django.urls import reverse
from django.utils import timezone

from samspel.accounts.actor import Actor
from samspel.accounts.models import LogEntry, User
from samspel.participants.models import Episode
from samspel.participants.tablet.guessing import GUESSES_AN_HOUR
from samspel.participants.tablet.handing_out import make_code, withdraw_codes
from samspel.participants.tablet.letters import LETTERS, as_typed, digest_of, new_letters
from samspel.participants.tablet.models import TabletCode
from tests.participants.tablet.conftest import NOW, TODAY, sentence
from tests.people import client_of

EXPIRED = "Tiden för den här koden har gått ut. Be din handledare om en ny."
WITHDRAWN = "Den här koden öppnar inte längre. Be din handledare om en ny."
UNKNOWN = "Den koden finns inte. Titta på varje bokstav en gång till."
TOO_OFTEN = (
    "För många fel koder har kommit härifrån. Fråga din handledare eller försök igen om en timme."
)


def code_url(case: Episode) -> str:
    return reverse("tablet_code", args=[case.pk])


def test_the_coach_shows_a_code(case: Episode, as_coach: Client) -> None:
    assert "Visa en kod" in as_coach.get(code_url(case)).content.decode()
    assert not TabletCode.objects.exists()
    page = as_coach.post(code_url(case))
    shown = page.context["letters"]
    letters = as_typed(shown)
    assert len(letters) == 6
    assert set(letters) <= set(LETTERS)
    text = page.content.decode()
    assert shown in text
    assert "till klockan 11:30" in text
    assert "<svg" in text
    assert "?xml" not in text
    code = TabletCode.objects.get()
    assert code.digest == digest_of(letters)
    assert letters not in str(vars(code))
    assert (code.made_at, code.expires_at) == (NOW, NOW + timedelta(minutes=30))
    entry = LogEntry.objects.get(act="tablet_code_made")
    assert (entry.subject, entry.details) == (f"episode:{case.pk}", {})
    again = as_coach.get(code_url(case)).content.decode()
    assert shown not in again
    assert "En kod är öppen till klockan 11:30." in again


def test_letters_that_are_easily_taken_for_others_are_left_out() -> None:
    assert not set("B8S5Z2I1L0OAEUY") & set(LETTERS)
    assert len({new_letters() for _each in range(50)}) == 50


@pytest.mark.parametrize("typed", ["kmpt47", "KMP T47", " kmp-t47 ", "K M P T 4 7"])
def test_a_code_is_typed_as_people_type(typed: str) -> None:
    assert as_typed(typed) == "KMPT47"


def test_typing_the_code_opens_the_questions(letters: str, tablet: Client) -> None:
    url = reverse("tablet")
    assert "Skriv koden" in tablet.get(url).content.decode()
    page = tablet.post(url, {"code": letters.lower()})
    assert page["Location"] == reverse("tablet_answer", args=[letters])
    assert tablet.get(page["Location"]).status_code == 200
    page = tablet.post(url, {"code": "ÅÄÖ"})
    assert list(page.context["form"].errors["code"]) == [UNKNOWN]
    page = tablet.post(url, {"code": ""})
    assert list(page.context["form"].errors["code"]) == [
        "Skriv koden som din handledare visar dig."
    ]


def test_an_unknown_code_is_no_page(case: Episode, tablet: Client) -> None:
    page = tablet.get(reverse("tablet_answer", args=["CCCCCC"]))
    assert (page.status_code, sentence(page)) == (404, UNKNOWN)


@pytest.mark.parametrize(("minutes", "opens"), [(29, True), (30, False), (300, False)])
def test_a_code_opens_for_half_an_hour(
    letters: str, tablet: Client, monkeypatch: pytest.MonkeyPatch, minutes: int, opens: bool
) -> None:
    monkeypatch.setattr(timezone, "now", lambda: NOW + timedelta(minutes=minutes))
    page = tablet.get(reverse("tablet_answer", args=[letters]))
    assert page.status_code == (200 if opens else 410)
    if not opens:
        assert sentence(page) == EXPIRED


def test_a_withdrawn_code_says_so(
    case: Episode, letters: str, tablet: Client, as_coach: Client
) -> None:
    url = reverse("tablet_code_withdraw", args=[case.pk])
    for _twice in range(2):
        as_coach.post(url)
    page = tablet.get(reverse("tablet_answer", args=[letters]))
    assert (page.status_code, sentence(page)) == (410, WITHDRAWN)
    assert LogEntry.objects.filter(act="tablet_code_withdrawn").count() == 1


def test_a_new_code_closes_the_one_before(case: Episode, letters: str, by: Actor) -> None:
    _code, second = make_code(episode=case, now=NOW, by=by)
    states = {each.digest: each.state(NOW).value for each in TabletCode.objects.all()}
    assert states == {digest_of(letters): "withdrawn", digest_of(second): "opens"}
    withdraw_codes(episode=case, now=NOW, by=by)
    assert TabletCode.objects.filter(withdrawn_at=None).count() == 0


def test_a_case_that_ended_opens_nothing(
    case: Episode, letters: str, tablet: Client, by: Actor, as_coach: Client
) -> None:
    Episode.objects.filter(pk=case.pk).update(closed_on=TODAY, outcome="work")
    page = tablet.get(reverse("tablet_answer", args=[letters]))
    assert (page.status_code, sentence(page)) == (410, WITHDRAWN)
    assert as_coach.post(code_url(case)).status_code == 302
    with pytest.raises(ValidationError, match="inskriven"):
        make_code(episode=case, now=NOW, by=by)
    assert TabletCode.objects.count() == 1


def test_who_guesses_is_not_listened_to(letters: str, tablet: Client) -> None:
    right = reverse("tablet_answer", args=[letters])
    for number in range(GUESSES_AN_HOUR):
        assert tablet.get(right).status_code == 200
        if number % 2:
            tablet.get(reverse("tablet_answer", args=["CCCCCC"]))
        else:
            tablet.post(reverse("tablet"), {"code": "CCCCCC"})
    page = tablet.get(right)
    assert (page.status_code, sentence(page)) == (429, TOO_OFTEN)
    assert tablet.post(right, {}).status_code == 429
    typed = tablet.post(reverse("tablet"), {"code": letters})
    assert list(typed.context["form"].errors["code"]) == [TOO_OFTEN]
    elsewhere = Client(REMOTE_ADDR="192.0.2.7")
    assert elsewhere.get(right).status_code == 200


def test_only_the_team_s_coaches_make_codes(case: Episode, only_the_team_may: Any) -> None:
    only_the_team_may(code_url(case))


def test_a_protected_person_s_code_is_made_by_named_staff_only(
    case: Episode, as_coach: Client, colleague: User
) -> None:
    case.participant.protection = "marked"
    case.participant.save()
    case.participant.named_staff.add(colleague)
    assert as_coach.post(code_url(case)).status_code == 404
    assert not TabletCode.objects.exists()
    assert client_of(colleague).post(code_url(case)).status_code == 200


def test_forms_are_protected_against_other_sites(letters: str) -> None:
    client = Client(enforce_csrf_checks=True)
    assert client.post(reverse("tablet"), {"code": letters}).status_code == 403
    answer = reverse("tablet_answer", args=[letters])
    assert client.post(answer, {}).status_code == 403
