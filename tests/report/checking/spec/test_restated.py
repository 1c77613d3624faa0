"""One figure told in several places."""

from typing import NamedTuple

import pytest
from django.utils.translation import override

from samspel.report.checking.checks.every import held
from samspel.report.checking.claims import Same, Sum
from samspel.report.checking.statement import Where
from tests.report.checking.spec.printing import found, n, reading, row, stated, told


class Case(NamedTuple):
    why: str
    statements: list[tuple[str, str, Where]]
    expected: list[tuple[str, str]]


SOCIAL = "newly_enrolled.referred_by.social_services"
SUPPORT = "public_support_months"
CASES = [
    Case("told alike", [("closed", "16", "table"), ("closed", "16", "text")], []),
    Case("the table stands", [("closed", "61", "text"), ("closed", "16", "table")], [("61", "16")]),
    Case(
        "the majority stands, be it text",
        [(SOCIAL, "14", "text"), (SOCIAL, "15", "table"), (SOCIAL, "14", "text")],
        [("15", "14")],
    ),
    Case(
        "what is told last stands: a summary is told first",
        [("closed", "16", "text"), ("closed", "17", "text")],
        [("16", "17")],
    ),
    Case("in letters", [("dropouts", "två", "text"), ("dropouts", "2", "table")], []),
    Case(
        "in letters and not so",
        [("dropouts", "tre", "text"), ("dropouts", "2", "table")],
        [("tre", "två")],
    ),
    Case(
        "rounded", [("throughput_months", "24", "text"), ("throughput_months", "24,2", "table")], []
    ),
    Case("cut off", [("age_at_end", "37", "text"), ("age_at_end", "37,8", "table")], []),
    Case(
        "neither", [("age_at_end", "37", "text"), ("age_at_end", "38,6", "table")], [("37", "39")]
    ),
    Case(
        "months and years", [(SUPPORT, "40,3", "text"), (f"{SUPPORT}.years", "3,36", "table")], []
    ),
    Case(
        "months and other years",
        [(SUPPORT, "40,3", "table"), (f"{SUPPORT}.years", "4,36", "text")],
        [("4,36", "3,36")],
    ),
    Case(
        "a share, rounded", [("result_rate", "52 %", "text"), ("result_rate", "52,4 %", "text")], []
    ),
    Case(
        "dropouts are an outcome",
        [("dropouts", "2", "text"), ("closed.outcome.dropout", "3", "table")],
        [("2", "3")],
    ),
    Case(
        "what is folded into other differs",
        [("closed.outcome.other", "4", "table"), ("closed.outcome.other", "1", "text")],
        [],
    ),
    Case(
        "a list breaks outcomes of one gender up",
        [
            ("closed_to_result.gender.woman.outcome.work", "2", "text"),
            ("closed_to_result.gender.woman.outcome.work", "1", "text"),
        ],
        [],
    ),
    Case(
        "another period is another figure",
        [("closed", "16", "text"), ("closed@2022-01-01..2022-12-31", "21", "text")],
        [],
    ),
    Case(
        "the report's own period by name",
        [
            ("throughput_months", "20,1", "text"),
            ("throughput_months@2023-01-01..2023-12-31", "21,0", "table"),
        ],
        [("20,1", "21,0")],
    ),
    Case(
        "about so much",
        [("budget_allocated", "ca 2 miljoner", "text"), ("budget_allocated", "1850000", "table")],
        [],
    ),
]


@pytest.mark.parametrize("case", CASES, ids=lambda case: case.why)
def test_restated(case: Case) -> None:
    statements = [stated(*each) for each in case.statements]
    expected = [("restated", printed, fits) for printed, fits in case.expected]
    assert told(found([], statements)) == expected


def test_an_exception_is_no_restatement() -> None:
    statements = [
        stated("throughput_months", "24"),
        stated("throughput_months", "17", exception=True),
    ]
    assert found([], statements) == []


AMOUNTS = [
    ("1780000", "1,78 miljoner", []),
    ("1994272", "ca 1,99 miljoner", []),
    ("2200000", "2,2 miljoner", []),
    ("1 789 000", "1,78 miljoner", []),
    ("1780000", "1,87 miljoner", [("restated", "1,87", "1,78")]),
    ("1560000", "1650000", [("restated", "1650000", "1560000")]),
]


@pytest.mark.parametrize(("first", "second", "expected"), AMOUNTS)
def test_an_amount_told_twice(
    first: str, second: str, expected: list[tuple[str, str, str]]
) -> None:
    assert told(found([Same(n(first), n(second))])) == expected


def test_the_odd_one_is_told_once_with_the_lines_of_the_others() -> None:
    numbers = [n("14"), n("15"), n("14")]
    [finding] = found([], [stated(SOCIAL, each) for each in numbers])
    assert finding.at == numbers[1]
    assert finding.against == (numbers[0].line, numbers[2].line)
    assert finding.certainty == "certain"


def test_a_number_that_fits_its_own_table_may_be_another_thing() -> None:
    numbers = row("28 | 15 | 2 | 2 | 9")
    table = Sum(numbers[0], numbers[1:])
    statements = [stated(SOCIAL, "14"), stated(SOCIAL, numbers[1], "table"), stated(SOCIAL, "14")]
    [finding] = found([table], statements)
    assert (finding.at, finding.expected, finding.certainty) == (numbers[1], "14", "likely")


def test_a_number_that_differs_from_several_is_told_once() -> None:
    statements = [
        stated(SOCIAL, "3"),
        stated(SOCIAL, "14", "table"),
        stated(SOCIAL, "14", "table"),
        stated(f"{SOCIAL}@2023-01-01..2023-12-31", "15"),
    ]
    assert told(found([], statements)) == [("restated", "3", "14"), ("restated", "15", "14")]


def test_a_figure_that_is_told_very_often_is_quickly_compared() -> None:
    statements = [stated("closed", "16") for _time in range(300)]
    statements[150] = stated("closed", "61")
    assert len(held(reading(statements=statements))) < 300
    assert told(found([], statements)) == [("restated", "61", "16")]


def test_two_numbers_on_one_line() -> None:
    first, second = row("16 | 61")
    with override("sv"):
        [finding] = found([], [stated("closed", first), stated("closed", second)])
    assert finding.message == "På samma rad står både 61 och 16."
