"""Recording what a paper form came to: numbers as people write them, once for form and day."""

from datetime import date
from decimal import Decimal

import pytest
from django.core.exceptions import ValidationError
from django.db import IntegrityError, connection, transaction
from django.test import Client
from django.urls import reverse

from samspel.accounts.actor import SYSTEM, Actor
from samspel.accounts.models import LogEntry
from samspel.organisation.models import Team
from samspel.participants.constraints import saving
from samspel.participants.models import Episode
from samspel.participants.scores.instrument import Instrument
from samspel.participants.scores.models import Score
from samspel.participants.scores.recording import (
    Filled,
    correct_score,
    record_score,
    take_back_score,
)
from samspel.records.versions import ChangedMeanwhileError
from tests.participants.conftest import HOSTILE, sentences
from tests.participants.scores.conftest import NOW, TODAY, posted, said
from tests.score_things import make_licence, make_score

RANGE = "Skriv ett tal från 0 till 10."
NUMBER = "Skriv ett tal från 0 till 10, till exempel 7,5."
DECIMALS = "Skriv högst en decimal, till exempel 7,5."


def new_url(case: Episode, form: str = "ors") -> str:
    return reverse("score_new", args=[case.pk, form])


def filled(on: date = TODAY, first: str = "5.0", by: str = "participant") -> Filled:
    five = Decimal("5.0")
    return Filled(on, Decimal(first), five, five, five, by)


def test_recording(licensed: Team, case: Episode, as_coach: Client) -> None:
    before = Team.objects.get(pk=licensed.pk).revision
    page = as_coach.post(
        new_url(case),
        posted(first="7,5", second="7.4", third="10", fourth="0", filled_in_by="together"),
        follow=True,
    )
    assert said(page) == ["Skattningen är antecknad."]
    score = Score.objects.get()
    assert score.lines == (Decimal("7.5"), Decimal("7.4"), Decimal("10.0"), Decimal("0.0"))
    assert (score.total, score.instrument, score.on) == (Decimal("24.9"), "ors", TODAY)
    assert (score.filled_in_by, score.version) == ("together", 1)
    assert "24,9" in page.content.decode()
    assert Team.objects.get(pk=licensed.pk).revision == before + 1
    entry = LogEntry.objects.get(act="score_recorded")
    assert entry.subject == f"score:{score.pk}"
    assert "7.5" not in str(entry.details)


def test_the_database_keeps_whole_tenths(licensed: Team, case: Episode) -> None:
    make_score(case, TODAY, "7.5", "0.1", "0.2", "10")
    with connection.cursor() as cursor:
        cursor.execute("SELECT first, second, third, fourth FROM scores_score")
        assert cursor.fetchone() == (75, 1, 2, 100)
    assert Score.objects.get().total == Decimal("17.8")
    assert Score.objects.filter(first__gt=Decimal("7.4"), first__lt=Decimal("7.6")).exists()


@pytest.mark.parametrize(
    ("typed", "sentence"),
    [
        ("10.1", RANGE),
        ("10,1", RANGE),
        ("-1", RANGE),
        ("11", RANGE),
        ("7.55", DECIMALS),
        ("7,05", DECIMALS),
        ("sju", NUMBER),
        ("7,", NUMBER),
        ("7 5", NUMBER),
        ("1e1", NUMBER),
        ("٧", NUMBER),
        ("NaN", NUMBER),
        ("", "Detta fält måste fyllas i."),
    ],
)
def test_what_is_no_score_is_refused_in_one_sentence(
    licensed: Team, case: Episode, as_coach: Client, typed: str, sentence: str
) -> None:
    page = as_coach.post(new_url(case), posted(second=typed))
    assert sentences(page) == {"second": [sentence]}
    assert not Score.objects.exists()


@pytest.mark.parametrize("typed", ["0", "0,0", "10", "10,0", "7.50", " 7,5 ", "+7"])
def test_what_is_one_is_taken(licensed: Team, case: Episode, as_coach: Client, typed: str) -> None:
    assert as_coach.post(new_url(case), posted(second=typed)).status_code == 302


@pytest.mark.parametrize("text", HOSTILE)
@pytest.mark.parametrize("field", ["first", "on", "filled_in_by"])
def test_nothing_breaks_the_form(
    licensed: Team, case: Episode, as_coach: Client, field: str, text: str
) -> None:
    page = as_coach.post(new_url(case), posted(**{field: text}))
    assert field in sentences(page)
    assert not Score.objects.exists()


@pytest.mark.parametrize(
    ("day", "sentence"),
    [
        ("2025-06-11", "Datumet har inte varit än. Skriv in det när dagen har kommit."),
        ("2025-01-09", "Dagen ligger före ärendets början."),
    ],
)
def test_days_that_do_not_fit(
    licensed: Team, case: Episode, as_coach: Client, day: str, sentence: str
) -> None:
    page = as_coach.post(new_url(case), posted(on=day))
    assert sentences(page) == {"on": [sentence]}
    assert not Score.objects.exists()


def test_one_for_each_form_and_day(
    licensed: Team, case: Episode, as_coach: Client, by: Actor
) -> None:
    for _twice in range(2):
        assert as_coach.post(new_url(case), posted()).status_code == 302
    assert LogEntry.objects.filter(act="score_recorded").count() == 1
    page = as_coach.post(new_url(case), posted(first="6"))
    assert sentences(page) == {
        "__all__": [
            "Det finns redan en skattning med det formuläret den dagen: rätta den i stället."
        ]
    }
    assert as_coach.post(new_url(case, "srs"), posted(first="6")).status_code == 302
    assert Score.objects.count() == 2
    with pytest.raises(IntegrityError), transaction.atomic():
        make_score(case, TODAY, "1", "1", "1", "1")
    with pytest.raises(IntegrityError), transaction.atomic():
        make_score(case, date(2025, 6, 9), "10.1", "1", "1", "1")


def test_two_who_record_the_same_form_at_once(licensed: Team, case: Episode) -> None:
    make_score(case, TODAY, "5", "5", "5", "5")
    with pytest.raises(ValidationError) as refused, saving(SYSTEM):
        make_score(case, TODAY, "6", "5", "5", "5")
    assert refused.value.messages == [
        "Det finns redan en skattning med det formuläret den dagen: rätta den i stället."
    ]
    with pytest.raises(ValidationError) as refused, saving(SYSTEM):
        make_licence(licensed)
    assert refused.value.messages == ["Teamet har redan bekräftat en licens."]


def test_more_than_one_decimal_never_reaches_the_database(licensed: Team, case: Episode) -> None:
    with pytest.raises(ValueError, match="more than one decimal"):
        make_score(case, TODAY, "7.55", "1", "1", "1")


def test_correcting(licensed: Team, case: Episode, as_coach: Client, by: Actor) -> None:
    score = make_score(case, TODAY, "7.5", "8", "6", "5")
    url = reverse("score_correct", args=[score.pk])
    assert 'value="7,5"' in as_coach.get(url).content.decode()
    page = as_coach.post(url, posted(first="6,5", second="8", third="6", version="1"), follow=True)
    assert said(page) == ["Skattningen är rättad."]
    assert Score.objects.get().first == Decimal("6.5")
    assert LogEntry.objects.get(act="score_corrected").details["fields"] == ["first"]
    again = as_coach.post(url, posted(first="9", version="1"))
    assert "Nu står det: 6,5" in again.content.decode()
    assert Score.objects.get().first == Decimal("6.5")


def test_a_closed_case_is_corrected_but_gets_no_new_score(
    licensed: Team, case: Episode, by: Actor
) -> None:
    score = make_score(case, TODAY, "5", "5", "5", "5")
    Episode.objects.filter(pk=case.pk).update(closed_on=TODAY, outcome="work")
    correct_score(score=score, filled=filled(first="6.0"), version=1, now=NOW, by=by)
    with pytest.raises(ValidationError, match="inskriven"):
        record_score(
            episode=case,
            instrument=Instrument.SRS,
            filled=filled(date(2025, 6, 9)),
            now=NOW,
            by=by,
        )
    assert Score.objects.get().first == Decimal("6.0")


def test_taking_back(licensed: Team, case: Episode, as_coach: Client, by: Actor) -> None:
    score = make_score(case, TODAY, "5", "5", "5", "5")
    url = reverse("score_take_back", args=[score.pk])
    assert said(as_coach.post(url, {"version": "7"}, follow=True)) == [
        "Någon annan har ändrat skattningen. Titta efter innan du går vidare."
    ]
    assert said(as_coach.post(url, {"version": "1"}, follow=True)) == [
        "Skattningen är tillbakatagen."
    ]
    assert not Score.objects.that_hold().exists()
    assert Score.objects.exists()
    assert as_coach.get(reverse("score_correct", args=[score.pk])).status_code == 404
    # The day is free again.
    assert as_coach.post(new_url(case), posted()).status_code == 302
    take_back_score(score=score, version=1, now=NOW, by=by)
    with pytest.raises(ChangedMeanwhileError):
        correct_score(score=score, filled=filled(), version=1, now=NOW, by=by)


def test_there_are_two_forms(licensed: Team, case: Episode, as_coach: Client) -> None:
    assert as_coach.get(new_url(case, "oq")).status_code == 404
    page = as_coach.get(new_url(case, "srs")).content.decode()
    assert "Sätt att arbeta eller metod" in page
    assert "Nära relationer" not in page
