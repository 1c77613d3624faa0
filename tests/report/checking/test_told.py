"""What is found, as people and as programs read it."""

import json
from decimal import Decimal

from django.utils.translation import override

from samspel.figures.address import parse_address
from samspel.figures.period import parse_period
from samspel.report.checking.claims import Same
from samspel.report.checking.contract import contract, figures_in
from samspel.report.checking.examination import Examination
from samspel.report.checking.finding import Finding
from samspel.report.checking.printed import Printed
from samspel.report.checking.quotation import marked
from samspel.report.checking.reading.outline import Outline
from samspel.report.checking.reading.read import Reading
from samspel.report.checking.source import Line, Source
from samspel.report.checking.statement import Statement, Where
from samspel.report.checking.told import told

LINES = (
    "Teamet Eken",
    "Under perioden avslutades 12 deltagare.",
    "Totalt\t1 250\t1 345",
    "I år avslutades 13.",
)


def number(line: int, text: str, value: str | None = None) -> Printed:
    """A number in print on one of the lines."""
    start = LINES[line - 1].index(text)
    exact = Decimal((value or text).replace(" ", "").replace(",", "."))
    return Printed(line, start, start + len(text), text, exact, Decimal(1))


TWELVE, SUM, THIRTEEN = number(2, "12"), number(3, "1 345"), number(4, "13")
TOTAL = number(3, "1 250")
FINDINGS = (
    Finding("restated", TWELVE, "13", "Här står 12, men på rad 4 13.", against=(4,)),
    Finding("sum", SUM, "", "Raderna blir något annat.", certainty="likely", also=(2, 4, 2)),
)


def examination(*findings: Finding, page: int | None = None, team: str = "Eken") -> Examination:
    """A reading of the lines with some findings."""
    source = Source("r.txt", tuple(Line(n, text, page) for n, text in enumerate(LINES, 1)))
    outline = Outline(source, team, parse_period("2023") if team else None, {})
    statements = (Statement(parse_address("closed"), TWELVE),)
    claims = (Same(TWELVE, THIRTEEN),)
    numbers = (TWELVE, TOTAL, SUM, THIRTEEN)
    return Examination(Reading(outline, statements, claims, numbers), findings)


ENGLISH = """\
r.txt
Team: Eken
Period: 2023-01-01 to 2023-12-31

1. Line 2: a number told twice
   Under perioden avslutades »12« deltagare.
   Här står 12, men på rad 4 13.
   Would fit: 13
   This is certain.
   Held against: line 4

2. Line 3: a sum
   Totalt  1 250  »1 345«
   Raderna blir något annat.
   This is likely; look at it.
   Also on: line 2; line 4

2 contradictions.
2 of 4 numbers were understood and checked.
The others were not checked; they may be right or wrong.
"""


def test_a_proof_readers_list() -> None:
    with override("en"):
        assert told(examination(*FINDINGS)) == ENGLISH


def test_in_swedish_with_pages() -> None:
    with override("sv"):
        lines = told(examination(FINDINGS[0], page=3)).splitlines()
    assert lines[4] == "1. Sidan 3, rad 2: en siffra som står på flera ställen"
    assert lines[-3:] == [
        "1 motsägelse.",
        "2 av 4 siffror förstods och granskades.",
        "Övriga granskades inte. De kan vara rätt eller fel.",
    ]


def test_nothing_found_and_nothing_known() -> None:
    with override("en"):
        assert told(examination(team="")).splitlines() == [
            "r.txt",
            "Period: not found",
            "",
            "No contradictions found.",
            "2 of 4 numbers were understood and checked.",
            "The others were not checked; they may be right or wrong.",
        ]


def test_the_contract() -> None:
    assert contract(examination(*FINDINGS)) == {
        "period": {"start": "2023-01-01", "end": "2023-12-31"},
        "team": "Eken",
        "figures": {"closed": 12},
        "statements": 4,
        "understood": 2,
        "findings": [
            {
                "line": 2,
                "quote": "Under perioden avslutades 12 deltagare.",
                "kind": "restated",
                "printed": "12",
                "expected": "13",
                "message": "Här står 12, men på rad 4 13.",
                "certainty": "certain",
                "also": [],
            },
            {
                "line": 3,
                "quote": "Totalt 1 250 1 345",
                "kind": "sum",
                "printed": "1 345",
                "expected": "",
                "message": "Raderna blir något annat.",
                "certainty": "likely",
                "also": [2, 4, 2],
            },
        ],
    }
    assert json.loads(json.dumps(contract(examination(team=""))))["period"] is None


def stated(value: str, where: Where = "text", *, exception: bool = False) -> Statement:
    """A statement of the throughput, printed so."""
    exact = Decimal(value.replace(",", "."))
    step = Decimal(1).scaleb(int(exact.as_tuple().exponent))
    printed = Printed(1, 0, len(value), value, exact, step, "months")
    return Statement(parse_address("throughput_months"), printed, where, exception)


def test_which_of_several_is_the_figure() -> None:
    """The one most often printed, then a table's, then the most exact, then the first."""
    cases = (
        ([stated("24"), stated("24,1")], 24.1),
        ([stated("25"), stated("24,2", "table")], 24.2),
        ([stated("25"), stated("25"), stated("24,2", "table")], 25),
        ([stated("25"), stated("24")], 25),
        ([stated("17", exception=True), stated("24")], 24),
        ([stated("24,0")], 24),
    )
    for statements, expected in cases:
        found = figures_in(statements)["throughput_months"]
        assert (found, type(found)) == (expected, type(expected))
    assert figures_in([stated("17", exception=True)]) == {}


def test_a_long_line_is_quoted_around_its_number() -> None:
    text = "ord " * 100 + "varav  12   kvinnor" + " och fler" * 50
    start = text.index("12")
    printed = Printed(1, start, start + 2, "12", Decimal(12))
    quote = marked(Source.of_text(text), printed)
    assert quote.startswith("…")
    assert "ord varav »12« kvinnor och fler" in quote
    assert quote.endswith("…")
    assert len(quote) < 160
