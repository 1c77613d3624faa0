"""Settings that make no sense are refused with one sentence and exit status 2."""

import os
import subprocess
import sys
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
        "SAMSPEL_DATABASE": lambda: environment.database(name, "sqlite:///x"),
        "SAMSPEL_SECRET_KEY": lambda: environment.secret_key(tmp_path),
    }
    with pytest.raises(EnvironmentRefused, match=name) as refused:
        ways[name]()
    assert str(refused.value).endswith(".")


def test_a_home_that_is_a_file_is_refused(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    (tmp_path / "file").touch()
    monkeypatch.setenv("SAMSPEL_HOME", str(tmp_path / "file"))
    with pytest.raises(EnvironmentRefused, match="SAMSPEL_HOME"):
        environment.folder("SAMSPEL_HOME", tmp_path)


def test_the_key_is_made_once_and_for_its_owner_only(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    monkeypatch.delenv("SAMSPEL_SECRET_KEY")
    first = environment.secret_key(tmp_path)
    assert environment.secret_key(tmp_path) == first
    assert len(first) >= 32
    assert (tmp_path / "secret-key").stat().st_mode & 0o077 == 0


@pytest.mark.parametrize(
    ("name", "value"),
    [("SAMSPEL_SECOND_FACTOR", "sometimes"), ("SAMSPEL_DATABASE", "oracle://here")],
)
def test_the_command_says_it_in_one_sentence(tmp_path: Path, name: str, value: str) -> None:
    done = subprocess.run(
        [sys.executable, "-m", "samspel", "check"],
        cwd=ROOT,
        env=os.environ
        | {"SAMSPEL_HOME": str(tmp_path), "DJANGO_SETTINGS_MODULE": "samspel.settings"}
        | {name: value},
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode == 2, done.stderr
    assert name in done.stderr
    assert done.stderr.count("\n") == 1
