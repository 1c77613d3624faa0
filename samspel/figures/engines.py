"""Episodes kept in a Parquet file, opened by the engine of choice.

One team is picked by the engine while it reads, so that its figures cost little more than the
scan; the rest is counted in memory. All teams together stay on the engine, which then needs the
derived columns in the file (``frame.DERIVED``; ``write_episodes`` puts them there).
"""

from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import narwhals as nw
import polars as pl

from samspel.figures.frame import DERIVED, OPTIONAL, SCHEMA, derive
from samspel.figures.soundness import EpisodesRefused, refuse_columns, refuse_rows
from samspel.figures.words import noop

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
    """Open a Parquet file of episodes without reading its rows yet.

    Raises ``EpisodesRefused`` with one sentence when the engine is unknown or not installed, the
    file is not there or is none, or a needed column is missing.
    """
    with _readable(path):
        return _derived(_opened(path, engine), path)


@contextmanager
def _readable(path: Path) -> Iterator[None]:
    """Every engine has errors of its own for a file that it cannot read."""
    try:
        yield
    except EpisodesRefused:
        raise
    except Exception as error:
        if not isinstance(error, OSError) and not _is_an_engines(error):
            raise
        raise EpisodesRefused(
            noop("“%(file)s” cannot be read as episodes in Parquet."), {"file": path}
        ) from error


def _is_an_engines(error: Exception) -> bool:
    names = {each.__module__.partition(".")[0] for each in type(error).__mro__}
    return bool(names & {"polars", "narwhals", "duckdb", "_duckdb", "pyspark", "py4j"})


def _opened(path: Path, engine: str) -> nw.LazyFrame[Any]:
    if engine not in ENGINES:
        raise EpisodesRefused(
            noop("There is no engine named %(engine)s; choose %(engines)s."),
            {"engine": engine, "engines": ", ".join(ENGINES)},
        )
    if not path.exists():
        raise EpisodesRefused(noop("There is no file “%(file)s”."), {"file": path})
    try:
        frame = ENGINES[engine](path)
    except ImportError as error:
        raise EpisodesRefused(
            noop("The engine %(engine)s is not installed."), {"engine": engine}
        ) from error
    refuse_columns(frame.collect_schema(), path)
    return frame


def _derived(frame: nw.LazyFrame[Any], path: Path) -> nw.LazyFrame[Any]:
    """Derive what the file lacks where the engine can, and say so where it cannot."""
    present = set(frame.collect_schema().names())
    missing = [name for name in DERIVED if name not in present]
    if not missing:
        absent = {name: _nothing(name) for name in OPTIONAL if name not in present}
        return frame.with_columns(**absent) if absent else frame
    if not frame.implementation.is_polars():
        raise EpisodesRefused(
            noop("“%(file)s” lacks the column %(column)s."), {"file": path, "column": missing[0]}
        )
    return nw.from_native(derive(frame.to_native()))


def _nothing(column: str) -> nw.Expr:
    return nw.lit(None, dtype=nw.Date if column.endswith("_on") else nw.String)


# What no figure asks for.
NOT_COUNTED = ("participant_id",)


def team_episodes(path: Path, team: str, engine: str = POLARS) -> pl.DataFrame:
    """One team's episodes, picked by the engine and handed over in memory.

    Only what figures need is read, and the derived columns are made anew: that is quicker than
    reading them. Raises ``EpisodesRefused`` as ``open_episodes``, when the file has no such team,
    and when the team's rows contradict themselves.
    """
    with _readable(path):
        rows = _opened(path, engine)
        present = set(rows.collect_schema().names()) - set(NOT_COUNTED)
        columns = [name for name in SCHEMA if name in present]
        picked = rows.filter(nw.col("team") == team).select(columns)
        frame = derive(_in_memory(picked, columns).lazy()).collect()
    if frame.is_empty():
        raise EpisodesRefused(
            noop("There is no team “%(team)s” in “%(file)s”."), {"team": team, "file": path}
        )
    refuse_rows(frame, path)
    return frame


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
