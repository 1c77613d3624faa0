"""Days and weeks as whole numbers, which every engine can subtract alike."""

import narwhals as nw


def day_number(day: nw.Expr) -> nw.Expr:
    """Days since the year 1 in today's calendar, as `date.toordinal` counts them."""
    years = day.dt.year().cast(nw.Int64) - 1
    leap_days = years // 4 - years // 100 + years // 400
    return 365 * years + leap_days + day.dt.ordinal_day().cast(nw.Int64)


def week_of(number: nw.Expr) -> nw.Expr:
    """The number of the week, Monday to Sunday, that the day with a number lies in.

    Day 1 was a Monday, so that week 0 has the days 1 to 7.
    """
    return (number - 1) // 7
