"""Means of all against the means of their parts."""

from typing import NamedTuple

import pytest
from django.utils.translation import override

from samspel.report.checking.claims import MeanOfParts
from samspel.report.checking.printed import Printed
from tests.report.checking.spec.printing import found, n, row, stated, told


class Case(NamedTuple):
    why: str
    whole: str
    parts: str
    sizes: str
    """As many as there are parts; ``?`` where the report does not tell."""
    expected: list[str]
    all_of: str = ""


CASES = [
    Case("weighted by their numbers", "24,2", "28,6 | 15,25", "8 | 4", []),
    Case("another whole", "25,2", "28,6 | 15,25", "8 | 4", ["24,2"]),
    Case("a part without decimals has a wide rounding", "19,1", "19 | 19,2", "7 | 4", []),
    Case("all in the rounding's favour", "19,4", "19 | 19,2", "7 | 4", []),
    Case("and not a tenth more", "19,5", "19 | 19,2", "7 | 4", ["19,1"]),
    Case("points for commas", "1.15", "0.37 | 1.59", "4 | 7", []),
    Case("and printed so", "1.51", "0.37 | 1.59", "4 | 7", ["1.15"]),
    Case("nobody in one part", "17,6", "17,6 | 0", "9 | 0", []),
    Case("one size is what is left of all", "24,2", "28,6 | 15,25", "8 | ?", [], all_of="12"),
    Case("and it is not", "25,2", "28,6 | 15,25", "8 | ?", ["24,2"], all_of="12"),
    Case("sizes unknown, between", "25,2", "28,6 | 15,25", "? | ?", []),
    Case("sizes unknown, above them all", "29,2", "28,6 | 15,25", "? | ?", [""]),
    Case("sizes unknown, above by rounding", "28,7", "28,6 | 15,25", "? | ?", []),
    Case("somebody is in no part", "16,3", "16,9 | 17,9", "8 | 3", [], all_of="12"),
    Case("three parts", "16,3", "16,9 | 17,9 | 7,5", "8 | 3 | 1", [], all_of="12"),
    Case("three parts and not so", "18,3", "16,9 | 17,9 | 7,5", "8 | 3 | 1", ["16,4"], all_of="12"),
    Case("about", "ca 25", "28,6 | 15,25", "8 | 4", []),
]


@pytest.mark.parametrize("case", CASES, ids=lambda case: case.why)
def test_a_mean(case: Case) -> None:
    findings = found([_mean(case)])
    assert [each.expected for each in findings] == case.expected
    assert all(each.kind == "mean" for each in findings)


def _mean(case: Case) -> MeanOfParts:
    sizes: list[Printed | None] = [
        None if each.strip() == "?" else n(each) for each in case.sizes.split("|")
    ]
    all_of = n(case.all_of) if case.all_of else None
    return MeanOfParts(n(case.whole), row(case.parts), tuple(sizes), all_of)


def test_the_message_says_what_the_parts_give() -> None:
    with override("sv"):
        [finding] = found([_mean(CASES[1])])
    assert finding.message == "28,6 för 8 och 15,25 för 4 ger 24,2 för alla, inte 25,2."


WOMAN, MAN = "throughput_months.gender.woman", "throughput_months.gender.man"


def test_means_told_apart_are_weighted_by_those_closed_to_result() -> None:
    statements = [
        stated("throughput_months", "19,9"),
        stated(WOMAN, "19,0"),
        stated(MAN, "19,2"),
        stated("closed_to_result", "11"),
        stated("closed_to_result.gender.woman", "7"),
        stated("closed_to_result.gender.man", "4"),
    ]
    assert told(found([], statements)) == [("mean", "19,9", "19,1")]


def test_sizes_are_added_up_from_a_list_of_outcomes() -> None:
    outcome = "closed_to_result.gender.{}.outcome.{}"
    listed = [
        stated(outcome.format("woman", "work"), "4"),
        stated(outcome.format("man", "work"), "3"),
        stated(outcome.format("woman", "studies"), "2"),
        stated(outcome.format("woman", "other_rehabilitation"), "en"),
        stated(outcome.format("man", "other_rehabilitation"), "en"),
        stated(outcome.format("woman", "other_rehabilitation"), "en"),
    ]
    means = [stated("throughput_months", "25,2"), stated(WOMAN, "28,6"), stated(MAN, "15,25")]
    table = [
        stated("closed_to_result", "12"),
        stated("closed.outcome.work", "7", "table"),
        stated("closed.outcome.studies", "2", "table"),
        stated("closed.outcome.other_rehabilitation", "3", "table"),
    ]
    assert told(found([], [*means, *listed, *table])) == [("mean", "25,2", "24,2")]
    one_less = [*means, *listed[1:], stated(outcome.format("woman", "work"), "3"), *table]
    assert told(found([], one_less)) == [("sum", "7", "6")]


def test_a_wrong_mean_is_told_once_with_the_lines_where_it_stands_again() -> None:
    claim = _mean(CASES[1])
    copies = [
        stated("throughput_months", claim.whole),
        stated("throughput_months", "25,2", "table"),
    ]
    [finding] = found([claim], copies)
    assert finding.also == (copies[1].printed.line,)


def test_a_mean_of_which_some_lack_a_value_is_not_weighted_by_everybody() -> None:
    statements = [
        stated("public_support_months.years", "1,66"),
        stated("public_support_months.gender.woman.years", "1,62"),
        stated("public_support_months.gender.man.years", "1,67"),
        stated("public_support_months.n", "10"),
        stated("closed_to_result", "12"),
        stated("closed_to_result.gender.woman", "8"),
        stated("closed_to_result.gender.man", "4"),
    ]
    assert found([], statements) == []
    outside = [stated("public_support_months.years", "1,76"), *statements[1:]]
    assert told(found([], outside)) == [("mean", "1,76", "")]


def test_where_there_is_a_third_gender_women_and_men_are_not_all() -> None:
    statements = [
        stated("throughput_months", "16,3"),
        stated(WOMAN, "16,9"),
        stated(MAN, "17,9"),
        stated("enrolled_at_end.gender.other", "1"),
    ]
    assert found([], statements) == []
    assert told(found([], statements[:3])) == [("mean", "16,3", "")]
