"""The day that a sheet is shown for, and the steps to the days beside it."""

from dataclasses import dataclass
from datetime import date, timedelta

_ONE = timedelta(days=1)


@dataclass(frozen=True, slots=True)
class Steps:
    """The days that one can go to from a sheet; no later one than today."""

    before: date
    after: date | None
    is_today: bool


def day_or(text: str, today: date) -> date:
    """The day written as 2026-03-14 if it has come, otherwise ``today``."""
    try:
        day = date.fromisoformat(text)
    except ValueError:
        return today
    return day if date.min < day <= today else today


def steps_between(day: date, today: date) -> Steps:
    """The day before, and the day after unless that is still to come."""
    return Steps(day - _ONE, day + _ONE if day < today else None, day == today)
