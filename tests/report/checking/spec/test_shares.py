"""Shares against their counts: rounding, halves, lists that make 100, and which n would fit."""

from typing import NamedTuple

import pytest
from django.utils.translation import override

from samspel.report.checking.claims import Share
from tests.report.checking.spec.printing import found, n, stated, told


class Case(NamedTuple):
    why: str
    part: str
    percent: str
    wholes: list[str]
    expected: list[str]


SHARES = [
    Case("rounded to whole percent", "9", "53 %", ["17"], []),
    Case("rounded down", "11", "52 %", ["21"], []),
    Case("half a percent either way", "1", "12 %", ["8"], []),
    Case("and the other way", "1", "13 %", ["8"], []),
    Case("one decimal", "20", "47,6 %", ["42"], []),
    Case("a tenth off is wrong", "20", "47,7 %", ["42"], ["47,6"]),
    Case("rounded to halves", "20", "71,5 %", ["28"], []),
    Case("rounded to halves, a low one", "6", "21,5 %", ["28"], []),
    Case("the wrong half", "2", "7,5 %", ["28"], ["7,1"]),
    Case("of all", "12", "100 %", ["12"], []),
    Case("of nobody", "0", "0 %", ["12"], []),
    Case("none that is some", "0", "8 %", ["12"], ["0"]),
    Case("digits exchanged", "11", "64 %", ["24"], ["46"]),
    Case("of the completed or of the closed", "11", "48 %", ["21", "23"], []),
    Case("of neither", "11", "58 %", ["21", "23"], ["52"]),
    Case("about so large a share", "9", "ca 50 %", ["17"], []),
    Case("a part in letters", "en", "4 %", ["28"], []),
    Case("cut off, by itself", "1", "3 %", ["28"], ["4"]),
    Case("the whole is not known", "9", "53 %", [], []),
]


@pytest.mark.parametrize("case", SHARES, ids=lambda case: case.why)
def test_a_share(case: Case) -> None:
    wholes = tuple(n(whole) for whole in case.wholes)
    findings = found([Share(n(case.part), n(case.percent), wholes, named=True)])
    assert [each.expected for each in findings] == case.expected
    assert all(each.kind == "share" for each in findings)


class Listed(NamedTuple):
    why: str
    whole: str
    parts: dict[str, str]
    told: list[tuple[str, str, str]]


LISTS = [
    Listed(
        "one percent was cut off to make 100",
        "28",
        {"9": "32 %", "14": "50 %", "2": "7,5 %", "2 ": "7,5 %", "1": "3 %"},
        [("share", "7,5", "7,1")],
    ),
    Listed("one was raised to make 100", "9", {"3": "33 %", "3 ": "33 %", "3  ": "34 %"}, []),
    Listed("a list that makes 99", "9", {"3": "33 %", "3 ": "33 %", "3  ": "33 %"}, []),
    Listed(
        "cut off, and the list does not make 100",
        "28",
        {"9": "32 %", "18": "64 %", "1": "3 %"},
        [("share", "3", "4")],
    ),
    Listed(
        "halves in one, wholes in another", "28", {"20": "71,5 %", "6": "21,5 %", "2": "7 %"}, []
    ),
    Listed(
        "tenths in the list: no halves",
        "28",
        {"20": "71,5 %", "4": "14,3 %"},
        [("share", "71,5", "71,4")],
    ),
]


@pytest.mark.parametrize("listed", LISTS, ids=lambda listed: listed.why)
def test_a_list_of_shares(listed: Listed) -> None:
    whole = n(listed.whole)
    claims = [
        Share(n(part), n(percent), (whole,), named=True, group=1)
        for part, percent in listed.parts.items()
    ]
    assert told(found(claims)) == listed.told


def test_the_message_says_which_n_would_fit() -> None:
    with override("sv"):
        [fits] = found([Share(n("11"), n("48 %"), (n("21"),), named=True)])
        [never] = found([Share(n("11"), n("99 %"), (n("21"),), named=True)])
        [halves] = found([Share(n("2"), n("7,5 %"), (n("28"),), named=True)])
    assert fits.message == "11 av 21 är 52 %, inte 48 %, som vore 11 av 23."
    assert never.message == "11 av 21 är 52 %, inte 99 %, och 11 är inte 99 % av något antal."
    assert halves.message == "2 av 28 är 7,1 %, inte 7,5 %, som vore 2 av 27."


def test_the_same_share_told_four_times_is_one_error() -> None:
    whole = n("28")
    claims = [Share(n("2"), n("7,5 %"), (whole,), named=True) for _time in range(4)]
    [finding] = found(claims)
    lines = [claim.percent.line for claim in claims]
    assert finding.at.line == lines[0]
    assert finding.also == tuple(lines[1:])


def test_a_share_whose_whole_is_not_named_is_likely_only() -> None:
    [finding] = found([Share(n("11"), n("58 %"), (n("21"), n("23")))])
    assert finding.certainty == "likely"
    [finding] = found([Share(n("11"), n("58 %"), (n("21"),), named=True)])
    assert finding.certainty == "certain"


def test_what_is_left_is_judged_in_the_light_of_what_was_told() -> None:
    """28 printed as 24: that is told, and the share that is wrong with 28 as well."""
    whole = n("24")
    parts = {"20": "71,5 %", "6": "21,5 %", "2": "12 %"}
    claims = [
        Share(n(part), n(percent), (whole,), named=True, group=1) for part, percent in parts.items()
    ]
    statements = [stated("newly_enrolled", whole), stated("newly_enrolled", "28", "table")]
    assert told(found(claims, statements)) == [("share", "24", "28"), ("share", "12", "7")]
