"""The product's commands: what they print, and one sentence for what cannot be."""

import io
import json
import zipfile
from datetime import date
from pathlib import Path

import polars as pl
import pytest
from django.core.management import call_command
from django.db import connection

from samspel.accounts.actor import SYSTEM
from samspel.accounts.log import log
from samspel.accounts.models import User
from samspel.exchange.importing.episodes import import_episodes
from samspel.figures.engines import write_episodes
from samspel.organisation.models import Team
from samspel.participants.episodes import read_frame
from tests.exchange.conftest import Run
from tests.exchange.files import COHORTS

AVESTA = ("--team", "Samverkansteam Avesta", "--period", "2021")


@pytest.fixture
def avesta(db: None) -> Team:
    with (COHORTS / "avesta-2021.csv").open("rb") as file:
        import_episodes(file, by=SYSTEM)
    return Team.objects.get()


def output(capsys: pytest.CaptureFixture[str], *arguments: object) -> str:
    call_command(*map(str, arguments))
    return capsys.readouterr().out


def test_figures_as_tables_csv_and_json(avesta: Team, capsys: pytest.CaptureFixture[str]) -> None:
    text = output(capsys, "figures", *AVESTA)
    assert "75\u00a0%" in text
    assert "75%" in output(capsys, "figures", *AVESTA, "--language", "en")
    assert ";42" in output(capsys, "figures", *AVESTA, "--format", "csv")
    told = json.loads(output(capsys, "figures", *AVESTA, "--format", "json"))
    assert told["means"]["throughput_months"]["n"] == 12


def test_figures_of_the_public_edition(avesta: Team, capsys: pytest.CaptureFixture[str]) -> None:
    assert "<5" in output(capsys, "figures", *AVESTA, "--edition", "public")


@pytest.mark.parametrize("engine", ["polars", "duckdb"])
def test_figures_from_a_parquet_file(
    avesta: Team, engine: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    path = tmp_path / "episodes.parquet"
    write_episodes(read_frame(avesta), path)
    from_records = output(capsys, "figures", *AVESTA, "--format", "json")
    told = output(
        capsys, "figures", *AVESTA, "--format", "json", "--from", path, "--engine", engine
    )
    assert json.loads(told) == json.loads(from_records)


@pytest.mark.parametrize(
    ("team", "period", "words"),
    [
        ("samverkansteam avsta", "2021", ["samverkansteam avsta", "Samverkansteam Avesta"]),
        ("avesta", "2021", ["”avesta”", "”Samverkansteam Avesta”"]),
        ("Nowhere", "2021", ["”Nowhere”"]),
        ("Samverkansteam Avesta", "2022..2021", ["2022..2021", "slutar innan den börjar"]),
        ("Samverkansteam Avesta", "220101-210101", ["slutar innan den börjar"]),
        ("Samverkansteam Avesta", "soon", ["soon", "2018-07..2019-06"]),
        ("Samverkansteam Avesta", "2021-13", ["2021-13"]),
    ],
)
@pytest.mark.parametrize("command", [("figures",), ("report", "--to", "x.pdf")])
def test_an_unknown_team_and_a_period_that_is_none(
    avesta: Team, told: Run, command: tuple[str, ...], team: str, period: str, words: list[str]
) -> None:
    refusal = told(*command, "--team", team, "--period", period)
    assert "\n" not in refusal
    for word in words:
        assert word in refusal
    assert "“" not in refusal


def test_a_parquet_file_that_contradicts_itself(avesta: Team, told: Run, tmp_path: Path) -> None:
    path = tmp_path / "episodes.parquet"
    frame = read_frame(avesta)
    frame.drop("outcome").write_parquet(path)
    assert told("figures", *AVESTA, "--from", path) == f"”{path}” saknar kolumnen outcome."
    frame.with_columns(closed_on=pl.col("enrolled_on").dt.offset_by("-1d")).write_parquet(path)
    sentence = told("figures", *AVESTA, "--from", path)
    assert "avslut före inskrivning (" in sentence
    assert "\n" not in sentence


def test_an_engine_without_a_file(avesta: Team, told: Run) -> None:
    assert "--from" in told("figures", *AVESTA, "--engine", "duckdb")


def test_parquet_files_that_are_none(avesta: Team, told: Run, tmp_path: Path) -> None:
    path = tmp_path / "none.parquet"
    told("figures", *AVESTA, "--from", path)
    path.write_bytes(b"no Parquet")
    for engine in ("polars", "duckdb"):
        assert "\n" not in told("figures", *AVESTA, "--from", path, "--engine", engine)


@pytest.mark.parametrize("ending", ["pdf", "docx", "xlsx", "html", "json"])
def test_a_report_as_a_file(
    avesta: Team, ending: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    path = tmp_path / f"report.{ending}"
    output(capsys, "report", *AVESTA, "--to", path)
    content = path.read_bytes()
    assert [each.name for each in tmp_path.iterdir()] == [path.name]
    if ending == "pdf":
        assert content.startswith(b"%PDF")
    elif ending in {"docx", "xlsx"}:
        assert zipfile.is_zipfile(io.BytesIO(content))
    else:
        assert "Samverkansteam Avesta" in content.decode()


def test_a_report_that_cannot_be_written(avesta: Team, told: Run, tmp_path: Path) -> None:
    assert ".docx" in told("report", *AVESTA, "--to", tmp_path / "report.odt")
    missing = told("report", *AVESTA, "--to", tmp_path / "no-folder" / "report.json")
    assert missing == f"Det finns ingen mapp ”{tmp_path / 'no-folder'}”."
    (tmp_path / "folder.json").mkdir()
    told("report", *AVESTA, "--to", tmp_path / "folder.json")
    assert [each.name for each in tmp_path.iterdir()] == ["folder.json"]


def test_a_folder_that_may_not_be_written_in(
    avesta: Team, told: Run, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def refused(**_options: object) -> None:
        raise PermissionError(13, "Permission denied")

    monkeypatch.setattr("samspel.exchange.whole_file.NamedTemporaryFile", refused)
    sentence = told("report", *AVESTA, "--to", tmp_path / "report.json")
    assert sentence == f"Du får inte skriva i mappen ”{tmp_path}”."


def test_audit_says_whether_the_log_is_whole(
    avesta: Team, capsys: pytest.CaptureFixture[str]
) -> None:
    log(by=SYSTEM, act="test", subject="test:1")
    assert "2" in output(capsys, "audit", "verify")
    with connection.cursor() as cursor:
        cursor.execute("UPDATE accounts_logentry SET subject = 'team:0' WHERE number = 1")
    with pytest.raises(SystemExit) as ended:
        call_command("audit", "verify")
    assert ended.value.code == 1
    assert "1" in capsys.readouterr().err


def test_serving_on_a_taken_port_is_refused(told: Run) -> None:
    import socket

    with socket.socket() as taken:
        taken.bind(("127.0.0.1", 0))
        taken.listen()
        port = taken.getsockname()[1]
        assert str(port) in told("serve", "--port", port)
        assert str(port) in told("demo", "--port", port)
    assert "no.such.invalid" in told("serve", "--host", "no.such.invalid")
    told("serve", "--port", "0")


def test_the_same_period_read_in_two_ways(avesta: Team, capsys: pytest.CaptureFixture[str]) -> None:
    told = [
        json.loads(output(capsys, "figures", *AVESTA[:3], period, "--format", "json"))
        for period in ("2021", "210101-211231")
    ]
    assert told[0] == told[1]
    assert told[0]["period"]["end"] == date(2021, 12, 31).isoformat()


@pytest.mark.django_db
def test_the_first_administrator(capsys: pytest.CaptureFixture[str], told: Run) -> None:
    asked = ("create_administrator", "--email", " Ada@Example.org", "--name", "Ada Admin")
    password = output(capsys, *asked, "--generate").split()[-1]
    user = User.objects.get()
    assert (user.email, user.is_administrator) == ("ada@example.org", True)
    assert user.check_password(password)
    assert len(password) >= 12
    assert "\n" not in told(*asked, "--generate")
    told("create_administrator", "--email", "no address", "--name", "Ada", "--generate")
    told("create_administrator", "--email", "eva@example.org", "--name", "", "--generate")
    assert User.objects.count() == 1


@pytest.mark.django_db
@pytest.mark.parametrize("typed", [["short", "short"], ["a long password", "another one"]])
def test_a_password_that_will_not_do(
    typed: list[str], told: Run, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("sys.stdin.isatty", lambda: True, raising=False)
    monkeypatch.setattr("getpass.getpass", lambda _prompt: typed.pop(0))
    told("create_administrator", "--email", "ada@example.org", "--name", "Ada")
    assert not User.objects.exists()
