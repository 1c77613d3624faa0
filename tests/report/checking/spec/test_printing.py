"""What would fit is printed as the number itself is."""

from decimal import Decimal

import pytest

from samspel.report.checking.checks.printing import printed_like
from tests.report.checking.spec.printing import n

CASES = [
    ("25,2 månader", "24.15", "24,2"),
    ("25 månader", "24.5", "25"),
    ("0.37 år", "1.594", "1.59"),
    ("1345272", "1335272", "1335272"),
    ("2 095 910", "2085910", "2 085 910"),
    ("2\u00a0095\u00a0910", "2085910", "2\u00a0085\u00a0910"),
    ("2 095 910", "910", "910"),
    ("1,87 miljoner", "1780000", "1,78"),
    ("2 miljoner", "3000000", "3"),
    ("1 870 tkr", "1780000", "1 780"),
    ("1 250", "-1250", "-1 250"),
    ("-1 250", "-1350", "-1 350"),
    ("−1 250", "1350", "1 350"),
    ("två", "3", "tre"),
    ("två", "43", "43"),
    ("7,5 %", "7.142857", "7,1"),
]


@pytest.mark.parametrize(("text", "value", "expected"), CASES)
def test_printed_like(text: str, value: str, expected: str) -> None:
    assert printed_like(n(text), Decimal(value)) == expected
