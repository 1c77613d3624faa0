"""Settings that make no sense are refused with one sentence and exit status 2."""

import os
import subprocess
import sys
from datetime import date
from pathlib import Path

import pytest

from samspel import environment
from samspel.environment import EnvironmentRefused
from tests.about_the_code.source import ROOT


@pytest.mark.parametrize(
    ("name", "value"),
    [
        ("SAMSPEL_DEBUG", "maybe"),
        ("SAMSPEL_SECOND_FACTOR", "sometimes"),
        ("SAMSPEL_SMTP_PORT", "99999"),
        ("SAMSPEL_SMTP_PORT", "-1"),
        ("SAMSPEL_UPLOAD_LIMIT_MB", "much"),
        ("SAMSPEL_UPLOAD_LIMIT_MB", "２００"),
        ("SAMSPEL_UPLOAD_LIMIT_MB", "9" * 5000),
        ("SAMSPEL_ORIGINS", "samspel.example.se"),
        ("SAMSPEL_ORIGINS", "https://samspel.example.se,ftp://samspel.example.se"),
        ("SAMSPEL_ORIGINS", "https://samspel.example.se/"),
        ("SAMSPEL_ORIGINS", "https://"),
        ("SAMSPEL_ADDRESS", "samspel.example.se"),
        ("SAMSPEL_ADDRESS", "https://samspel.example.se/samspel"),
        ("SAMSPEL_TODAY", "2026-02-30"),
        ("SAMSPEL_TODAY", "tomorrow"),
        ("SAMSPEL_HOSTS", "https://samspel.example.se"),
        ("SAMSPEL_SECRET_KEY", "short"),
        ("SAMSPEL_DATABASE", "oracle://here"),
        ("SAMSPEL_DATABASE", "not an address"),
        ("SAMSPEL_DATABASE", "postgresql://host:port/name"),
    ],
)
def test_odd_values_are_refused(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path, name: str, value: str
) -> None:
    monkeypatch.setenv(name, value)
    ways = {
        "SAMSPEL_DEBUG": lambda: environment.flag(name, default=False),
        "SAMSPEL_SECOND_FACTOR": lambda: environment.choice(name, "a", ("required", "optional")),
        "SAMSPEL_SMTP_PORT": lambda: environment.number(name, 587, low=1, high=65_535),
        "SAMSPEL_UPLOAD_LIMIT_MB": lambda: environment.number(name, 200, low=1, high=10_000),
        "SAMSPEL_ORIGINS": lambda: environment.origins(name),
        "SAMSPEL_ADDRESS": lambda: environment.origin(name, "http://localhost:8000"),
        "SAMSPEL_TODAY": lambda: environment.day(name, allowed=True),
        "SAMSPEL_HOSTS": lambda: environment.hosts(name, "localhost"),
        "SAMSPEL_DATABASE": lambda: environment.database(name, "sqlite:///x"),
        "SAMSPEL_SECRET_KEY": lambda: environment.secret_key(tmp_path),
    }
    with pytest.raises(EnvironmentRefused, match=name) as refused:
        ways[name]()
    assert str(refused.value).endswith(".")


def test_another_day_is_for_demos_only(monkeypatch: pytest.MonkeyPatch) -> None:
    assert environment.day("SAMSPEL_TODAY", allowed=False) is None
    monkeypatch.setenv("SAMSPEL_TODAY", "2026-03-14")
    assert environment.day("SAMSPEL_TODAY", allowed=True) == date(2026, 3, 14)
    with pytest.raises(EnvironmentRefused, match="SAMSPEL_DEMO"):
        environment.day("SAMSPEL_TODAY", allowed=False)


def test_a_home_that_is_a_file_is_refused(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    (tmp_path / "file").touch()
    monkeypatch.setenv("SAMSPEL_HOME", str(tmp_path / "file"))
    with pytest.raises(EnvironmentRefused, match="SAMSPEL_HOME"):
        environment.folder("SAMSPEL_HOME", tmp_path)


def test_what_makes_sense_is_taken(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("SAMSPEL_ORIGINS", "https://a.example.se, http://localhost:8000")
    assert environment.origins("SAMSPEL_ORIGINS") == [
        "https://a.example.se",
        "http://localhost:8000",
    ]
    monkeypatch.setenv("SAMSPEL_HOSTS", "a.example.se,.example.org,[::1]")
    assert len(environment.hosts("SAMSPEL_HOSTS", "")) == 3
    monkeypatch.setenv("SAMSPEL_SMTP_PORT", "25")
    assert environment.number("SAMSPEL_SMTP_PORT", 587, low=1, high=65_535) == 25


def test_a_home_is_made_for_its_owner_only(tmp_path: Path) -> None:
    assert environment.folder("SAMSPEL_NONE", tmp_path / "a" / "home").stat().st_mode & 0o077 == 0


class TestKey:
    """The signing key in the home folder."""

    @pytest.fixture(autouse=True)
    def none_given(self, monkeypatch: pytest.MonkeyPatch) -> None:
        monkeypatch.delenv("SAMSPEL_SECRET_KEY")

    def test_it_is_made_once_and_for_its_owner_only(self, tmp_path: Path) -> None:
        first = environment.secret_key(tmp_path)
        assert environment.secret_key(tmp_path) == first
        assert len(first) >= 32
        (kept,) = tmp_path.iterdir()
        assert kept.name == "secret-key"
        assert kept.stat().st_mode & 0o077 == 0

    def test_of_two_that_start_at_once_both_have_the_first_ones(
        self, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        other = "k" * 40

        def made_meanwhile() -> str:
            (tmp_path / "secret-key").write_text(other)
            return "m" * 40

        monkeypatch.setattr(environment, "_new_key", made_meanwhile)
        assert environment.secret_key(tmp_path) == other
        assert [each.name for each in tmp_path.iterdir()] == ["secret-key"]

    def test_nobody_sees_half_of_it(self, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
        seen = []
        monkeypatch.setattr(os, "fsync", lambda _file: seen.extend(tmp_path.glob("secret-key")))
        environment.secret_key(tmp_path)
        assert seen == []

    @pytest.mark.parametrize("content", [b"", b" " * 50, b"short\n", b"\xff" * 50])
    def test_one_that_is_none_is_refused(self, tmp_path: Path, content: bytes) -> None:
        (tmp_path / "secret-key").write_bytes(content)
        with pytest.raises(EnvironmentRefused, match="secret-key"):
            environment.secret_key(tmp_path)

    def test_a_command_that_reads_leaves_none(
        self, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        monkeypatch.setattr(environment, "makes_files", False)
        home = environment.folder("SAMSPEL_NONE", tmp_path / "home")
        assert len(environment.secret_key(home)) >= 32
        assert list(tmp_path.iterdir()) == []


def test_misspelt_variables_are_told(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("SAMSPEL_TSL", "yes")
    monkeypatch.setenv("SAMSPEL_QWERTY", "1")
    first, second = environment.unknown()
    assert "SAMSPEL_QWERTY" in first
    assert "SAMSPEL_TLS" in second


def test_every_variable_stands_in_the_manual() -> None:
    asked = subprocess.run(
        [
            sys.executable,
            "-c",
            "import samspel.settings, samspel.environment as e; print(*e._known)",
        ],
        cwd=ROOT,
        capture_output=True,
        text=True,
        check=True,
    )
    manual = (ROOT / "docs" / "operations.md").read_text(encoding="utf-8")
    for name in set(asked.stdout.split()) - {"SAMSPEL_BROWSER", "SAMSPEL_BENCH_DATABASE"}:
        # Those of one kind share a row: SAMSPEL_SMTP_HOST, _PORT, …
        assert name in manual or f"`_{name.rpartition('_')[2]}`" in manual, name
