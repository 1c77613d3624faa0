"""The command's entry: what cannot be done ends in one sentence and exit status 2."""

import os
import stat
import subprocess
import sys
from pathlib import Path

import pytest

from tests.about_the_code.source import ROOT


def run(home: Path, *arguments: str, **variables: str) -> "subprocess.CompletedProcess[str]":
    """The command in a process of its own, with the folder as its home."""
    clean = {name: value for name, value in os.environ.items() if not name.startswith("SAMSPEL_")}
    settings = {"SAMSPEL_HOME": str(home), "DJANGO_SETTINGS_MODULE": "samspel.settings"}
    return subprocess.run(
        [sys.executable, "-m", "samspel", *arguments],
        cwd=ROOT,
        env=clean | settings | variables,
        capture_output=True,
        text=True,
        check=False,
        timeout=60,
    )


def refusal(done: "subprocess.CompletedProcess[str]") -> str:
    assert done.returncode == 2, done.stderr
    assert done.stdout == ""
    assert done.stderr.count("\n") == 1, done.stderr
    return done.stderr


@pytest.mark.parametrize(
    ("name", "value"),
    [
        ("SAMSPEL_SECOND_FACTOR", "sometimes"),
        ("SAMSPEL_DATABASE", "oracle://here"),
        ("SAMSPEL_ORIGINS", "samspel.example.se"),
    ],
)
def test_settings_that_make_no_sense(tmp_path: Path, name: str, value: str) -> None:
    told = refusal(run(tmp_path, "check", **{name: value}))
    assert name in told
    assert " is “" not in told  # in the language of the other sentences


@pytest.mark.parametrize(
    ("arguments", "words"),
    [
        (["figrues"], ["figrues", "Menade du ”figures”"]),
        (["import-episode", "x.csv"], ["”import-episodes”"]),
        (["help", "import-episode"], ["”import-episodes”"]),
        (["--fast"], ["--fast", "samspel help"]),
        (["figures", "--team", "A"], ["argumenten saknas", "--period"]),
        (["audit", "verify", "--loud"], ["argumenten finns inte", "--loud"]),
        (["audit", "approve"], ["går inte att välja", "verify"]),
        (["serve", "--port", "x"], ["Argumentet --port", "heltal"]),
    ],
)
def test_what_is_not_understood(tmp_path: Path, arguments: list[str], words: list[str]) -> None:
    told = refusal(run(tmp_path, *arguments))
    for word in words:
        assert word in told


@pytest.mark.parametrize(
    "arguments",
    [
        ["audit", "verify"],
        ["figures", "--team", "A", "--period", "2025"],
        ["report", "--team", "A", "--period", "2025", "--to", "{home}/report.pdf"],
    ],
)
def test_reading_where_there_is_no_database(tmp_path: Path, arguments: list[str]) -> None:
    home = tmp_path / "home"
    told = refusal(run(home, *(each.format(home=home) for each in arguments)))
    assert "SAMSPEL_HOME" in told
    assert "SAMSPEL_DATABASE" in told
    assert str(home) in told
    assert list(tmp_path.iterdir()) == []


def test_reading_from_an_empty_folder_and_an_empty_database(tmp_path: Path) -> None:
    assert "SAMSPEL_DATABASE" in refusal(run(tmp_path, "audit", "verify"))
    assert list(tmp_path.iterdir()) == []
    (tmp_path / "samspel.sqlite3").touch()
    assert "SAMSPEL_DATABASE" in refusal(run(tmp_path, "audit", "verify"))


@pytest.mark.parametrize("arguments", [["audit", "verify"], ["serve", "--port", "0"]])
@pytest.mark.parametrize("place", ["damaged", "away"])
def test_a_database_that_cannot_be_used(
    tmp_path: Path, free_port: int, arguments: list[str], place: str
) -> None:
    (tmp_path / "damaged").write_text("no database at all, whatever its name says it is")
    addresses = {
        "damaged": f"sqlite:///{tmp_path / 'damaged'}",
        "away": f"postgresql://user:hemligt@127.0.0.1:{free_port}/samspel",
    }
    given = [str(free_port) if each == "0" else each for each in arguments]
    told = refusal(run(tmp_path, *given, SAMSPEL_DATABASE=addresses[place]))
    assert "Databasen kan inte användas" in told
    assert "hemligt" not in told


@pytest.fixture
def free_port() -> int:
    """A port at which nothing listens."""
    import socket

    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        return int(free.getsockname()[1])


def test_tables_that_are_not_there(tmp_path: Path) -> None:
    assert "samspel migrate" in refusal(run(tmp_path, "clearsessions"))


def test_a_misspelt_variable_is_told_and_changes_nothing(tmp_path: Path) -> None:
    done = run(tmp_path, "check", SAMSPEL_TSL="yes")
    assert done.returncode == 0
    assert "SAMSPEL_TLS" in done.stderr
    assert done.stderr.count("\n") == 1


def test_what_is_made_is_for_its_owner_only(tmp_path: Path) -> None:
    home = tmp_path / "home"
    assert run(home, "migrate", "--verbosity", "0").returncode == 0
    made = [home, *home.rglob("*")]
    assert {"samspel.sqlite3", "secret-key"} <= {each.name for each in made}
    assert [each.name for each in made if stat.S_IMODE(each.stat().st_mode) & 0o077] == []
