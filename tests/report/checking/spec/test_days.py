"""Days in heads and captions."""

from dataclasses import replace
from datetime import date
from decimal import Decimal
from typing import NamedTuple

import pytest
from django.utils.translation import override

from samspel.figures.period import Period
from samspel.report.checking.claims import NO_DAY, HeaderDay, Role
from samspel.report.checking.printed import Printed
from tests.report.checking.spec.printing import found

BROKEN_YEAR = Period(date(2022, 7, 1), date(2023, 6, 30))


class Case(NamedTuple):
    why: str
    text: str
    day: date
    role: Role
    expected: list[str]


CASES = [
    Case("the first day", "20220701", date(2022, 7, 1), "start", []),
    Case("the day before it", "20220630", date(2022, 6, 30), "start", []),
    Case("the last day", "230630", date(2023, 6, 30), "end", []),
    Case("the day after it", "20230701", date(2023, 7, 1), "end", []),
    Case("a year before", "20220630", date(2022, 6, 30), "end", ["20230630"]),
    Case("a year before, short", "220630", date(2022, 6, 30), "end", ["230630"]),
    Case("a year after", "2023-07-01", date(2023, 7, 1), "start", ["2022-07-01"]),
    Case("another way to write it", "30/6 2022", date(2022, 6, 30), "end", ["30/6 2023"]),
    Case("in words", "30 juni 2022", date(2022, 6, 30), "end", ["2023-06-30"]),
]


@pytest.mark.parametrize("case", CASES, ids=lambda case: case.why)
def test_a_day(case: Case) -> None:
    findings = found([_day(case.text, case.day, case.role, 1)], period=BROKEN_YEAR)
    assert [(each.kind, each.expected) for each in findings] == [
        ("date", expected) for expected in case.expected
    ]


def test_nothing_is_told_where_the_period_is_not_known() -> None:
    day = _day("20220630", date(2022, 6, 30), "end", 1)
    assert found([day], period=None) == []


def test_a_table_of_another_period_is_left_alone() -> None:
    days = [
        _day("210701", date(2021, 7, 1), "start", 1),
        _day("220630", date(2022, 6, 30), "end", 2),
    ]
    assert found(days, period=BROKEN_YEAR) == []
    right_start = [_day("220701", date(2022, 7, 1), "start", 1), days[1]]
    [finding] = found(right_start, period=BROKEN_YEAR)
    assert finding.at.line == 2


def test_one_wrong_day_in_two_places_is_told_once() -> None:
    days = [_day("20220630", date(2022, 6, 30), "end", line) for line in (3, 9)]
    [finding] = found(days, period=BROKEN_YEAR)
    assert (finding.at.line, finding.also) == (3, (9,))


def _day(text: str, day: date, role: Role, line: int) -> HeaderDay:
    return HeaderDay(Printed(line, 0, len(text), text, Decimal(day.toordinal())), day, role)


def n_of(day: date) -> "Decimal":
    return Decimal(day.toordinal())


def test_digits_that_are_no_day_are_told() -> None:
    days = [_day("220701", date(2022, 7, 1), "start", 1), _day("230690", NO_DAY, "end", 1)]
    with override("sv"):
        [finding] = found(days, period=BROKEN_YEAR)
    assert finding.message == "230690 är ingen dag; 230630 skulle passa perioden."
    [start, end] = found([replace(days[0], day=NO_DAY), days[1]], period=BROKEN_YEAR)
    assert (start.expected, end.expected) == ("220701", "230630")
