"""The ladder (trappa) of a placement: hours per week in steps from given days. Pure rules.

Hours are Decimals with halves, compared as such. Nothing is summed for display: whether several
placements go over the most hours together is a rule, and figures count elsewhere.
"""

from collections.abc import Iterable, Sequence
from datetime import date, timedelta
from decimal import Decimal
from typing import NamedTuple

from django.utils.formats import number_format
from django.utils.translation import gettext as _

MOST_HOURS = Decimal(40)
"""Hours per week; full time."""
HALF_HOUR = Decimal("0.5")
FRIDAY = timedelta(days=4)
SUNDAY = timedelta(days=6)
WEEK = timedelta(days=7)


class Rung(NamedTuple):
    """A step of the ladder: so many hours per week from a day on."""

    on: date
    hours: Decimal


class Stretch(NamedTuple):
    """A placement as the rule of several at once sees it; without an end it goes on."""

    rungs: tuple[Rung, ...]
    ends_on: date | None


def hours_fault(hours: Decimal) -> str | None:
    """What is wrong with the hours per week of a step."""
    if not hours.is_finite() or hours <= 0:
        return _("Write more than 0 hours a week.")
    if hours > MOST_HOURS:
        return _("The ladder goes over 40 hours a week: write at most 40.")
    if hours % HALF_HOUR:
        return _("Write whole or half hours, such as 7 or 7,5.")
    return None


class StepFault(NamedTuple):
    """What is wrong with a step, in one sentence: with its day (``on``) or with its ``hours``."""

    step: int
    """Its place in the ladder; 0 is the first."""
    part: str
    said: str


def ladder_fault(rungs: Sequence[Rung], *, starts_on: date, ends_on: date | None) -> str | None:
    """What is wrong with a ladder, in one sentence; ``ends_on`` is the planned end.

    The first step begins on the placement's first day, and each of the others on a later day
    than the one before it.
    """
    if not rungs:
        return _("Write how many hours a week the placement begins with.")
    faults = (*hours_faults(rungs), *day_faults(rungs, starts_on=starts_on, ends_on=ends_on))
    return faults[0].said if faults else None


def hours_faults(rungs: Sequence[Rung]) -> list[StepFault]:
    """The steps whose hours are none, in their order."""
    said = [(place, hours_fault(rung.hours)) for place, rung in enumerate(rungs)]
    return [StepFault(place, "hours", fault) for place, fault in said if fault]


def day_faults(rungs: Sequence[Rung], *, starts_on: date, ends_on: date | None) -> list[StepFault]:
    """The steps that begin on a wrong day, each once, in their order."""
    found = [_day_fault(rungs, place, starts_on, ends_on) for place, _rung in enumerate(rungs)]
    return [StepFault(place, "on", fault) for place, fault in enumerate(found) if fault]


def _day_fault(
    rungs: Sequence[Rung], place: int, starts_on: date, ends_on: date | None
) -> str | None:
    day = rungs[place].on
    told = {"day": day.isoformat(), "start": starts_on.isoformat()}
    if day < starts_on:
        return _("The step of %(day)s is before the placement starts on %(start)s.") % told
    if place == 0:
        wrong = _("The first step begins on the day on which the placement starts.")
        return wrong if day != starts_on else None
    if day <= rungs[place - 1].on:
        return _("The step of %(day)s must begin on a later day than the one before it.") % told
    if ends_on is not None and day > ends_on:
        return _("The step of %(day)s is after the planned end.") % told
    return None


def hours_on(rungs: Iterable[Rung], day: date) -> Decimal:
    """The planned hours per week on a day; 0 before the first step."""
    hours = Decimal(0)
    for rung in rungs:
        if rung.on <= day:
            hours = rung.hours
    return hours


def monday_of(day: date) -> date:
    """The Monday of the day's week."""
    return day - timedelta(days=day.weekday())


def mondays(first: date, last: date) -> list[date]:
    """The Mondays of the weeks from that of ``first`` to that of ``last``, in order."""
    monday, found = monday_of(first), []
    while monday <= last:
        found.append(monday)
        monday += WEEK
    return found


def planned_in(rungs: Iterable[Rung], monday: date) -> Decimal:
    """The hours planned for a week: those of the step that holds on its Friday."""
    return hours_on(rungs, monday + FRIDAY)


def first_day_over(stretches: Sequence[Stretch]) -> date | None:
    """The first day on which the placements together go over the most hours; None if never."""
    days = sorted({rung.on for each in stretches for rung in each.rungs})
    for day in days:
        running = [each for each in stretches if each.ends_on is None or day <= each.ends_on]
        together = sum((hours_on(each.rungs, day) for each in running), Decimal(0))
        if together > MOST_HOURS:
            return day
    return None


def told_hours(hours: Decimal) -> str:
    """Hours as people read them, in the language of the page: 10, or 7,5."""
    whole = hours == hours.to_integral_value()
    return str(number_format(hours, 0 if whole else 1))


def tenths(hours: Decimal) -> int:
    """Hours per week in tenths, as figures count them: 7.5 hours are 75."""
    return int(hours * 10)
