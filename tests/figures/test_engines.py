"""The same definitions on every engine give the same numbers."""

import importlib.util
import shutil
from datetime import date
from pathlib import Path
from typing import Any

import polars as pl
import pytest

from samspel.figures.compute import Figures
from samspel.figures.contract import contract
from samspel.figures.definitions import PUBLIC_COHORTS, PUBLIC_MEASURES, WAY_COHORTS, WAY_MEASURES
from samspel.figures.engines import open_episodes, team_episodes, write_episodes
from samspel.figures.frame import OPTIONAL, SCHEMA, episode_frame
from samspel.figures.period import parse_period
from samspel.figures.soundness import NEEDED, EpisodesRefused
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


COHORTS = [*PUBLIC_COHORTS, *WAY_COHORTS]
MEASURES = [*PUBLIC_MEASURES, *WAY_MEASURES]
"""Of one frame alone; those of events are in test_events.py."""

SHORT = [
    {"study_visit_on": date(2021, 2, 1), "withdrawn_on": date(2021, 3, 1)},
    {
        "enrolled_on": date(2021, 2, 1),
        "trial_ends_on": date(2021, 4, 1),
        "closed_on": date(2021, 3, 1),
        "outcome": "dropout",
    },
]
"""What a lifelike team lacks: left before a referral, and left on trial."""


@pytest.fixture
def file(tmp_path: Path) -> Path:
    path = tmp_path / "episodes.parquet"
    others = framed(lifelike(40)).with_columns(team=pl.lit("Another team"))
    write_episodes(pl.concat([framed([*lifelike(120), *SHORT]), others]), path)
    return path


def in_memory(team: str | None) -> Figures:
    others = framed(lifelike(40)).with_columns(team=pl.lit("Another team"))
    frame = pl.concat([framed([*lifelike(120), *SHORT]), others])
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
@pytest.mark.parametrize("team", [TEAM, None])
def test_the_way_on_the_engine(file: Path, engine: str, team: str | None) -> None:
    found = Figures(open_episodes(file, engine), team=team, period=PERIOD)
    assert told_of_the_way(found) == told_of_the_way(in_memory(team))
    assert {at for at, told in told_of_the_way(found).items() if told} >= {*COHORTS, *MEASURES}


def told_of_the_way(found: Figures) -> dict[str, object]:
    """Every cohort, measure, share and breakdown that only the casework asks for, and more."""
    told: dict[str, object] = {cohort: found.breakdown(cohort, "gender") for cohort in COHORTS}
    told |= {measure: found.mean(measure).raw for measure in MEASURES}
    told |= {f"{cohort} ids": found.episode_ids(cohort) for cohort in COHORTS}
    told["reasons"] = found.breakdown("withdrawn", "withdrawal_reason")
    told["incomes"] = found.crosstab("completed", "income_source", "income_after")
    told["occupations"] = found.crosstab("completed", "occupation_before", "occupation_after")
    return told


@pytest.mark.parametrize("engine", ENGINES)
def test_a_file_without_the_columns_of_the_way(tmp_path: Path, engine: str) -> None:
    """Files written before there were such columns count as before, and tell of no stages."""
    path = tmp_path / "older.parquet"
    framed(lifelike(120)).drop(OPTIONAL).write_parquet(path)
    for frame in (open_episodes(path, engine), team_episodes(path, TEAM, engine)):
        found = Figures(frame, team=TEAM, period=PERIOD)
        exact = Figures(framed(lifelike(120)), team=TEAM, period=PERIOD)
        base = {**contract(exact)["counts"]}
        assert contract(found)["counts"] == base
        assert found.count("visited").n == found.count("on_trial_at_end").n == 0
        assert found.count("active_at_end") == found.count("enrolled_at_end")
        assert set(found.breakdown("closed", "income_after")) == {"unknown"}


@pytest.mark.parametrize("engine", ENGINES)
def test_one_team_is_picked_by_the_engine(file: Path, engine: str) -> None:
    frame = team_episodes(file, TEAM, engine)
    assert frame.height == 122
    assert contract(Figures(frame, team=TEAM, period=PERIOD)) == contract(in_memory(TEAM))


def test_bare_records_are_derived_by_polars(tmp_path: Path) -> None:
    path = tmp_path / "bare.parquet"
    framed([*lifelike(120), *SHORT]).select(list(SCHEMA)).write_parquet(path)
    bare = Figures(team_episodes(path, TEAM), team=TEAM, period=PERIOD)
    assert contract(bare) == contract(in_memory(TEAM))
    with pytest.raises(EpisodesRefused, match="lacks the column stay_days"):
        open_episodes(path, "duckdb")


def test_what_cannot_be_opened_is_said_in_one_sentence(file: Path, tmp_path: Path) -> None:
    with pytest.raises(EpisodesRefused, match="no engine named excel"):
        open_episodes(file, "excel")
    with pytest.raises(EpisodesRefused, match="There is no file"):
        open_episodes(tmp_path / "missing.parquet")
    with pytest.raises(EpisodesRefused, match="no team “Nowhere”"):
        team_episodes(file, "Nowhere")


@pytest.mark.parametrize("engine", ENGINES)
@pytest.mark.parametrize("name", NEEDED)
def test_a_needed_column_that_is_missing(tmp_path: Path, engine: str, name: str) -> None:
    path = tmp_path / "lacking.parquet"
    framed(lifelike(5)).drop(name).write_parquet(path)
    with pytest.raises(EpisodesRefused, match=f"lacks the column {name}"):
        team_episodes(path, TEAM, engine)
    with pytest.raises(EpisodesRefused, match=f"lacks the column {name}"):
        open_episodes(path, engine)


@pytest.mark.parametrize("engine", ENGINES)
@pytest.mark.parametrize(
    "name", ["enrolled_on", "outcome", "public_support_months", "team", "trial_ends_on"]
)
def test_a_column_of_another_kind(tmp_path: Path, engine: str, name: str) -> None:
    path = tmp_path / "odd.parquet"
    odd = pl.lit(value=True).alias(name)
    framed(lifelike(5)).with_columns(odd).write_parquet(path)
    with pytest.raises(EpisodesRefused, match=f"column {name} of"):
        team_episodes(path, TEAM, engine)


@pytest.mark.parametrize("engine", ENGINES)
@pytest.mark.parametrize("content", [b"", b"no Parquet at all, but long enough", b"PAR1 and PAR1"])
def test_a_file_that_is_no_parquet(tmp_path: Path, engine: str, content: bytes) -> None:
    path = tmp_path / "none.parquet"
    path.write_bytes(content)
    with pytest.raises(EpisodesRefused, match="cannot be read as episodes"):
        team_episodes(path, TEAM, engine)


def test_text_that_is_no_day(tmp_path: Path) -> None:
    path = tmp_path / "text.parquet"
    framed(lifelike(5)).with_columns(closed_on=pl.lit("soon")).write_parquet(path)
    with pytest.raises(EpisodesRefused, match="cannot be read as episodes"):
        team_episodes(path, TEAM)


SOUND = {
    "episode_id": "E1",
    "team": TEAM,
    "gender": "woman",
    "birth_date": date(1990, 1, 1),
    "referred_on": date(2020, 1, 1),
    "enrolled_on": date(2020, 2, 1),
    "closed_on": date(2021, 2, 1),
    "outcome": "work",
    "public_support_months": 3.5,
}
BROKEN: list[tuple[dict[str, Any], str]] = [
    ({"closed_on": date(2020, 1, 31)}, "closed before the enrolment"),
    ({"enrolled_on": None}, "closed without an enrolment"),
    ({"outcome": None}, "closed without an outcome"),
    ({"closed_on": None}, "an outcome without a closing"),
    ({"outcome": "lottery"}, "an unknown outcome"),
    ({"gender": "Kvinna"}, "an unknown gender"),
    ({"referred_on": date(2020, 2, 2)}, "enrolled before the referral"),
    ({"withdrawn_on": date(2020, 1, 2)}, "withdrawn though enrolled"),
    ({"trial_ends_on": date(2020, 1, 31)}, "a trial period that ends before it begins"),
    ({"closing_begun_on": date(2020, 1, 31)}, "a closing begun before the enrolment"),
    ({"closing_begun_on": date(2021, 2, 2)}, "closed before the closing began"),
    ({"birth_date": date(2020, 2, 2)}, "enrolled before birth"),
    ({"public_support_months": -1.0}, "a negative time on public support"),
    ({"episode_id": "E0"}, "the same episode_id as another"),
]


@pytest.mark.parametrize(("changed", "rule"), BROKEN)
@pytest.mark.parametrize("engine", ENGINES)
def test_rows_that_contradict_themselves(
    tmp_path: Path, engine: str, changed: dict[str, Any], rule: str
) -> None:
    path = tmp_path / "broken.parquet"
    first = {**SOUND, "episode_id": "E0"}
    write_episodes(framed([first, SOUND]), path)
    assert team_episodes(path, TEAM, engine).height == 2
    write_episodes(episode_frame([first, {**SOUND, **changed}]), path)
    with pytest.raises(EpisodesRefused) as refused:
        team_episodes(path, TEAM, engine)
    assert refused.value.rules[rule] == 1


def test_many_rows_in_memory_are_counted_by_polars(monkeypatch: pytest.MonkeyPatch) -> None:
    here = in_memory(None)
    expected = contract(here), here.crosstab("closed", "gender", "outcome")
    monkeypatch.setattr("samspel.figures.cells.FEW", 0)
    there = in_memory(None)
    assert (contract(there), there.crosstab("closed", "gender", "outcome")) == expected
