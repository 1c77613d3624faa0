"""`samspel import-ledger`: one sentence and nothing saved for what cannot be imported."""

from datetime import date
from pathlib import Path

import pytest
from django.core.management import CommandError, call_command

from samspel.budget.ledger.models import MappingRule, SavedColumns
from samspel.budget.ledger.saved_columns import digest_of
from samspel.budget.models import Budget, Entry
from samspel.organisation.models import Team
from tests.budget.ledger.conftest import make_budget
from tests.budget.ledger.sie_writer import HEAD, Trans, Ver, sie

RENT = Ver("2", date(2024, 2, 1), [Trans("6010", "4164.50"), Trans("6410", "12.00")])
TEAM = ("--team", "team väster")


def run(path: Path, *more: str, capsys: pytest.CaptureFixture[str]) -> str:
    call_command("import_ledger", str(path), *TEAM, *more)
    return capsys.readouterr().out


def refused(path: Path, *more: str) -> str:
    with pytest.raises(CommandError) as told:
        call_command("import_ledger", str(path), *TEAM, *more)
    assert not Entry.objects.exists()
    return str(told.value)


@pytest.fixture
def file(tmp_path: Path) -> Path:
    path = tmp_path / "bok.se"
    path.write_bytes(sie(RENT))
    return path


def test_a_file_is_checked_imported_and_imported_again(
    file: Path, budget: Budget, rules: list[MappingRule], capsys: pytest.CaptureFixture[str]
) -> None:
    checked = run(file, "--dry-run", capsys=capsys)
    assert "ingenting sparades" in checked
    assert not Entry.objects.exists()
    told = run(file, capsys=capsys)
    assert "Nya: 1" in told
    assert "Lokal: 4\u202f164,50" in told
    assert "Konto 6410 har ingen regel" in told
    assert list(Entry.objects.values_list("amount_ore", "made_by")) == [(416450, None)]
    assert "Nya: 0" in run(file, capsys=capsys)
    assert Entry.objects.count() == 1


def test_vouchers_that_do_not_come_to_the_files_balances_are_told_of(
    file: Path, budget: Budget, rules: list[MappingRule], capsys: pytest.CaptureFixture[str]
) -> None:
    file.write_bytes(sie(RENT, head=[*HEAD, "#RES 0 6010 9000.00", "#RES 0 6410 12.00"]))
    told = run(file, capsys=capsys)
    assert "summan för konto 6010 9\u202f000,00 kr" in told
    assert "verifikationerna ger 4\u202f164,50 kr. Så ska det vara i ett utdrag" in told


def test_a_table_is_read_by_its_headings_or_by_what_is_saved(
    tmp_path: Path,
    team: Team,
    budget: Budget,
    rules: list[MappingRule],
    capsys: pytest.CaptureFixture[str],
) -> None:
    path = tmp_path / "bok.csv"
    path.write_text("Dag;Konto;Belopp\n20240201;6010;-5,00\n", encoding="utf-8")
    SavedColumns.objects.create(
        team=team,
        headings=digest_of(["Dag", "Konto", "Belopp"]),
        places={"day": 0, "account": 1, "amount": 2},
        costs_are_negative=True,
    )
    run(path, capsys=capsys)
    assert Entry.objects.get().amount_ore == 500
    path.write_text("När;Nummer;Pengar\n20240201;6010;5,00\n", encoding="utf-8")
    with pytest.raises(CommandError, match="Välj kolumner"):
        call_command("import_ledger", str(path), *TEAM)


@pytest.mark.parametrize(
    ("content", "sentence"),
    [
        (b"", "Filen är tom."),
        (b"Hej", "inte SIE"),
        (sie(RENT)[:-4], "avklippt"),
        (b"%PDF-1.7", "PDF"),
        (sie(RENT, head=[*HEAD, "fel"]), "1 fel hittades"),
        (sie(RENT._replace(day=date(2021, 2, 1))), "Säg med --budget"),
    ],
)
def test_what_cannot_be_imported_is_said_in_one_sentence(
    content: bytes, sentence: str, file: Path, budget: Budget, rules: list[MappingRule]
) -> None:
    file.write_bytes(content)
    assert sentence in refused(file)


def test_the_wrong_year_is_said(file: Path, team: Team, rules: list[MappingRule]) -> None:
    make_budget(team, 2023)
    assert "2023-01-01–2023-12-31" in refused(file, "--budget", "2023")
    assert "det har: 2023" in refused(file, "--budget", "1999")


def test_no_file_and_no_team(file: Path, budget: Budget) -> None:
    assert "Det finns ingen fil" in refused(file.with_name("nej.se"))
    with pytest.raises(CommandError, match="inget team"):
        call_command("import_ledger", str(file), "--team", "Nej")


def test_a_file_of_a_hundred_megabytes(file: Path, budget: Budget) -> None:
    with file.open("r+b") as grown:
        grown.truncate(100_000_000)
    assert "större än 50 MB" in refused(file)
