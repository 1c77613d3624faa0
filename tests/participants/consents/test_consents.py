"""Consents: when they hold, giving, renewing and withdrawing them."""

from datetime import UTC, date, datetime, timedelta
from typing import Any

import pytest
from django.core.exceptions import ValidationError
from django.urls import reverse
from django.utils import timezone

from samspel.accounts.actor import Actor
from samspel.accounts.models import LogEntry, User
from samspel.organisation.models import Agency, Team
from samspel.participants.consents.consent import ConsentState
from samspel.participants.consents.giving import Terms, give_consent, withdraw_consent
from samspel.participants.consents.models import Consent
from samspel.participants.models import Episode
from samspel.participants.person.part import consents_of
from tests.participants.conftest import HOSTILE, send, sentences, told
from tests.people import client_of, make_episode, make_participant

TODAY = date(2025, 6, 15)
NOW = datetime(2025, 6, 15, 10, tzinfo=UTC)


@pytest.fixture
def fk(team: Team) -> Agency:
    return team.agencies.get(short_name="FK")


def terms(agency: Agency | None, **changed: Any) -> Terms:
    usual = {
        "agency": agency,
        "party": "" if agency else "Bageriet",
        "kinds": ("plan", "attendance"),
        "first_on": TODAY,
        "last_on": date(2026, 6, 15),
        "given": "written",
    }
    return Terms(**(usual | changed))


def give(episode: Episode, agency: Agency | None, **changed: Any) -> Consent:
    return give_consent(
        episode=episode, terms=terms(agency, **changed), today=TODAY, now=NOW, by=Actor()
    )


@pytest.mark.parametrize(
    ("today", "withdrawn", "state"),
    [
        ("2025-06-14", None, "coming"),
        ("2025-06-15", None, "holds"),
        ("2026-06-15", None, "holds"),
        ("2026-06-16", None, "ended"),
        ("2025-08-01", "2025-08-02", "holds"),
        ("2025-08-02", "2025-08-02", "withdrawn"),
        ("2026-06-16", "2025-08-02", "withdrawn"),
        ("2025-06-15", "2025-06-14", "withdrawn"),
    ],
)
def test_a_consent_holds_between_its_days_unless_it_is_withdrawn(
    enrolled: Episode, fk: Agency, today: str, withdrawn: str | None, state: str
) -> None:
    """The rule for one row and the condition of the query say the same."""
    day = date.fromisoformat(today)
    consent = give(enrolled, fk)
    consent.withdrawn_on = date.fromisoformat(withdrawn) if withdrawn else None
    consent.save()
    assert consent.state(day) == state
    assert Consent.objects.holding(day).exists() == (state == ConsentState.HOLDS)


@pytest.mark.parametrize("first_on", [TODAY, date(2025, 9, 1)])
def test_a_consent_ends_with_the_case(
    coach: User, enrolled: Episode, fk: Agency, settings: Any, first_on: date
) -> None:
    """The row and the query say the same, and the pages show nothing that holds."""
    give(enrolled, fk, first_on=first_on)
    last = date(2025, 10, 1)
    enrolled.closed_on, enrolled.outcome = last, "work"
    enrolled.save()
    (consent,) = Consent.objects.select_related("episode")
    before = last - timedelta(days=1)
    assert consent.state(before) == ConsentState.HOLDS
    assert Consent.objects.holding(before).exists()
    assert consent.state(last) == ConsentState.CASE_ENDED
    assert not Consent.objects.holding(last).exists()
    assert consents_of(enrolled, before).holding == [consent]
    assert consents_of(enrolled, last).holding == []
    settings.SAMSPEL_TODAY = last
    listed = client_of(coach).get(reverse("consents", args=[enrolled.pk])).content.decode()
    assert "Har upphört med ärendet" in listed
    gone = send(coach, reverse("consent_withdraw", args=[consent.pk]), withdrawn_on=last)
    assert gone.status_code == 302


def test_giving_is_logged_by_kinds_only(enrolled: Episode, team: Team) -> None:
    consent = give(enrolled, None)
    assert consent.party_name == "Bageriet"
    assert consent.kind_titles() == ["plan och mål", "närvaro"]
    entry = told("consent_given")
    assert (entry.subject, entry.team_id) == (f"episode:{enrolled.pk}", team.pk)
    assert entry.details == {"kinds": ["plan", "attendance"]}


@pytest.mark.parametrize(
    ("changed", "field", "words"),
    [
        ({"kinds": ()}, "kinds", "minst ett"),
        ({"kinds": ("plan", "secrets")}, "kinds", "minst ett"),
        ({"given": "guessed"}, "given", "muntligt"),
        ({"last_on": date(2025, 6, 14)}, "last_on", "före den första"),
        ({"last_on": date(2031, 6, 15)}, "last_on", "fem år"),
        ({"first_on": date(1889, 6, 15)}, "first_on", "året"),
        ({"first_on": date(2027, 6, 15)}, "first_on", "året"),
        ({"party": " "}, "party", "myndighet"),
    ],
)
def test_terms_that_make_no_sense(
    enrolled: Episode, changed: dict[str, Any], field: str, words: str
) -> None:
    with pytest.raises(ValidationError) as refused:
        give(enrolled, None, **changed)
    assert words in refused.value.message_dict[field][0]
    assert not Consent.objects.exists()
    assert not LogEntry.objects.exists()


def test_one_party_has_one_consent_at_a_time(enrolled: Episode, fk: Agency, team: Team) -> None:
    give(enrolled, fk)
    give(enrolled, None)
    give(enrolled, team.agencies.get(short_name="Kommunen"))
    give(enrolled, fk, first_on=date(2026, 6, 16), last_on=date(2027, 6, 16))
    for again in (fk, None):
        with pytest.raises(ValidationError) as refused:
            give(enrolled, again, party="" if again else "BAGERIET", kinds=("health",))
        assert "2025-06-15 – 2026-06-15" in refused.value.messages[0]
    assert Consent.objects.count() == 4


def test_after_a_withdrawal_it_can_be_given_again(enrolled: Episode, fk: Agency) -> None:
    first = give(enrolled, fk)
    withdraw_consent(consent=first, withdrawn_on=TODAY, today=TODAY, by=Actor())
    give(enrolled, fk)
    assert Consent.objects.holding(TODAY).count() == 1
    assert Consent.objects.count() == 2


def test_a_case_that_has_ended_gets_no_consent_but_one_can_be_taken_back(
    team: Team, fk: Agency
) -> None:
    episode = make_episode(make_participant(team))
    consent = give(episode, fk)
    episode.closed_on, episode.outcome = TODAY, "work"
    episode.save()
    with pytest.raises(ValidationError):
        give(episode, None)
    withdraw_consent(consent=consent, withdrawn_on=TODAY, today=TODAY, by=Actor())
    assert told("consent_withdrawn").subject == f"episode:{episode.pk}"


@pytest.mark.parametrize(
    ("day", "today", "words"),
    [
        ("2025-06-16", "2025-06-15", "inte varit"),
        ("2025-06-14", "2025-06-15", "lämnades"),
        ("2026-06-16", "2026-07-01", "gått ut"),
    ],
)
def test_a_day_of_withdrawal_that_makes_no_sense(
    enrolled: Episode, fk: Agency, day: str, today: str, words: str
) -> None:
    consent = give(enrolled, fk)
    days = {"withdrawn_on": date.fromisoformat(day), "today": date.fromisoformat(today)}
    with pytest.raises(ValidationError) as refused:
        withdraw_consent(consent=consent, by=Actor(), **days)
    assert words in " ".join(refused.value.messages)


def test_one_that_is_to_come_can_be_withdrawn_and_none_twice(enrolled: Episode, fk: Agency) -> None:
    later = TODAY + timedelta(days=30)
    consent = give(enrolled, fk, first_on=later)
    withdraw_consent(consent=consent, withdrawn_on=TODAY, today=TODAY, by=Actor())
    assert not Consent.objects.holding(later).exists()
    with pytest.raises(ValidationError):
        withdraw_consent(consent=consent, withdrawn_on=TODAY, today=TODAY, by=Actor())


def today_and_later() -> tuple[str, str]:
    today = timezone.localdate()
    return today.isoformat(), (today + timedelta(days=300)).isoformat()


def test_the_pages_give_renew_and_withdraw(coach: User, enrolled: Episode, fk: Agency) -> None:
    today, later = today_and_later()
    new = reverse("consent_new", args=[enrolled.pk])
    filled = {"agency": fk.pk, "kinds": ["plan"], "first_on": today, "last_on": later}
    listed = reverse("consents", args=[enrolled.pk])
    assert send(coach, new, **filled, given="oral")["Location"] == listed
    assert (
        "har redan ett samtycke"
        in sentences(send(coach, new, **filled, given="oral"))["__all__"][0]
    )
    first = Consent.objects.get()
    page = client_of(coach).get(reverse("consent_renew", args=[first.pk]))
    initial = page.context["form"].initial
    assert initial["first_on"] == first.last_on + timedelta(days=1)
    assert initial["kinds"] == ["plan"]
    again = filled | {"first_on": initial["first_on"], "last_on": initial["last_on"]}
    renewed = send(coach, reverse("consent_renew", args=[first.pk]), **again, given="written")
    assert renewed.status_code == 302
    gone = send(coach, reverse("consent_withdraw", args=[first.pk]), withdrawn_on=today)
    assert gone["Location"] == listed
    text = client_of(coach).get(listed).content.decode()
    assert [word in text for word in ("Tillbakataget", "Kommande", "plan och mål")] == [True] * 3
    assert Consent.objects.count() == 2


def test_an_agency_or_somebody_else(coach: User, enrolled: Episode, fk: Agency) -> None:
    today, later = today_and_later()
    new = reverse("consent_new", args=[enrolled.pk])
    filled = {"kinds": ["plan"], "first_on": today, "last_on": later, "given": "oral"}
    both = sentences(send(coach, new, **filled, agency=fk.pk, party="Bageriet"))
    assert "inte båda" in both["party"][0]
    neither = sentences(send(coach, new, **filled))
    assert "myndighet" in neither["party"][0]


def test_another_teams_staff_finds_no_consent(
    stranger: User, enrolled: Episode, fk: Agency
) -> None:
    consent = give(enrolled, fk)
    for page in (
        reverse("consents", args=[enrolled.pk]),
        reverse("consent_withdraw", args=[consent.pk]),
        reverse("consent_renew", args=[consent.pk]),
    ):
        assert client_of(stranger).get(page).status_code == 404
    assert send(stranger, reverse("consent_withdraw", args=[consent.pk])).status_code == 404
    consent.refresh_from_db()
    assert consent.withdrawn_on is None


@pytest.mark.parametrize("text", HOSTILE)
def test_nothing_breaks_the_forms(coach: User, enrolled: Episode, fk: Agency, text: str) -> None:
    names = ("agency", "party", "kinds", "purpose", "first_on", "last_on", "given")
    filled = dict.fromkeys(names, text)
    assert send(coach, reverse("consent_new", args=[enrolled.pk]), **filled).status_code == 200
    consent = give(enrolled, fk)
    page = reverse("consent_withdraw", args=[consent.pk])
    assert send(coach, page, withdrawn_on=text).status_code == 200
