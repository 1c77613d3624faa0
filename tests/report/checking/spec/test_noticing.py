"""Which numbers count as understood: those in which a slip would be noticed."""

import pytest

from samspel.report.checking.checks.every import held
from samspel.report.checking.checks.noticing import noticed
from samspel.report.checking.claims import Claim, Difference, MeanOfParts, Same, Share, Sum
from samspel.report.checking.printed import Printed
from tests.report.checking.spec.printing import n, reading, row, stated


def understood(*claims: Claim) -> set[str]:
    """The texts of the numbers that are understood."""
    read = reading(claims)
    places = noticed(held(read))
    numbers: list[Printed] = [number for claim in held(read) for number in claim.numbers]
    return {number.text for number in numbers if number.place in places}


CASES: list[tuple[str, Claim, set[str]]] = [
    ("each number of a sum", Sum(n("18"), row("10 | 8")), {"18", "10", "8"}),
    ("an open list: most slips pass", Sum(n("18"), row("10 | 3"), sure=False), set()),
    ("a row of money", Difference(n("3000"), row("2926"), n("74")), {"3000", "2926", "74"}),
    ("a share, its part and its whole", Share(n("9"), n("53 %"), (n("17"),)), {"9", "53", "17"}),
    ("an amount told twice", Same(n("1780000"), n("1,78 miljoner")), {"1,78"}),
    ("about so much, to a tenth", Same(n("1780000"), n("ca 1,8 miljoner")), {"1,8"}),
    ("about so much, to a million", Same(n("1780000"), n("ca 2 miljoner")), set()),
    (
        "a mean whose parts' sizes are not told",
        MeanOfParts(n("25,2"), row("48,6 | 5,25"), (None, None)),
        set(),
    ),
]


@pytest.mark.parametrize(("why", "claim", "expected"), CASES)
def test_understood(why: str, claim: Claim, expected: set[str]) -> None:
    assert understood(claim) == expected, why


def test_a_figure_told_twice_is_understood_and_one_told_once_is_not() -> None:
    statements = [stated("closed", "16"), stated("closed", "16"), stated("in_queue_at_end", "7")]
    read = reading(statements=statements)
    places = noticed(held(read))
    assert [each.printed.place in places for each in statements] == [True, True, False]
