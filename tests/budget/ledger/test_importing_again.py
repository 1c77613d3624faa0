"""Importing into one of several budgets, after corrections by hand, and who may."""

from collections.abc import Callable
from datetime import date

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client

from samspel.accounts.actor import SYSTEM
from samspel.accounts.models import User
from samspel.budget.keeping_entries import correct_entry
from samspel.budget.ledger.models import LedgerImport, MappingRule
from samspel.budget.models import Budget, Entry, Line
from samspel.organisation.models import Team
from tests.budget.ledger.conftest import Send, make_budget, url
from tests.budget.ledger.sie_writer import Trans, sie
from tests.budget.ledger.test_importing import ALL, LATE, RENT, WAGES, confirmed, entered

State = LedgerImport.State


@pytest.fixture
def job(send: Send, rules: list[MappingRule]) -> LedgerImport:
    """A file that is checked and waits."""
    send(sie(*ALL))
    return LedgerImport.objects.get()


def test_what_somebody_corrected_by_hand_stays_so(
    job: LedgerImport, keeping: Client, send: Send, budget: Budget, lines: dict[str, Line]
) -> None:
    confirmed(keeping, job)
    entry = Entry.objects.get(voucher="A 2")
    values = {"line": lines["Övrigt"], "text": "El"}
    correct_entry(entry=entry, version=entry.version, values=values, by=SYSTEM)
    send(sie(RENT))
    again = LedgerImport.objects.exclude(pk=job.pk).get()
    assert (again.result["changed"], again.result["same"]) == (0, 1)
    for amount in ("4000.00", "3000.00"):
        send(sie(RENT._replace(rows=[Trans("6010", amount, (), "Hyra")])))
        last = LedgerImport.objects.first()
        assert last is not None
        assert last.result["changes"][0][6] == ["amount"]
        confirmed(keeping, last)
        assert ("A 2", "Övrigt", int(float(amount)) * 100, "El") in entered(budget)


def test_a_row_of_another_budget_of_the_team_is_not_entered_twice(
    job: LedgerImport, keeping: Client, team: Team, budget: Budget, send: Send
) -> None:
    half = Budget.objects.create(team=team, start=date(2024, 1, 1).replace(month=2), end=LATE.day)
    Line.objects.create(budget=half, kind="premises", title="Lokal")
    confirmed(keeping, job)
    file = SimpleUploadedFile("bok.se", sie(*ALL))
    keeping.post(url("ledger_new", half), {"file": file})
    other = LedgerImport.objects.get(budget=half)
    assert (other.result["elsewhere"], other.result["new"]) == (2, 1)
    confirmed(keeping, other)
    assert len(entered(budget)) == 3


def test_the_next_year_has_the_rules_by_its_lines_names(
    rules: list[MappingRule], keeping: Client, team: Team, budget: Budget
) -> None:
    later = make_budget(team, 2025)
    later.lines.filter(title="Lokal").update(title="Lokaler och el")
    later.lines.filter(title="Personal").delete()
    wages = WAGES._replace(day=date(2025, 1, 25))
    keeping.post(url("ledger_new", later), {"file": SimpleUploadedFile("bok.se", sie(wages, LATE))})
    job = LedgerImport.objects.get()
    assert [each[1:3] for each in job.result["lines"]] == [["Lokaler och el", 1], ["Övrigt", 0]]
    assert [each[0] for each in job.result["lineless"]] == ["Personal"]
    page = keeping.get(url("ledger_import", later, job)).content.decode()
    assert "Rader som den här budgeten inte har" in page


def test_the_wrong_file_is_taken_back(
    job: LedgerImport, keeping: Client, send: Send, budget: Budget
) -> None:
    confirmed(keeping, job)
    send(sie(RENT._replace(rows=[Trans("6010", "1.00")])))
    wrong = LedgerImport.objects.exclude(pk=job.pk).get()
    keeping.post(url("ledger_take_back", budget, wrong))
    wrong.refresh_from_db()
    assert wrong.state == State.CHECKED
    confirmed(keeping, wrong)
    page = keeping.post(url("ledger_take_back", budget, wrong), follow=True).content.decode()
    assert "1 post är återtagen." in page
    assert "är återtaget" in page
    assert [each[0] for each in entered(budget)] == ["A 1", "A 3"]
    send(sie(*ALL))
    again = LedgerImport.objects.first()
    assert again is not None
    assert (again.result["new"], again.result["same"]) == (1, 2)


@pytest.mark.parametrize("person", ["coach", "steering_member", "officer", "administrator"])
def test_only_who_keeps_the_budget_sees_it(
    person: str,
    job: LedgerImport,
    budget: Budget,
    client_of: Callable[[User | None], Client],
    request: pytest.FixtureRequest,
) -> None:
    client = client_of(request.getfixturevalue(person))
    for name in ("ledger_imports", "ledger_new", "ledger_rows", "ledger_mapping"):
        assert client.get(url(name, budget)).status_code == 404
    assert client.get(url("ledger_import", budget, job)).status_code == 404
    for name in ("ledger_confirm", "ledger_leave", "ledger_check"):
        assert client.post(url(name, budget, job)).status_code == 404
    job.refresh_from_db()
    assert job.state == State.CHECKED


def test_an_import_is_found_only_under_its_own_budget(
    job: LedgerImport, keeping: Client, team: Team
) -> None:
    assert keeping.get(url("ledger_import", make_budget(team, 2030), job)).status_code == 404
