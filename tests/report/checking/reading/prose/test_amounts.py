"""Amounts of money in running text."""

import pytest

from tests.report.checking.reading.prose.reading_of import differences, read, stated, sums

AMOUNTS = [
    (
        "Teamet äskade 1994000 för 2023 men tilldelades 1780000.",
        ["budget_applied=1994000", "budget_allocated=1780000"],
    ),
    (
        "Teamet dskade ca 1,99 for 2023 men tilldelades 1,78 miljoner.",
        ["budget_applied=1,99", "budget_allocated=1,78"],
    ),
    (
        (
            "Teamet begärde 2,2 miljoner. Förbundet kunde inte bidra med hela äskandet utan "
            "avsatte 2 050 000 kronor."
        ),
        ["budget_applied=2,2", "budget_allocated=2 050 000"],
    ),
    (
        (
            "Förbundets beviljade medel (1 900 000:-) har använts till fullo, av kommunens "
            "beviljade medel (300 000:-) togs 185 910:- i bruk."
        ),
        [
            "budget_granted.funder.association=1 900 000",
            "budget_granted.funder.municipality=300 000",
            "funds_used.funder.municipality=185 910",
        ],
    ),
    (
        "För 2021 tilldelades teamet 1 500 000 kronor.",
        ["budget_allocated@2021-01-01..2021-12-31=1 500 000"],
    ),
    ("Förra året tilldelades teamet 1 500 000 kronor.", ["budget_allocated@previous=1 500 000"]),
    ("Vi räknar med att tilldelas 1 900 000 kronor nästa år.", []),
    ("Teamet tilldelades tre nya rum.", []),
    ("Kommunen tilldelades 3 000 000 kronor i statsbidrag.", []),
    ("Förbundet avsatte 1650000 kronor.", ["budget_allocated=1650000"]),
]


@pytest.mark.parametrize(("text", "expected"), AMOUNTS)
def test_an_amount_is_a_figure(text: str, expected: list[str]) -> None:
    assert stated(text, "9") == expected


def test_small_numbers_beside_millions_are_millions() -> None:
    found = read("Teamet äskade ca 1,99 för 2023 men tilldelades 1,78 miljoner.", "9").statements
    assert [(int(each.printed.value), int(each.printed.step)) for each in found] == [
        (1_990_000, 10_000),
        (1_780_000, 10_000),
    ]
    assert [each.printed.about for each in found] == [True, False]


def test_what_is_left_is_the_rest() -> None:
    text = (
        "Budgeten som gällde var 2 151 000 kronor. Av den hade 2 116 786 kronor använts, och "
        "34 214 kronor återstod."
    )
    assert differences(text) == ["2 151 000-2 116 786=34 214"]


def test_funders_make_up_what_was_allocated() -> None:
    text = (
        "Teamet tilldelades 2 151 000 kronor. Pengarna kommer från flera finansiärer: Förbundet "
        "1 764 000 kronor och kommunen 387 000 kronor."
    )
    assert sums(text, "9") == ["2 151 000=1 764 000+387 000"]
