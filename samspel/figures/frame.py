"""The episode row: its columns, and what is derived from them once, where the frame is made.

Engines disagree about date differences, so every number of days or years that a figure needs is
made here as a whole number; the definitions only compare, count and add.
"""

from collections.abc import Iterable, Mapping
from decimal import Decimal
from typing import Any

import narwhals as nw
import polars as pl

SCHEMA: dict[str, pl.DataType] = {
    "episode_id": pl.String(),
    "participant_id": pl.String(),
    "team": pl.String(),
    "gender": pl.String(),
    "birth_date": pl.Date(),
    "referred_by": pl.String(),
    "income_source": pl.String(),
    "study_visit_on": pl.Date(),
    "referred_on": pl.Date(),
    "enrolled_on": pl.Date(),
    "closed_on": pl.Date(),
    "outcome": pl.String(),
    "public_support_months": pl.Float64(),
    "withdrawn_on": pl.Date(),
    "coach": pl.String(),
    "trial_ends_on": pl.Date(),
    "closing_begun_on": pl.Date(),
    "withdrawal_reason": pl.String(),
    "occupation_before": pl.String(),
    "occupation_after": pl.String(),
    "income_after": pl.String(),
}
"""Every column that a frame of episodes has; one that a file lacks is empty."""

OPTIONAL = (
    "study_visit_on",
    "trial_ends_on",
    "closing_begun_on",
    "withdrawal_reason",
    "occupation_before",
    "occupation_after",
    "income_after",
)
"""The columns of the way through the team, which many files do not have."""

DERIVED = (
    "stay_days",
    "queue_days",
    "age_at_enrolment",
    "age_days_at_closing",
    "birth_year",
    "birth_monthday",
    "public_support_tenths",
)


def episode_frame(rows: Iterable[Mapping[str, Any]] | pl.DataFrame) -> pl.DataFrame:
    """Make the frame of episodes: the columns of ``SCHEMA`` and the derived whole numbers.

    Rows may leave columns out, and dates may be ISO text; empty text counts as missing. Columns
    that are not in ``SCHEMA`` are dropped. Raises ``ValueError`` when a value does not fit.
    """
    try:
        if not isinstance(rows, pl.DataFrame):
            kept = [{name: _plain(row.get(name)) for name in SCHEMA} for row in rows]
            rows = pl.DataFrame(kept, schema=_types(kept), infer_schema_length=None)
        return derive(rows.lazy()).collect()
    except (pl.exceptions.PolarsError, TypeError) as error:
        raise ValueError(f"The episodes cannot be read: {error}") from error


def team_rows(frame: Any, team: str | None) -> nw.LazyFrame[Any]:
    """One team's rows of any engine's frame; bare records in a Polars frame are derived first.

    Rows that are in memory already are picked once here, not by every query again.
    """
    if isinstance(frame, pl.DataFrame):
        frame = frame if team is None else frame.filter(pl.col("team") == team)
        frame = frame if set(DERIVED) <= set(frame.columns) else episode_frame(frame)
        team = None
    rows: nw.LazyFrame[Any] = nw.from_native(frame).lazy()
    return rows if team is None else rows.filter(nw.col("team") == team)


def _plain(value: object) -> object:
    """Polars takes no decimals into a float column; one decimal survives the way exactly."""
    return float(value) if isinstance(value, Decimal) else value


def _types(rows: list[dict[str, Any]]) -> dict[str, pl.DataType]:
    """The type of each column; text where the rows hold text, to be read later."""
    return {
        name: pl.String() if any(isinstance(row[name], str) for row in rows) else dtype
        for name, dtype in SCHEMA.items()
    }


def derive(frame: pl.LazyFrame) -> pl.LazyFrame:
    """Add missing columns and the derived whole numbers; expressions only, so it stays lazy."""
    present = frame.collect_schema()
    columns = [_typed(name, dtype, present.get(name)).alias(name) for name, dtype in SCHEMA.items()]
    tenths = _support_tenths(present.get("public_support_months"))
    return frame.select(*columns, tenths).with_columns(
        _days("enrolled_on", "closed_on").alias("stay_days"),
        _days("referred_on", "enrolled_on").alias("queue_days"),
        _completed_years("enrolled_on").alias("age_at_enrolment"),
        _days("birth_date", "closed_on").alias("age_days_at_closing"),
        pl.col("birth_date").dt.year().cast(pl.Int64).alias("birth_year"),
        _monthday("birth_date").alias("birth_monthday"),
    )


def _typed(name: str, dtype: pl.DataType, present: pl.DataType | None) -> pl.Expr:
    if present is None:
        return pl.lit(None, dtype=dtype)
    column = pl.col(name)
    if present == pl.String:
        column = column.str.strip_chars()
        column = pl.when(column != "").then(column)
        return column.str.to_date("%Y-%m-%d") if dtype == pl.Date else column.cast(dtype)
    return column.cast(dtype)


def _support_tenths(present: pl.DataType | None) -> pl.Expr:
    """Months × 10 as a whole number: the one decimal of the record is kept exactly."""
    if present is None:
        return pl.lit(None, dtype=pl.Int64).alias("public_support_tenths")
    months = pl.col("public_support_months")
    if present == pl.String:
        months = pl.when(months.str.strip_chars() != "").then(months.str.strip_chars())
    tenths = (months.cast(pl.Float64) * 10).round().cast(pl.Int64)
    return tenths.alias("public_support_tenths")


def _days(first: str, last: str) -> pl.Expr:
    return (pl.col(last) - pl.col(first)).dt.total_days().cast(pl.Int64)


def _monthday(column: str) -> pl.Expr:
    """Month and day as one number, 29 February as 229."""
    day = pl.col(column).dt
    return day.month().cast(pl.Int64) * 100 + day.day().cast(pl.Int64)


def _completed_years(on: str) -> pl.Expr:
    """Whole years lived on a day; someone born 29 February turns on 1 March in common years."""
    years = pl.col(on).dt.year().cast(pl.Int64) - pl.col("birth_date").dt.year().cast(pl.Int64)
    return years - (_monthday("birth_date") > _monthday(on)).cast(pl.Int64)
