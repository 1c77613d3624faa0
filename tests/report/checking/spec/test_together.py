"""What the definitions of the figures claim of statements that stand apart."""

from typing import NamedTuple

import pytest

from samspel.report.checking.claims import Flow, Share, Sum
from tests.report.checking.spec.printing import found, n, stated, told


class Case(NamedTuple):
    why: str
    statements: dict[str, str]
    told: list[tuple[str, str, str]]


CASES = [
    Case(
        "women and men make up all",
        {"closed": "16", "closed.gender.woman": "11", "closed.gender.man": "5"},
        [],
    ),
    Case(
        "women and men do not",
        {"closed": "16", "closed.gender.woman": "11", "closed.gender.man": "6"},
        [("sum", "16", "17")],
    ),
    Case(
        "people of another gender are told of",
        {
            "closed": "16",
            "closed.gender.woman": "11",
            "closed.gender.man": "4",
            "worked_with.gender.unknown": "2",
        },
        [],
    ),
    Case(
        "more women and men than people",
        {
            "closed": "16",
            "closed.gender.woman": "13",
            "closed.gender.man": "4",
            "worked_with.gender.unknown": "2",
        },
        [("sum", "16", "")],
    ),
    Case(
        "the three outcomes that are results",
        {
            "closed_to_result": "12",
            "closed.outcome.work": "7",
            "closed.outcome.studies": "2",
            "closed.outcome.other_rehabilitation": "4",
        },
        [("sum", "12", "13")],
    ),
    Case(
        "one of the three is not told",
        {"closed_to_result": "12", "closed.outcome.work": "7", "closed.outcome.studies": "2"},
        [],
    ),
    Case("the completed", {"closed": "23", "dropouts": "2", "completed": "21"}, []),
    Case(
        "the completed are others",
        {"closed": "23", "dropouts": "2", "completed": "22"},
        [("identity", "22", "21")],
    ),
    Case(
        "everybody worked with was there at the start or came",
        {"worked_with": "58", "enrolled_at_start": "30", "newly_enrolled": "28"},
        [],
    ),
    Case(
        "or somebody was forgotten",
        {"worked_with": "85", "enrolled_at_start": "30", "newly_enrolled": "28"},
        [("identity", "85", "58")],
    ),
    Case(
        "the flow, with the new told in the text",
        {
            "enrolled_at_start": "30",
            "newly_enrolled": "28",
            "closed": "16",
            "enrolled_at_end": "24",
        },
        [("identity", "24", "42")],
    ),
    Case(
        "the rate of the completed",
        {"closed_to_result": "11", "completed": "21", "result_rate": "52 %"},
        [],
    ),
    Case(
        "the rate of the closed",
        {"closed_to_result": "11", "closed": "23", "dropouts": "0", "result_rate": "48 %"},
        [],
    ),
    Case(
        "the rate of neither",
        {"closed_to_result": "11", "closed": "23", "completed": "21", "result_rate": "58 %"},
        [("share", "58", "52")],
    ),
    Case(
        "the completed are not told, and somebody dropped out",
        {"closed_to_result": "11", "closed": "23", "dropouts": "2", "result_rate": "52 %"},
        [],
    ),
    Case(
        "a share told by itself",
        {
            "closed_to_result": "11",
            "closed_to_result.gender.woman": "7",
            "closed_to_result.gender.woman.share": "46 %",
        },
        [("share", "46", "64")],
    ),
]


@pytest.mark.parametrize("case", CASES, ids=lambda case: case.why)
def test_definitions(case: Case) -> None:
    statements = [stated(address, text) for address, text in case.statements.items()]
    assert told(found([], statements)) == case.told


def test_what_the_report_claims_itself_is_told_once() -> None:
    closed, women, men = n("16"), n("11"), n("6")
    statements = [
        stated("closed", closed),
        stated("closed.gender.woman", women),
        stated("closed.gender.man", men),
    ]
    [finding] = found([Sum(closed, (women, men))], statements)
    assert finding.certainty == "certain"


def test_what_only_the_definitions_claim_is_likely() -> None:
    [finding] = found([], [stated(address, text) for address, text in CASES[1].statements.items()])
    assert finding.certainty == "likely"


def test_one_wrong_number_in_a_whole_report_is_told_once() -> None:
    start, new, closed, end = n("30"), n("28"), n("16"), n("24")
    statements = [
        stated("enrolled_at_start", start, "table"),
        stated("newly_enrolled", new),
        stated("newly_enrolled", "28", "table"),
        stated("closed", closed, "table"),
        stated("enrolled_at_end", end, "table"),
        stated("enrolled_at_end", "42"),
        stated("enrolled_at_end", "42"),
        stated("worked_with", "58"),
    ]
    share = Share(n("11"), n("26 %"), (statements[5].printed,), named=True)
    findings = found([Flow(start, new, closed, end), share], statements)
    assert told(findings) == [("identity", "24", "42")]
