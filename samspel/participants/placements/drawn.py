"""A placement's ladder as pages show it: the drawing, its words, and the table beside it."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from decimal import Decimal

from django.utils.translation import gettext as _

from samspel.participants.placements.ladder import Rung, monday_of, mondays, planned_in, told_hours
from samspel.participants.placements.placement import Placement
from samspel.participants.placements.purpose import State
from samspel.participants.placements.staircase import Staircase, staircase


@dataclass(frozen=True, slots=True)
class WeekRow:
    """A week of the table: planned and worked hours in words, empty where nothing is entered."""

    monday: date
    planned: str
    worked: str
    is_now: bool

    @property
    def number(self) -> int:
        """The number of the week, by ISO 8601 as in Swedish calendars."""
        return self.monday.isocalendar().week


@dataclass(frozen=True, slots=True)
class StepRow:
    """A step of the ladder in words."""

    on: date
    hours: str
    is_now: bool


@dataclass(frozen=True, slots=True)
class DrawnLadder:
    """What ``placements/ladder.html`` shows as ``ladder``; without steps there is no drawing."""

    placement: Placement
    stairs: Staircase | None
    told: str
    steps: list[StepRow]
    weeks: list[WeekRow]
    """The weeks up to this one, the latest first."""


def drawn_ladder(
    placement: Placement, rungs: Sequence[Rung], worked: Mapping[date, Decimal], today: date
) -> DrawnLadder:
    """The ladder of a placement; ``worked`` are the hours of weeks by their Mondays."""
    last = placement.last_day_drawn(today)
    stairs = staircase(rungs, worked, last=last, today=today) if rungs else None
    return DrawnLadder(
        placement=placement,
        stairs=stairs,
        told=told_ladder(rungs),
        steps=_steps(rungs, today, goes_on=placement.state(today) == State.ONGOING),
        weeks=_weeks(rungs, worked, min(last, today), today),
    )


def told_ladder(rungs: Sequence[Rung]) -> str:
    """The way of the ladder in words."""
    if not rungs:
        return ""
    first, last = rungs[0], rungs[-1]
    begin = {"first": told_hours(first.hours), "begin": first.on.isoformat()}
    if len(rungs) == 1:
        return _("%(first)s hours a week from %(begin)s.") % begin
    end = {"last": told_hours(last.hours), "end": last.on.isoformat()}
    words = _("From %(first)s hours a week on %(begin)s to %(last)s hours a week from %(end)s.")
    return words % (begin | end)


def _steps(rungs: Sequence[Rung], today: date, *, goes_on: bool) -> list[StepRow]:
    reached = [each.on for each in rungs if each.on <= today]
    now = reached[-1:] if goes_on else []
    return [StepRow(each.on, told_hours(each.hours), now == [each.on]) for each in rungs]


def _weeks(
    rungs: Sequence[Rung], worked: Mapping[date, Decimal], last: date, today: date
) -> list[WeekRow]:
    if not rungs:
        return []
    found = [
        WeekRow(
            monday=monday,
            planned=told_hours(planned_in(rungs, monday)),
            worked=told_hours(worked[monday]) if monday in worked else "",
            is_now=monday == monday_of(today),
        )
        for monday in mondays(rungs[0].on, last)
    ]
    return found[::-1]
