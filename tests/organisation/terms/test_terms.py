"""The terms of reference: drafted, decided on, kept, compared."""

from datetime import date
from typing import Any

import pytest
from django.core.exceptions import ValidationError
from django.db import IntegrityError, transaction
from django.urls import reverse

from samspel.accounts.actor import SYSTEM
from samspel.accounts.log import LogEntry
from samspel.accounts.models import User
from samspel.figures.period import parse_period
from samspel.organisation.models import Team
from samspel.organisation.terms.deciding import Decided, decide, throw_away, write
from samspel.organisation.terms.models import TermsOfReference
from samspel.organisation.terms.told import ToldVersion, told_terms
from samspel.records.versions import ChangedMeanwhileError
from tests.people import client_of

TODAY = date(2026, 3, 1)


def decided(team: Team, text: str, valid_from: date, on: date | None = None) -> TermsOfReference:
    write(team=team, text=text, version=0, by=SYSTEM)
    what = Decided(on or valid_from, "styrgruppen", valid_from)
    return decide(team=team, decided=what, version=1, today=TODAY, by=SYSTEM)


def page(user: User, name: str, *args: Any) -> str:
    return client_of(user).get(reverse(name, args=args)).content.decode()


def test_an_empty_page_teaches(team: Team, leader: User, officer: User) -> None:
    assert "Skriv den första versionen" in page(leader, "terms", team.slug)
    told = page(officer, "terms", team.slug)
    assert "Här kommer uppdragsbeskrivningen att stå" in told
    assert reverse("terms_write", args=[team.slug]) not in told


def test_a_new_version_ends_the_one_before_the_day_before(team: Team) -> None:
    first = decided(team, "Ett", date(2024, 1, 1))
    second = decided(team, "Två", date(2025, 7, 1), on=date(2025, 6, 10))
    first.refresh_from_db()
    assert (first.number, first.valid_to) == (1, date(2025, 6, 30))
    assert (second.number, second.valid_to) == (2, None)
    valid = TermsOfReference.objects.valid_on
    assert [valid(day).first() for day in (date(2023, 12, 31), date(2024, 1, 1))] == [None, first]
    assert [valid(date(2025, 6, 30)).get(), valid(date(2025, 7, 1)).get()] == [first, second]


@pytest.mark.parametrize("valid_from", [date(2024, 1, 1), date(2023, 12, 31)])
def test_a_version_cannot_begin_before_the_one_before_it(team: Team, valid_from: date) -> None:
    decided(team, "Ett", date(2024, 1, 1))
    with pytest.raises(ValidationError) as refused:
        decided(team, "Två", valid_from)
    assert "valid_from" in refused.value.message_dict
    assert TermsOfReference.objects.decided().get().valid_to is None


def test_nothing_is_decided_on_a_day_to_come(team: Team) -> None:
    with pytest.raises(ValidationError) as refused:
        decided(team, "Ett", date(2026, 4, 1), on=date(2026, 3, 2))
    assert "decided_on" in refused.value.message_dict
    assert decided_alone(team).number == 1


def decided_alone(team: Team) -> TermsOfReference:
    what = Decided(TODAY, "", date(2026, 4, 1))
    return decide(team=team, decided=what, version=1, today=TODAY, by=SYSTEM)


def test_two_writers_never_overwrite_each_other(team: Team) -> None:
    write(team=team, text="Ett", version=0, by=SYSTEM)
    with pytest.raises(ChangedMeanwhileError):
        write(team=team, text="Två", version=0, by=SYSTEM)
    assert TermsOfReference.objects.get().text == "Ett"


def test_the_database_keeps_one_draft(team: Team) -> None:
    TermsOfReference.objects.create(team=team, text="Ett")
    with pytest.raises(IntegrityError), transaction.atomic():
        TermsOfReference.objects.create(team=team, text="Två")


def test_the_leader_writes_and_decides(leader: User, team: Team) -> None:
    client = client_of(leader)
    empty = client.post(reverse("terms_write", args=[team.slug]), {"text": " ", "version": "0"})
    assert "Skriv uppdragsbeskrivningen, eller gå tillbaka." in empty.content.decode()
    client.post(reverse("terms_write", args=[team.slug]), {"text": "Teamet.", "version": "0"})
    sent = {"decided_on": "2026-01-10", "decided_by": "styrgruppen", "valid_from": "2026-02-01"}
    client.post(reverse("terms_decide", args=[team.slug]), sent | {"version": "1"})
    row = TermsOfReference.objects.get()
    assert (row.number, row.decided_by, row.valid_from) == (1, "styrgruppen", date(2026, 2, 1))
    acts = LogEntry.objects.filter(subject=f"terms:{row.pk}").order_by("pk")
    assert [each.act for each in acts] == ["terms_written", "terms_decided"]
    assert all("Teamet" not in str(each.details) for each in acts)


def test_the_second_writer_sees_what_stands(leader: User, team: Team) -> None:
    write(team=team, text="Den andras text", version=0, by=SYSTEM)
    sent = {"text": "Min text", "version": "0"}
    answer = client_of(leader).post(reverse("terms_write", args=[team.slug]), sent)
    told = answer.content.decode()
    assert "Min text" in told
    assert "Den andras text" in told
    assert TermsOfReference.objects.get().text == "Den andras text"


def test_a_draft_is_for_who_writes_it(team: Team, leader: User, steering_member: User) -> None:
    first = decided(team, "Teamet tar emot.", date(2025, 1, 1))
    draft = write(team=team, text="Teamet tar emot fler.", version=0, by=SYSTEM)
    compared = reverse("terms_compare", args=[team.slug, first.pk, draft.pk])
    assert "<ins>" in client_of(leader).get(compared).content.decode()
    assert client_of(steering_member).get(compared).status_code == 404
    assert "utkast" not in page(steering_member, "terms", team.slug).lower()
    assert "utkast" in page(leader, "terms", team.slug).lower()


def test_the_next_version_begins_as_a_copy(leader: User, team: Team) -> None:
    decided(team, "Det som gällde.", date(2025, 1, 1))
    assert "Det som gällde." in page(leader, "terms_write", team.slug)


def test_throwing_a_draft_away_keeps_what_was_decided(leader: User, team: Team) -> None:
    decided(team, "Ett", date(2025, 1, 1))
    write(team=team, text="Två", version=0, by=SYSTEM)
    url = reverse("terms_throw_away", args=[team.slug])
    client_of(leader).post(url, {"version": "7"})
    assert TermsOfReference.objects.count() == 2
    client_of(leader).post(url, {"version": "1"})
    assert TermsOfReference.objects.get().text == "Ett"


def test_comparing_is_one_press_from_the_list(team: Team, officer: User) -> None:
    first = decided(team, "Teamet tar emot fyra.", date(2025, 1, 1))
    second = decided(team, "Teamet tar emot fem.", date(2026, 1, 1))
    url = reverse("terms_compare", args=[team.slug, first.pk, second.pk])
    assert url in page(officer, "terms", team.slug)
    told = client_of(officer).get(url).content.decode()
    assert "<del>fyra</del><ins>fem</ins>" in told


def test_a_text_is_shown_as_text(team: Team, officer: User) -> None:
    row = decided(team, "<script>alert(1)</script>", date(2025, 1, 1))
    assert "<script>alert" not in page(officer, "terms_version", team.slug, row.pk)


def test_a_report_tells_the_versions_in_force_in_its_period(team: Team) -> None:
    decided(team, "Ett", date(2023, 1, 1))
    decided(team, "Två", date(2025, 7, 1))
    by = "styrgruppen"
    one = ToldVersion(1, date(2023, 1, 1), by, date(2023, 1, 1), date(2025, 6, 30))
    two = ToldVersion(2, date(2025, 7, 1), by, date(2025, 7, 1), None)
    assert told_terms(team, parse_period("2025")).versions == (one, two)
    assert told_terms(team, parse_period("2025H1")).versions == (one,)
    assert told_terms(team, parse_period("2026")).versions == (two,)
    assert told_terms(team, parse_period("2022")).versions == ()


def test_a_draft_that_somebody_else_saw_to_is_not_there_to_decide_or_throw_away(
    team: Team,
) -> None:
    """Two press at the same moment: the second is told so."""
    decided(team, "Ett", date(2025, 1, 1))
    what = Decided(date(2025, 6, 1), "styrgruppen", date(2025, 6, 1))
    with pytest.raises(ChangedMeanwhileError):
        decide(team=team, decided=what, version=1, today=TODAY, by=SYSTEM)
    with pytest.raises(ChangedMeanwhileError):
        throw_away(team=team, version=1, by=SYSTEM)
