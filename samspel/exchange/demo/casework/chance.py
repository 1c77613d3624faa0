"""Chance that is the same each time, and times of the day for invented records."""

from collections.abc import Sequence
from datetime import date, datetime, time, timedelta
from random import Random
from typing import TypeVar
from zoneinfo import ZoneInfo

from django.conf import settings

Thing = TypeVar("Thing")


class Chance:
    """Draws for one case or team, by its name: the same name draws the same."""

    def __init__(self, name: str) -> None:
        self.random = Random(name)  # noqa: S311  # nosec B311 - always the same, and no secret

    def happens(self, share: float) -> bool:
        """Whether something happens that does so in ``share`` of the cases."""
        return self.random.random() < share

    def one_of(self, things: Sequence[Thing]) -> Thing:
        """Any one of them."""
        return self.random.choice(things)

    def some_of(self, things: Sequence[Thing], number: int) -> list[Thing]:
        """Different ones of them, as many as asked for."""
        return self.random.sample(things, number)

    def number(self, low: int, high: int) -> int:
        """A whole number, both ends included."""
        return self.random.randint(low, high)

    def days(self, low: int, high: int) -> timedelta:
        """Some days."""
        return timedelta(days=self.number(low, high))


def at(day: date, hour: int = 11, minute: int = 0) -> datetime:
    """A moment of a day in Swedish time."""
    return datetime.combine(day, time(hour, minute), ZoneInfo(settings.TIME_ZONE))


def working_day(day: date) -> date:
    """The same day, or the Friday before a weekend."""
    return day - timedelta(days=max(0, day.weekday() - 4))


def next_working_day(day: date) -> date:
    """The same day, or the Monday after a weekend."""
    return day + timedelta(days=(7 - day.weekday()) % 7 if day.weekday() > 4 else 0)
