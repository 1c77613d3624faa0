"""`samspel check-report`: what is printed, and with which status it ends."""

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest
from django.core.management import call_command

from tests.exchange.conftest import Run
from tests.report.checking.made_up import LILLSUND, text_of

CLEAN = text_of(LILLSUND)
ALTERED = CLEAN.replace("12(55%)", "12(65%)", 1)


@pytest.fixture
def report(tmp_path: Path) -> Path:
    path = tmp_path / "rapport.txt"
    path.write_text(CLEAN, encoding="utf-8")
    return path


def test_a_clean_report(report: Path, capsys: pytest.CaptureFixture[str]) -> None:
    call_command("check_report", str(report))
    told = capsys.readouterr()
    assert told.out.startswith("rapport.txt\n")
    assert "Inga motsägelser hittades." in told.out
    assert told.err == ""


def test_a_contradiction(report: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert ALTERED != CLEAN
    report.write_text(ALTERED, encoding="utf-8")
    with pytest.raises(SystemExit) as ended:
        call_command("check_report", str(report), "--format", "json", "--language", "en")
    assert ended.value.code == 1
    told = json.loads(capsys.readouterr().out)
    assert set(told) == {"period", "team", "figures", "statements", "understood", "findings"}
    assert [each["kind"] for each in told["findings"]] == ["share"]
    assert set(told["findings"][0]) == {
        "line",
        "quote",
        "kind",
        "printed",
        "expected",
        "message",
        "certainty",
        "also",
    }


@pytest.mark.parametrize("name", ["saknas.txt", "rapport.odt"])
def test_what_cannot_be_read(name: str, report: Path, told: Run) -> None:
    (report.parent / "rapport.odt").write_text(CLEAN)
    sentence = told("check_report", report.parent / name)
    assert name in sentence
    assert "\n" not in sentence


def test_from_the_shell_without_a_database(report: Path) -> None:
    """One sentence on standard error and status 2; and nothing is left behind."""
    home = report.parent / "home"
    report.write_text("Recept på pannkakor: 3 ägg och 6 dl mjölk.", encoding="utf-8")
    done = subprocess.run(
        [sys.executable, "-m", "samspel", "check-report", str(report)],
        capture_output=True,
        text=True,
        check=False,
        env={**os.environ, "SAMSPEL_HOME": str(home), "SAMSPEL_DATABASE": ""},
    )
    assert (done.returncode, done.stdout) == (2, "")
    assert done.stderr.startswith("samspel: ”rapport.txt” är ingen rapport")
    assert done.stderr.count("\n") == 1
    assert not home.exists()
