"""Parts and wholes, what is left, and the flow of a results table."""

from typing import NamedTuple

import pytest

from samspel.report.checking.claims import Difference, Flow, Share, Sum
from tests.report.checking.spec.printing import found, n, row, told


class Case(NamedTuple):
    why: str
    whole: str
    parts: str
    told: list[tuple[str, str, str]]
    sure: bool = True
    is_total: bool = False


SUMS = [
    Case("it adds up", "18", "10 | 8", []),
    Case("one too many", "18", "10 | 9", [("sum", "18", "19")]),
    Case("one too few", "18", "10 | 7", [("sum", "18", "17")]),
    Case("parts may be missing from the list", "18", "10 | 7", [], sure=False),
    Case("more parts than there are", "18", "10 | 9", [("sum", "18", "")], sure=False),
    Case("nothing of anything", "0", "0 | 0", []),
    Case("a whole in letters", "tre", "2 | 2", [("sum", "tre", "fyra")]),
    Case("about so many", "ca 20", "12 | 9", []),
    Case("about so many is not any number", "ca 20", "12 | 15", [("sum", "20", "27")]),
    Case("a total of amounts", "1780000", "1594728 | 65272 | 120000", []),
    Case(
        "a total of amounts that is another",
        "1345272",
        "1150000 | 65272 | 120000",
        [("sum", "1345272", "1335272")],
        is_total=True,
    ),
    Case("amounts rounded row by row", "100 001", "33 333 | 33 334 | 33 333", [], is_total=True),
    Case("thousands of kronor rounded row by row", "1 001", "400 | 350 | 250", [], is_total=True),
    Case("people are not rounded", "101", "40 | 35 | 25", [("sum", "101", "100")], is_total=True),
    Case("a total in millions", "2,2 miljoner", "1900000 | 70000 | 230000", []),
    Case(
        "spaces within as in print",
        "2 095 910",
        "2 000 000 | 85 910",
        [("sum", "2 095 910", "2 085 910")],
    ),
    Case("something was overspent", "50 000", "60 000 | -10 000", []),
    Case(
        "its sign was lost",
        "50 000",
        "60 000 | 10 000",
        [("sum", "50 000", "70 000")],
    ),
]


@pytest.mark.parametrize("case", SUMS, ids=lambda case: case.why)
def test_a_sum(case: Case) -> None:
    claim = Sum(n(case.whole), row(case.parts), is_total=case.is_total, sure=case.sure)
    assert told(found([claim])) == case.told


class Table(NamedTuple):
    why: str
    rows: list[str]
    """Decided, used, left; the last row is the total."""
    told: list[tuple[str, str, str]]


TABLES = [
    Table("all fits", ["800 | 500 | 300", "200 | 150 | 50", "1000 | 650 | 350"], []),
    Table(
        "a total that fits neither its column nor its row",
        ["80000 | 50000 | 30000", "20000 | 15000 | 5000", "100000 | 66000 | 35000"],
        [("sum", "66000", "65000")],
    ),
    Table(
        "a cell that fits neither its column nor its row",
        ["80000 | 51000 | 30000", "20000 | 15000 | 5000", "100000 | 65000 | 35000"],
        [("sum", "51000", "50000")],
    ),
    Table(
        "what is left has lost its sign",
        ["80000 | 85000 | 5000", "20000 | 15000 | 5000", "100000 | 100000 | 0"],
        [("sum", "5000", "-5000")],
    ),
    Table(
        "two errors are two",
        ["80000 | 51000 | 30000", "20000 | 15000 | 5000", "100000 | 65000 | 38000"],
        [("sum", "51000", "50000"), ("sum", "38000", "35000")],
    ),
    Table(
        "a row was not read: no column adds up",
        ["80000 | 50000 | 30000", "20000 | 15000 | 5000", "150000 | 95000 | 55000"],
        [],
    ),
]


@pytest.mark.parametrize("table", TABLES, ids=lambda table: table.why)
def test_a_budget(table: Table) -> None:
    rows = [row(each) for each in table.rows]
    *lines, total = rows
    sums = [
        Sum(whole, tuple(line[at] for line in lines), is_total=True)
        for at, whole in enumerate(total)
    ]
    differences = [Difference(whole, (used,), left) for whole, used, left in rows]
    assert told(found([*sums, *differences])) == table.told


DIFFERENCES = [
    ("it is left", "1900000", "760000 | 1010000", "+ 130000", []),
    ("another is left", "1900000", "760000 | 1010000", "+ 180000", [("identity", "130000")]),
    ("more was used than there was", "35 000", "39 164", "-4 164", []),
    ("and that is told as left", "35 000", "39 164", "4 164", [("identity", "-4 164")]),
    ("about so much", "ca 300 000", "100 000", "210 000", []),
]


@pytest.mark.parametrize(("why", "whole", "taken", "left", "expected"), DIFFERENCES)
def test_what_is_left(
    why: str, whole: str, taken: str, left: str, expected: list[tuple[str, str]]
) -> None:
    findings = found([Difference(n(whole), row(taken), n(left.replace("+ ", "")))])
    assert [(each.kind, each.expected) for each in findings] == expected, why


FLOWS = [
    ("start and new less closed are the end", "41 | 16 | 23 | 34", []),
    ("another end", "41 | 16 | 23 | 43", [("identity", "43", "34")]),
    ("nobody new", "10 | 0 | 10 | 0", []),
]


@pytest.mark.parametrize(("why", "numbers", "expected"), FLOWS)
def test_a_flow(why: str, numbers: str, expected: list[tuple[str, str, str]]) -> None:
    start, new, closed, end = row(numbers)
    assert told(found([Flow(start, new, closed, end)])) == expected, why


def test_the_number_that_two_claims_point_at_is_told_and_only_once() -> None:
    start, new, closed, end = row("41 | 16 | 25 | 34")
    outcomes = row("2 | 7 | 1 | 3 | 3 | 4 | 3")
    findings = found([Flow(start, new, closed, end), Sum(closed, outcomes)])
    assert told(findings) == [("sum", "25", "23")]
    assert outcomes[0].line in findings[0].against


def test_parts_with_their_right_shares_need_not_be_all() -> None:
    whole, women, men = row("12 | 8 | 3")
    shares = [Share(women, n("67 %"), (whole,)), Share(men, n("25 %"), (whole,))]
    assert found([Sum(whole, (women, men)), *shares]) == []
    wrong = [Share(women, n("67 %"), (whole,)), Share(men, n("33 %"), (whole,))]
    assert told(found([Sum(whole, (women, men)), *wrong])) == [("sum", "3", "4")]
