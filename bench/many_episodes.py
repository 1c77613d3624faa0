"""Millions of made-up episodes in Parquet, as a pooled research file would be."""

from datetime import date
from pathlib import Path

import polars as pl

from samspel.figures.frame import episode_frame

EPISODES_A_TEAM = 500
TEAM = "Team 7"


def write_parquet(path: Path, episodes: int) -> None:
    """Write the episodes of as many teams as it takes, by the product's own function."""
    from samspel.figures.engines import write_episodes

    write_episodes(episode_frame(_drawn(episodes)), path)


def _below(limit: int, seed: int) -> pl.Expr:
    """A number from 0 to under ``limit``, as if by chance."""
    return (pl.col("number").hash(seed) % limit).cast(pl.Int32)


def _one_of(words: list[str], seed: int) -> pl.Expr:
    return pl.lit(pl.Series(words)).gather(_below(len(words), seed))


def _drawn(episodes: int) -> pl.DataFrame:
    teams = max(10, episodes // EPISODES_A_TEAM)
    referred = pl.lit(date(2015, 1, 1)) + pl.duration(days=_below(3650, 1))
    frame = pl.select(number=pl.int_range(episodes, dtype=pl.UInt32)).with_columns(
        episode_id=pl.format("E{}", "number"),
        participant_id=pl.format("P{}", "number"),
        team=pl.format("Team {}", _below(teams, 2)),
        gender=_one_of(["woman", "man"], 3),
        birth_date=pl.lit(date(1958, 1, 1)) + pl.duration(days=_below(16_000, 4)),
        referred_by=_one_of(["region", "social_services", "social_insurance"], 5),
        income_source=_one_of(["social_insurance", "social_assistance", "none"], 6),
        referred_on=referred,
        public_support_months=_below(900, 7) / 10,
    )
    frame = frame.with_columns(
        enrolled_on=pl.col("referred_on") + pl.duration(days=_below(90, 8)),
    ).with_columns(
        closed_on=pl.when(_below(10, 9) < 8).then(
            pl.col("enrolled_on") + pl.duration(days=30 + _below(900, 10))
        ),
    )
    outcomes = ["work", "studies", "other_rehabilitation", "sickness_compensation", "dropout"]
    return frame.with_columns(
        outcome=pl.when(pl.col("closed_on").is_not_null()).then(_one_of(outcomes, 11)),
    ).drop("number")
