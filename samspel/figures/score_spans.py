"""From the first outcome score of an episode to the last, and what became of it.

The rule is that of `score_change.py`, as an expression that every engine can work out.
"""

from typing import Any

import narwhals as nw

from samspel.figures.period import Period
from samspel.figures.work_codes import OUTCOME_RATING

Rows = nw.LazyFrame[Any]


def score_changes(scores: Rows, episodes: Rows, period: Period) -> Rows:
    """For each episode with scores of two days: the day of its last by the end, and the change.

    The cut-off and the reliable change are those of the last score. Of a day one score counts.
    """
    del episodes
    by_end = (nw.col("instrument") == OUTCOME_RATING) & (nw.col("on") <= period.end)
    known = scores.filter(by_end)
    edges = known.group_by("episode_id").agg(
        first_on=nw.col("on").min(), last_scored_on=nw.col("on").max()
    )
    edges = edges.filter(nw.col("first_on") < nw.col("last_scored_on"))
    first = known.select("episode_id", first_on=nw.col("on"), first_tenths=nw.col("total_tenths"))
    last = known.select(
        "episode_id",
        "cutoff_tenths",
        "reliable_tenths",
        last_scored_on=nw.col("on"),
        last_tenths=nw.col("total_tenths"),
    )
    pairs = edges.join(first, on=["episode_id", "first_on"], how="inner")
    pairs = pairs.join(last, on=["episode_id", "last_scored_on"], how="inner")
    return pairs.with_columns(score_change=_change()).select(
        "episode_id", "last_scored_on", "score_change"
    )


def _change() -> nw.Expr:
    first, last = nw.col("first_tenths"), nw.col("last_tenths")
    cutoff, reliable = nw.col("cutoff_tenths"), nw.col("reliable_tenths")
    crossed = (first < cutoff) & (last >= cutoff)
    better = (last - first) >= reliable
    worse = (first - last) >= reliable
    changed = nw.when(worse).then(nw.lit("deteriorated")).otherwise(nw.lit("unchanged"))
    changed = nw.when(better).then(nw.lit("improved")).otherwise(changed)
    return nw.when(better & crossed).then(nw.lit("recovered")).otherwise(changed)
