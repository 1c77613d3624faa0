"""Two reports of one team against each other."""

from datetime import date
from typing import NamedTuple

import pytest
from django.utils.translation import override

from samspel.figures.period import Period
from samspel.report.checking.examination import Examination, compare
from tests.report.checking.spec.printing import YEAR, reading, stated, told

BEFORE = Period(date(2022, 1, 1), date(2022, 12, 31))
HALF_A_YEAR_ON = Period(date(2022, 7, 1), date(2023, 6, 30))
LONG_AGO = Period(date(2020, 1, 1), date(2020, 12, 31))


class Case(NamedTuple):
    why: str
    earlier: dict[str, str]
    later: dict[str, str]
    told: list[tuple[str, str]]
    first: Period | None = BEFORE
    last: Period | None = YEAR


CASES = [
    Case("goes on as it ended", {"enrolled_at_end": "34"}, {"enrolled_at_start": "34"}, []),
    Case(
        "starts with others", {"enrolled_at_end": "34"}, {"enrolled_at_start": "43"}, [("43", "34")]
    ),
    Case(
        "women and men too",
        {"enrolled_at_end.gender.woman": "22"},
        {"enrolled_at_start.gender.woman": "20"},
        [("20", "22")],
    ),
    Case(
        "periods that do not adjoin",
        {"enrolled_at_end": "34"},
        {"enrolled_at_start": "43"},
        [],
        first=LONG_AGO,
    ),
    Case(
        "periods that overlap",
        {"enrolled_at_end": "34"},
        {"enrolled_at_start": "43"},
        [],
        last=HALF_A_YEAR_ON,
    ),
    Case("no period known", {"enrolled_at_end": "34"}, {"enrolled_at_start": "43"}, [], last=None),
    Case(
        "a window that is the earlier report's own period",
        {"throughput_months": "20,5"},
        {"throughput_months@2022-01-01..2022-12-31": "20,5"},
        [],
    ),
    Case(
        "and is told otherwise",
        {"throughput_months": "20,5"},
        {"throughput_months@2022-01-01..2022-12-31": "25,0"},
        [("25,0", "20,5")],
    ),
    Case(
        "less exactly",
        {"throughput_months": "20,5"},
        {"throughput_months@2022-01-01..2022-12-31": "21"},
        [],
    ),
    Case(
        "a window of both series",
        {"throughput_months@2021-01-01..2021-12-31": "17,8"},
        {"throughput_months@2021-01-01..2021-12-31": "18,7"},
        [("18,7", "17,8")],
    ),
    Case(
        "the year before, by name",
        {"closed": "21"},
        {"closed@previous": "12"},
        [("12", "21")],
    ),
    Case(
        "the year before is another one",
        {"closed": "21"},
        {"closed@previous": "12"},
        [],
        first=LONG_AGO,
    ),
    Case(
        "years and months",
        {"public_support_months": "40,3"},
        {"public_support_months.years@previous": "3,4"},
        [],
    ),
    Case("the figures of each own year differ", {"closed": "21"}, {"closed": "12"}, []),
]


@pytest.mark.parametrize("case", CASES, ids=lambda case: case.why)
def test_two_reports(case: Case) -> None:
    findings = compare(_report(case.earlier, case.first), _report(case.later, case.last))
    assert told(findings) == [("series", printed, expected) for printed, expected in case.told]


def test_a_report_that_contradicts_itself_is_not_held_against_another() -> None:
    later = [stated("enrolled_at_start", "34"), stated("enrolled_at_start", "43")]
    now = Examination(reading(statements=later))
    assert compare(_report({"enrolled_at_end": "34"}, BEFORE), now) == ()


def test_the_reports_must_come_in_order() -> None:
    first, last = {"enrolled_at_end": "34"}, {"enrolled_at_start": "43"}
    assert compare(_report(last, YEAR), _report(first, BEFORE)) == ()


def test_the_message_names_the_line_of_the_earlier_report() -> None:
    earlier = stated("enrolled_at_end", "34")
    before = Examination(reading(statements=[earlier], period=BEFORE))
    with override("sv"):
        [finding] = compare(before, _report({"enrolled_at_start": "43"}, YEAR))
    line = earlier.printed.line
    assert finding.message == (f"Här står 43, men i den tidigare rapporten står 34 på rad {line}.")


def _report(figures: dict[str, str], period: Period | None) -> Examination:
    statements = [stated(address, text) for address, text in figures.items()]
    return Examination(reading(statements=statements, period=period))
