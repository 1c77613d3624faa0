"""Importing from a page: checked, confirmed, entered once, and the same file again."""

from datetime import date
from pathlib import Path

import pytest
from django.conf import settings
from django.test import Client

from samspel.accounts.models import LogEntry, User
from samspel.budget.ledger.models import LedgerImport, MappingRule, ReadRow
from samspel.budget.ledger.tasks import check_file, import_file
from samspel.budget.models import Budget, Entry
from samspel.organisation.models import Team
from tests.budget.ledger.conftest import Send, make_rule, url
from tests.budget.ledger.sie_writer import Trans, Ver, sie

State = LedgerImport.State
WAGES = Ver(
    "1",
    date(2024, 1, 25),
    [
        Trans("5011", "30000.00", ("6", "F1"), "Lön Åsa Öberg"),
        Trans("1930", "-30000.00", (), "Bank"),
    ],
    "Lön januari",
)
RENT = Ver("2", date(2024, 2, 1), [Trans("6010", "4164.50", (), "Hyra")])
CREDIT = Ver("3", date(2024, 2, 9), [Trans("6010", "-164.49", (), "Återbetald hyra")])
LATE = Ver("9", date(2025, 1, 2), [Trans("6010", "99.00", (), "Nästa år")])
PENS = Ver("4", date(2024, 3, 1), [Trans("6410", "12.34", (), "Pennor")])
ALL = (WAGES, RENT, CREDIT, PENS, LATE)


def stored_files() -> list[Path]:
    folder = Path(settings.STORAGES["default"]["OPTIONS"]["location"]) / "ledger"
    return [path for path in folder.rglob("*") if path.is_file()]


def confirmed(client: Client, job: LedgerImport) -> LedgerImport:
    """The import after its last check was confirmed."""
    job.refresh_from_db()
    client.post(url("ledger_confirm", job.budget, job), {"digest": job.result.get("digest", "")})
    job.refresh_from_db()
    return job


def entered(budget: Budget) -> list[tuple[str, str, int, str]]:
    """Voucher, line, öre and text of each entry."""
    entries = Entry.objects.filter(line__budget=budget).order_by("on", "pk")
    return list(entries.values_list("voucher", "line__title", "amount_ore", "text"))


@pytest.fixture
def job(send: Send, rules: list[MappingRule]) -> LedgerImport:
    """A file that is checked and waits."""
    send(sie(*ALL))
    return LedgerImport.objects.get()


def test_a_file_is_checked_and_tells_what_it_would_do(
    job: LedgerImport, keeping: Client, budget: Budget
) -> None:
    assert (job.state, Entry.objects.count()) == (State.CHECKED, 0)
    found = job.result
    assert (found["rows"], found["new"], found["left_out"], found["outside"]) == (6, 3, 1, 1)
    assert found["unmapped"] == [["6410", "", 1, 1234]]
    assert [(each[1], each[2], each[3]) for each in found["lines"]] == [
        ("Personal", 1, 3000000),
        ("Lokal", 2, 400001),
        ("Övrigt", 0, 0),
    ]
    page = keeping.get(url("ledger_import", budget, job)).content.decode()
    assert "Konton utan regel" in page
    assert "4\u202f000,01" in page
    assert "Åsa" not in page
    assert "Åsa" not in str(job.result)


def test_confirmed_it_is_entered_and_the_file_erased(
    job: LedgerImport, keeping: Client, leader: User, budget: Budget, team: Team
) -> None:
    before, revision = len(stored_files()), Team.objects.get(pk=team.pk).revision
    done = confirmed(keeping, job)
    assert (done.state, done.file.name, len(stored_files())) == (State.DONE, "", before - 1)
    assert entered(budget) == [
        ("A 1", "Personal", 3000000, "Månadslön"),
        ("A 2", "Lokal", 416450, "Hyra"),
        ("A 3", "Lokal", -16449, "Återbetald hyra"),
    ]
    entry = Entry.objects.get(voucher="A 1")
    assert (entry.origin, entry.made_by, entry.made_at) == (
        "sie:2024:A:1:1",
        leader,
        done.confirmed_at,
    )
    assert entry.read_row.project == "F1"
    assert Team.objects.get(pk=team.pk).revision > revision
    acts = list(LogEntry.objects.values_list("act", flat=True)[:3])
    assert acts == ["import_ledger", "ledger_confirmed", "ledger_handed_over"]
    assert "Filen är importerad" in keeping.get(url("ledger_import", budget, job)).content.decode()


def test_texts_of_personnel_are_kept_when_that_is_asked_for(
    send: Send, rules: list[MappingRule], keeping: Client, budget: Budget, team: Team
) -> None:
    employee = Ver("5", date(2024, 3, 1), [Trans("6010", "1", ("7", "A1"), "Nyckel Bo")])
    send(sie(WAGES, employee), leaves_out_texts="")
    confirmed(keeping, LedgerImport.objects.get())
    assert [each[3] for each in entered(budget)] == ["Lön Åsa Öberg", "Nyckel Bo"]
    make_rule(team, 0, "5000", "5999", line_kind="other", line_title="Övrigt")
    send(sie(WAGES, employee))
    job = LedgerImport.objects.first()
    assert job is not None
    assert (job.result["changed"], job.result["changes"][0][6]) == (2, ["line", "text"])
    confirmed(keeping, job)
    assert [each[3] for each in entered(budget)] == ["Månadslön", "Lokalhyra"]


def test_the_same_file_again_doubles_nothing(
    job: LedgerImport, keeping: Client, send: Send, budget: Budget
) -> None:
    confirmed(keeping, job)
    before = entered(budget)
    send(sie(*ALL))
    again = LedgerImport.objects.exclude(pk=job.pk).get()
    assert (again.result["new"], again.result["same"]) == (0, 3)
    page = keeping.get(url("ledger_import", budget, again)).content.decode()
    assert "Filen ändrar ingenting" in page
    assert url("ledger_confirm", budget, again) not in page
    confirmed(keeping, again)
    assert entered(budget) == before


def test_what_the_ledger_changed_is_shown_and_follows(
    job: LedgerImport, keeping: Client, send: Send, budget: Budget
) -> None:
    confirmed(keeping, job)
    changed = RENT._replace(rows=[Trans("6010", "4000.00", (), "Hyra"), Trans("6020", "1", ())])
    gone = CREDIT._replace(rows=[Trans("1930", "-164.49")])
    send(sie(changed, gone))
    again = LedgerImport.objects.exclude(pk=job.pk).get()
    found = again.result
    assert (found["new"], found["changed"], found["vanished"]) == (1, 1, 1)
    assert found["changes"] == [
        ["A 2", "2024-02-01", "6010", "Lokal", 416450, 400000, ["amount"]],
        ["A 3", "2024-02-09", "6010", "Lokal", -16449, None, []],
    ]
    page = keeping.get(url("ledger_import", budget, again)).content.decode()
    assert "borta" in page
    confirmed(keeping, again)
    assert [each[:3] for each in entered(budget)] == [
        ("A 1", "Personal", 3000000),
        ("A 2", "Lokal", 400000),
        ("A 2", "Lokal", 100),
    ]
    details = LogEntry.objects.filter(act="import_ledger").first()
    assert details is not None
    assert details.details == {"new": 1, "changed": 1, "taken_back": 1}


def test_vouchers_that_the_file_does_not_have_stay(
    job: LedgerImport, keeping: Client, send: Send, budget: Budget
) -> None:
    confirmed(keeping, job)
    send(sie(PENS))
    again = LedgerImport.objects.exclude(pk=job.pk).get()
    assert again.result["vanished"] == 0


def test_a_rule_that_moves_rows_moves_them_with_the_next_file(
    job: LedgerImport, keeping: Client, send: Send, budget: Budget, team: Team
) -> None:
    confirmed(keeping, job)
    make_rule(team, 0, "6010", "6010", line_kind="other", line_title="övrigt")
    send(sie(*ALL))
    again = LedgerImport.objects.exclude(pk=job.pk).get()
    assert [each[6] for each in again.result["changes"]] == [["line"], ["line"]]
    confirmed(keeping, again)
    assert [each[1] for each in entered(budget)] == ["Personal", "Övrigt", "Övrigt"]


def test_rows_that_are_left_out_now_are_taken_back(
    job: LedgerImport, keeping: Client, send: Send, budget: Budget, team: Team
) -> None:
    confirmed(keeping, job)
    make_rule(team, 0, "6010", "6010", leaves_out=True)
    send(sie(*ALL))
    again = LedgerImport.objects.exclude(pk=job.pk).get()
    assert again.result["vanished"] == 2
    confirmed(keeping, again)
    assert [each[0] for each in entered(budget)] == ["A 1"]


def test_two_who_import_the_same_file_enter_it_once(
    job: LedgerImport, keeping: Client, send: Send, budget: Budget
) -> None:
    send(sie(*ALL))
    second = LedgerImport.objects.exclude(pk=job.pk).get()
    assert second.result["new"] == 3
    confirmed(keeping, job)
    later = confirmed(keeping, second)
    assert (later.state, later.confirmed_by, len(entered(budget))) == (State.CHECKED, None, 3)
    assert (later.result["is_later_look"], later.result["new"], later.result["same"]) == (
        True,
        0,
        3,
    )
    page = keeping.get(url("ledger_import", budget, later)).content.decode()
    assert "ändrades efter att filen kontrollerades" in page


def test_a_check_that_is_older_than_what_is_shown_is_not_confirmed(
    job: LedgerImport, keeping: Client, team: Team, budget: Budget
) -> None:
    shown = job.result["digest"]
    make_rule(team, 4, "6410", "6410", line_kind="other", line_title="Övrigt")
    keeping.post(url("ledger_check", budget, job))
    page = keeping.post(
        url("ledger_confirm", budget, job), {"digest": shown}, follow=True
    ).content.decode()
    assert "kontrollerats på nytt" in page
    assert not Entry.objects.exists()
    confirmed(keeping, job)
    assert Entry.objects.count() == 4


def test_all_or_nothing(
    job: LedgerImport, keeping: Client, budget: Budget, monkeypatch: pytest.MonkeyPatch
) -> None:
    def breaks(*_args: object, **_named: object) -> None:
        raise RuntimeError

    monkeypatch.setattr("samspel.budget.ledger.writing.log", breaks)
    done = confirmed(keeping, job)
    assert (done.state, done.file.name) == (State.BROKEN_OFF, "")
    assert not Entry.objects.exists()
    assert not ReadRow.objects.exists()
    assert "avbröts" in keeping.get(url("ledger_import", budget, job)).content.decode()


def test_a_task_that_is_run_twice_does_nothing(
    job: LedgerImport, keeping: Client, budget: Budget
) -> None:
    confirmed(keeping, job)
    check_file.func(str(job.pk))
    import_file.func(str(job.pk))
    job.refresh_from_db()
    assert (job.state, len(entered(budget))) == (State.DONE, 3)


def test_a_file_that_is_left_is_erased(job: LedgerImport, keeping: Client, budget: Budget) -> None:
    before = len(stored_files())
    keeping.post(url("ledger_leave", budget, job))
    job.refresh_from_db()
    assert (job.state, job.file.name, len(stored_files())) == (State.LEFT, "", before - 1)
    page = keeping.post(url("ledger_leave", budget, job), follow=True).content.decode()
    assert "väntar inte längre" in page
