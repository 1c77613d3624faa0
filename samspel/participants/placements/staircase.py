"""The ladder drawn as a staircase, with bars for the hours worked: where everything stands.

As wide as a small phone, so that the letters can be read there; wider screens draw it larger.
"""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from decimal import Decimal

from django.utils.formats import date_format

from samspel.participants.placements.ladder import WEEK, Rung, told_hours
from samspel.participants.plans.drawing import language_of_page

WIDTH, HEIGHT = 360, 220
_LEFT, _RIGHT, _TOP, _BOTTOM = 30, 8, 18, 38
_PLOT_WIDTH, _PLOT_HEIGHT = WIDTH - _LEFT - _RIGHT, HEIGHT - _TOP - _BOTTOM
_TALLEST = (10, 20, 30, 40)
"""Where the axis can end, in hours per week."""
_ROOM_FOR_NUMBER = 20
"""How wide a step must be drawn for its hours to stand over it."""
_MOST_MONTHS = 7
"""So many names of months have room beside each other."""
_GAP = 1.0


@dataclass(frozen=True, slots=True)
class Bar:
    """The hours worked in a week."""

    x: float
    y: float
    width: float
    height: float


@dataclass(frozen=True, slots=True)
class Mark:
    """A text at a point; ``more`` stands on the line under it."""

    x: float
    y: float
    text: str
    more: str = ""


@dataclass(frozen=True, slots=True)
class Staircase:
    """A drawing: the template writes it, the colours come from the charts' style sheet."""

    stair: str
    """The line of the steps, as the path of an SVG."""
    ground: str
    """The surface under it."""
    bars: tuple[Bar, ...]
    hours: tuple[Mark, ...]
    levels: tuple[Mark, ...]
    months: tuple[Mark, ...]
    today_x: float | None
    left: float = _LEFT
    right: float = WIDTH - _RIGHT
    top: float = _TOP
    bottom: float = HEIGHT - _BOTTOM
    width: int = WIDTH
    height: int = HEIGHT


class _Scale:
    """Days to the right, hours upwards."""

    def __init__(self, first: date, last: date, tallest: int) -> None:
        self.first, self.tallest = first, tallest
        self.days = max((last - first).days + 1, 1)

    def x(self, day: date) -> float:
        share = (day - self.first).days / self.days
        return round(_LEFT + _PLOT_WIDTH * min(max(share, 0), 1), 1)

    def y(self, hours: Decimal | int) -> float:
        return round(_TOP + _PLOT_HEIGHT * (1 - float(hours) / self.tallest), 1)


def staircase(
    rungs: Sequence[Rung], worked: Mapping[date, Decimal], *, last: date, today: date
) -> Staircase:
    """The drawing of a ladder that has at least one step, until the day ``last``.

    ``worked`` are the hours of weeks by their Mondays.
    """
    first = rungs[0].on
    last = max(last, rungs[-1].on + WEEK - timedelta(days=1))
    highest = max([each.hours for each in rungs] + list(worked.values()))
    tallest = next(level for level in _TALLEST if highest <= level)
    scale = _Scale(first, last, tallest)
    stair, ground = _lines(rungs, last, scale)
    return Staircase(
        stair=stair,
        ground=ground,
        bars=tuple(_bars(worked, last, scale)),
        hours=tuple(_hours(rungs, last, scale)),
        levels=tuple(_levels(scale)),
        months=tuple(_months(first, last, scale)),
        today_x=scale.x(today) if first <= today <= last else None,
    )


def _lines(rungs: Sequence[Rung], last: date, scale: _Scale) -> tuple[str, str]:
    """The line of the steps, and the same closed along the ground."""
    start = f"M{scale.x(rungs[0].on)} {scale.y(rungs[0].hours)}"
    up = "".join(f"H{scale.x(rung.on)}V{scale.y(rung.hours)}" for rung in rungs[1:])
    end, ground = scale.x(last + timedelta(days=1)), scale.y(0)
    stair = f"{start}{up}H{end}"
    return stair, f"{stair}V{ground}H{scale.x(rungs[0].on)}Z"


def _bars(worked: Mapping[date, Decimal], last: date, scale: _Scale) -> Iterator[Bar]:
    for monday, hours in sorted(worked.items()):
        left, right = scale.x(monday), scale.x(min(monday + WEEK, last + timedelta(days=1)))
        top = scale.y(hours)
        width = max(round(right - left - 2 * _GAP, 1), 1.0)
        yield Bar(round(left + _GAP, 1), top, width, round(scale.y(0) - top, 1))


def _hours(rungs: Sequence[Rung], last: date, scale: _Scale) -> Iterator[Mark]:
    """The hours over each step that is wide enough, and always over the last."""
    ends = [*(each.on for each in rungs[1:]), last + timedelta(days=1)]
    for rung, end in zip(rungs, ends, strict=True):
        left, right = scale.x(rung.on), scale.x(end)
        if right - left >= _ROOM_FOR_NUMBER:
            middle = round((left + right) / 2, 1)
            yield Mark(middle, round(scale.y(rung.hours) - 5, 1), told_hours(rung.hours))


def _levels(scale: _Scale) -> Iterator[Mark]:
    """The lines across, every tenth hour."""
    for hours in range(0, scale.tallest + 1, 10 if scale.tallest > 10 else 5):
        yield Mark(_LEFT - 6, scale.y(hours), str(hours))


def _months(first: date, last: date, scale: _Scale) -> Iterator[Mark]:
    """The months' first days, so many that they have room; the year stands where it begins."""
    starts = [day for day in _first_days(first, last) if day <= last]
    every = -(-len(starts) // _MOST_MONTHS) or 1
    if len(starts) < 2:
        starts, every = [first], 1
    year = None
    for day in starts[::every]:
        name = date_format(day, "M" if len(starts) > 1 else "j M")
        name = name if language_of_page() == "en" else name.lower()
        yield Mark(scale.x(day), HEIGHT - _BOTTOM + 15, name, str(day.year) * (day.year != year))
        year = day.year


def _first_days(first: date, last: date) -> Iterator[date]:
    day = first if first.day == 1 else _month_after(first)
    while day <= last:
        yield day
        day = _month_after(day)


def _month_after(day: date) -> date:
    return (day.replace(day=1) + timedelta(days=32)).replace(day=1)
