"""Made-up reports of each family: nothing on the clean ones, each planted error told."""

import pytest

from tests.report.checking.made_up import GRANBY, LILLSUND, LINDVIK, NAMES, examined, told


@pytest.mark.parametrize("name", NAMES)
def test_a_clean_report_gives_no_finding(name: str) -> None:
    assert told(examined(name)) == []


@pytest.mark.parametrize(("name", "least"), [(LINDVIK, 0.8), (GRANBY, 0.8), (LILLSUND, 0.8)])
def test_most_numbers_are_understood(name: str, least: float) -> None:
    found = examined(name)
    assert len(found.understood) >= least * found.statements


PLANTED = [
    # the results table: start + new − closed = end, and the outcomes make up the closed
    (LINDVIK, "33 21 1 6 4 2 3 5 36", "33 21 1 6 4 2 3 5 37", "identity", "37", "36"),
    (LINDVIK, "33 21 1 6 4 2 3 5 36", "33 21 1 6 4 2 3 6 36", "sum", "21", "22"),
    (LILLSUND, "31\t19\t22\t3\t6\t2", "31\t19\t22\t4\t6\t2", "sum", "4", "3"),
    (GRANBY, "28 17 15 1 5 2 1 2 3 1 30", "28 17 15 1 5 2 1 2 3 1 31", "identity", "31", "30"),
    # heads: another year than the report's
    (
        GRANBY,
        "perioden sjuk- medicinsk 20220630",
        "perioden sjuk- medicinsk 20210630",
        "date",
        "20210630",
        "20220630",
    ),
    (LILLSUND, "inskrivna 20200630", "inskrivna 20190630", "date", "20190630", "20200630"),
    # counts and their parts
    (GRANBY, "46-64 4", "46-64 5", "sum", "17", "18"),
    (LILLSUND, "Soc 7", "Soc 8", "sum", "22", "23"),
    (LILLSUND, "Varav män: 10 (45%)", "Varav män: 11 (45%)", None, "11", "10"),
    # shares
    (LINDVIK, "11 personer (46%) från", "11 personer (64%) från", "share", "64", "46"),
    (
        LINDVIK,
        "10 personer under 30 år, alltså 28%",
        "10 personer under 30 år, alltså 38%",
        "share",
        "38",
        "28",
    ),
    (GRANBY, "resultat eller 57%", "resultat eller 75%", "share", "75", "57"),
    (LILLSUND, "11 stycken eller 58%", "11 stycken eller 85%", "share", "85", "58"),
    # means: the parts weighted by their numbers give the whole
    (LINDVIK, "snitt 4,3 år", "snitt 4,8 år", "mean", "4,8", "4,3"),
    (LINDVIK, "37,0 år; kvinnor", "41,0 år; kvinnor", "mean", "41,0", "37,0"),
    (GRANBY, "totalt: 17,6 manader", "totalt: 16,7 manader", "mean", "16,7", "17,6"),
    # told again, and otherwise
    (LINDVIK, "var 20,1\n\nmånader", "var 21,0\n\nmånader", None, "21,0", "20,1"),
    (LINDVIK, "Vid årets slut väntar 7", "Vid årets slut väntar 9", "restated", "9", "7"),
    (LINDVIK, "den äldsta 61 år. Av", "den äldsta 67 år. Av", None, "67", "61"),
    (GRANBY, "tilldelades 1560000", "tilldelades 1650000", "restated", "1650000", "1560000"),
    (LILLSUND, "avsatte 1650000", "avsatte 1560000", "restated", "1560000", "1650000"),
    # money: rows and columns
    (LINDVIK, "2 200 000    2 085 910", "2 200 000    2 095 910", "sum", "2 095 910", "2 085 910"),
    (LINDVIK, "60 000    61 250    -1 250", "60 000    61 250    1 250", "sum", "1 250", "-1 250"),
    (GRANBY, "Totalt 1560000 1460000", "Totalt 1560000 1406000", "sum", "1406000", "1460000"),
    (
        LILLSUND,
        "1500000\t640000\t760000\t+ 100000",
        "1500000\t640000\t760000\t+ 110000",
        "sum",
        "+ 110000",
        "+ 100000",
    ),
]


@pytest.mark.parametrize(("name", "old", "new", "kind", "printed", "expected"), PLANTED)
def test_a_planted_error_is_told(
    name: str, old: str, new: str, kind: str | None, printed: str, expected: str
) -> None:
    found = told(examined(name, old, new))
    if kind is None:
        assert (printed, expected) in [(at, fit) for _kind, at, fit in found]
    else:
        assert found == [(kind, printed, expected)]
