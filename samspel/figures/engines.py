"""Episodes kept in a Parquet file, opened by the engine of choice.

One team is picked by the engine while it reads, so that its figures cost little more than the
scan; the rest is counted in memory. All teams together stay on the engine, which then needs the
derived columns in the file (``frame.DERIVED``; ``write_episodes`` puts them there).
"""

from collections.abc import Callable, Mapping
from pathlib import Path
from typing import Any

import narwhals as nw
import polars as pl

from samspel.figures.frame import DERIVED, SCHEMA, derive

POLARS = "polars"
DUCKDB = "duckdb"
PYSPARK = "pyspark"


def _polars(path: Path) -> nw.LazyFrame[Any]:
    return nw.from_native(pl.scan_parquet(path))


def _duckdb(path: Path) -> nw.LazyFrame[Any]:
    import duckdb

    return nw.from_native(duckdb.connect().read_parquet(str(path)))


def _pyspark(path: Path) -> nw.LazyFrame[Any]:
    from pyspark.sql import SparkSession

    session = SparkSession.builder.appName("samspel").getOrCreate()
    frame: nw.LazyFrame[Any] = nw.from_native(session.read.parquet(str(path)))
    return frame


ENGINES: Mapping[str, Callable[[Path], nw.LazyFrame[Any]]] = {
    POLARS: _polars,
    DUCKDB: _duckdb,
    PYSPARK: _pyspark,
}


def open_episodes(path: Path, engine: str = POLARS) -> nw.LazyFrame[Any]:
    """Open a Parquet file of episodes without reading it yet.

    Raises ``ValueError`` with one sentence when the engine is unknown or not installed, or the
    file is not there.
    """
    return _derived(_opened(path, engine), path)


def _opened(path: Path, engine: str) -> nw.LazyFrame[Any]:
    if engine not in ENGINES:
        raise ValueError(f"There is no engine named {engine!r}; choose {', '.join(ENGINES)}.")
    if not path.exists():
        raise ValueError(f"There is no file {path}.")
    try:
        return ENGINES[engine](path)
    except ImportError as error:
        raise ValueError(f"The engine {engine} is not installed.") from error


def _derived(frame: nw.LazyFrame[Any], path: Path) -> nw.LazyFrame[Any]:
    """Derive what the file lacks where the engine can, and say so where it cannot."""
    missing = [name for name in DERIVED if name not in frame.collect_schema().names()]
    if not missing:
        return frame
    if not frame.implementation.is_polars():
        raise ValueError(f"{path} lacks the column {missing[0]}; write it with write_episodes.")
    return nw.from_native(derive(frame.to_native()))


# What no figure asks for, and for the last one only the list of episodes behind a number.
NOT_COUNTED = ("participant_id", "study_visit_on")
IDENTITY = "episode_id"


def team_episodes(
    path: Path, team: str, engine: str = POLARS, *, with_ids: bool = True
) -> pl.DataFrame:
    """One team's episodes, picked by the engine and handed over in memory.

    Only what figures need is read, and the derived columns are made anew: that is quicker than
    reading them. ``with_ids`` false leaves out the episodes' ids too. Raises ``ValueError`` as
    ``open_episodes``, and when the file has no such team.
    """
    rows = _opened(path, engine)
    skipped = NOT_COUNTED if with_ids else (*NOT_COUNTED, IDENTITY)
    present = set(rows.collect_schema().names()) - set(skipped)
    columns = [name for name in SCHEMA if name in present]
    picked = rows.filter(nw.col("team") == team).select(columns)
    frame = _in_memory(picked, columns)
    if frame.is_empty():
        raise ValueError(f"There is no team named {team!r} in {path}.")
    return derive(frame.lazy()).collect()


def _in_memory(rows: nw.LazyFrame[Any], columns: list[str]) -> pl.DataFrame:
    native = rows.to_native()
    if rows.implementation.is_polars():
        frame: pl.DataFrame = native.collect()
        return frame
    if rows.implementation.is_duckdb():
        return pl.DataFrame(native)
    schema = {name: SCHEMA[name] for name in columns}
    return pl.DataFrame([tuple(row) for row in native.collect()], schema=schema, orient="row")


def write_episodes(frame: pl.DataFrame, path: Path) -> None:
    """Keep a frame of episodes, derived columns and all, sorted so that a team lies together."""
    frame.sort("team", "enrolled_on").write_parquet(path, statistics=True)
