"""The same definitions on every engine give the same numbers."""

import importlib.util
import shutil
from pathlib import Path

import polars as pl
import pytest

from samspel.figures.compute import Figures
from samspel.figures.contract import contract
from samspel.figures.engines import open_episodes, team_episodes, write_episodes
from samspel.figures.frame import SCHEMA
from samspel.figures.period import parse_period
from tests.figures.episodes import TEAM, framed, lifelike

PERIOD = parse_period("2021")
HAS_SPARK = importlib.util.find_spec("pyspark") and shutil.which("java")
ENGINES = [
    "polars",
    "duckdb",
    pytest.param(
        "pyspark", marks=pytest.mark.skipif(not HAS_SPARK, reason="needs pyspark and Java")
    ),
]


@pytest.fixture
def file(tmp_path: Path) -> Path:
    path = tmp_path / "episodes.parquet"
    others = framed(lifelike(40)).with_columns(team=pl.lit("Another team"))
    write_episodes(pl.concat([framed(lifelike(120)), others]), path)
    return path


def in_memory(team: str | None) -> Figures:
    others = framed(lifelike(40)).with_columns(team=pl.lit("Another team"))
    frame = pl.concat([framed(lifelike(120)), others])
    return Figures(frame, team=team, period=PERIOD)


@pytest.mark.parametrize("engine", ENGINES)
@pytest.mark.parametrize("team", [TEAM, None])
def test_figures_on_the_engine(file: Path, engine: str, team: str | None) -> None:
    found = Figures(open_episodes(file, engine), team=team, period=PERIOD)
    exact = in_memory(team)
    assert exact.count("closed_to_result").n > 0
    assert contract(found) == contract(exact)
    assert found.episode_ids("throughput_months") == exact.episode_ids("throughput_months")
    assert found.since_start().period == exact.since_start().period
    pairs = [found.crosstab("closed", "gender", "outcome") for found in (found, exact)]
    assert pairs[0] == pairs[1]


@pytest.mark.parametrize("engine", ENGINES)
def test_one_team_is_picked_by_the_engine(file: Path, engine: str) -> None:
    frame = team_episodes(file, TEAM, engine)
    assert frame.height == 120
    assert contract(Figures(frame, team=TEAM, period=PERIOD)) == contract(in_memory(TEAM))


def test_bare_records_are_derived_by_polars(tmp_path: Path) -> None:
    path = tmp_path / "bare.parquet"
    framed(lifelike(120)).select(list(SCHEMA)).write_parquet(path)
    bare = Figures(team_episodes(path, TEAM), team=TEAM, period=PERIOD)
    assert contract(bare) == contract(in_memory(TEAM))
    with pytest.raises(ValueError, match="lacks the column stay_days"):
        open_episodes(path, "duckdb")


def test_what_cannot_be_opened_is_said_in_one_sentence(file: Path, tmp_path: Path) -> None:
    with pytest.raises(ValueError, match="no engine named 'excel'"):
        open_episodes(file, "excel")
    with pytest.raises(ValueError, match="There is no file"):
        open_episodes(tmp_path / "missing.parquet")
    with pytest.raises(ValueError, match="no team named 'Nowhere'"):
        team_episodes(file, "Nowhere")


def test_many_rows_in_memory_are_counted_by_polars(monkeypatch: pytest.MonkeyPatch) -> None:
    here = in_memory(None)
    expected = contract(here), here.crosstab("closed", "gender", "outcome")
    monkeypatch.setattr("samspel.figures.cells.FEW", 0)
    there = in_memory(None)
    assert (contract(there), there.crosstab("closed", "gender", "outcome")) == expected
