"""What attendance makes of a stay: the whole weeks in which somebody came, and the first day."""

from typing import Any

import narwhals as nw

from samspel.figures.day_numbers import day_number, week_of
from samspel.figures.period import Period
from samspel.figures.work_codes import CAME

Rows = nw.LazyFrame[Any]


def came() -> nw.Expr:
    """Took part, there or digitally."""
    return nw.col("presence").is_in(list(CAME)).fill_null(value=False)


def weeks_of_stays(attendances: Rows, episodes: Rows, period: Period) -> Rows:
    """For each episode its whole weeks in the period, and in how many of them somebody came.

    A week from Monday to Sunday is whole when the person was enrolled on each of its days and
    each of them is in the period; on the day of the closing nobody is enrolled. An episode
    without such a week has no row.
    """
    stays = _stays(episodes, period)
    days = attendances.filter(came(), nw.col("on").is_between(period.start, period.end))
    weeks = days.select("episode_id", week=week_of(day_number(nw.col("on")))).unique()
    within = (nw.col("week") >= nw.col("first_week")) & (nw.col("week") < nw.col("week_after"))
    found = weeks.join(stays, on="episode_id", how="inner").filter(within)
    numbers = found.group_by("episode_id").agg(n_attended=nw.len())
    return (
        stays.join(numbers, on="episode_id", how="left")
        .with_columns(
            weeks=nw.col("week_after") - nw.col("first_week"),
            weeks_attended=nw.col("n_attended").cast(nw.Int64).fill_null(0),
        )
        .select("episode_id", "weeks", "weeks_attended")
    )


def _stays(episodes: Rows, period: Period) -> Rows:
    """The first whole week of each stay in the period, and the one after the last."""
    enrolled, closed = nw.col("enrolled_on"), nw.col("closed_on")
    there = (enrolled <= period.end) & (closed.is_null() | (closed > period.start))
    bare = episodes.filter(~enrolled.is_null()).filter(there)
    numbered = bare.select(
        "episode_id",
        starts=day_number(enrolled),
        begins=nw.lit(period.start.toordinal(), dtype=nw.Int64),
        leaves=day_number(closed) - 1,
        ends=nw.lit(period.end.toordinal(), dtype=nw.Int64),
    )
    first = nw.max_horizontal("starts", "begins")
    last = nw.min_horizontal("leaves", "ends")
    # The first Monday on or after the first day, and the first on or after the day after the last.
    weeks = numbered.select("episode_id", first_week=week_of(first + 6), week_after=last // 7)
    return weeks.filter(nw.col("week_after") > nw.col("first_week"))


def first_days(attendances: Rows, episodes: Rows, period: Period) -> Rows:
    """For each episode the first day on which somebody came after the enrolment, by the end."""
    enrolled = episodes.select("episode_id", since=nw.col("enrolled_on"))
    days = attendances.filter(came(), nw.col("on") <= period.end).select("episode_id", "on")
    within = days.join(enrolled, on="episode_id", how="inner").filter(
        nw.col("on") >= nw.col("since")
    )
    return within.group_by("episode_id").agg(first_on=nw.col("on").min())
