"""The series of throughput times, with its windows beside or below each other."""

from datetime import date

import pytest

from samspel.figures.period import Period
from samspel.report.checking.reading.outline import Found, Outline
from samspel.report.checking.reading.outlining import outline_of
from samspel.report.checking.reading.tables.series import read_series
from samspel.report.checking.source import Source

PERIOD = Period(date(2021, 1, 1), date(2021, 12, 31))
OLDER = "throughput_months@2020-01-01..2020-12-31"
BETWEEN = "throughput_months@2020-07-01..2021-06-30"
OWN = "throughput_months"

SERIES = {
    "spaces": (
        "Tabell: genomströmningstid",
        "",
        "period 2001-2012 2007-2106 2101-2112",
        "",
        "månader 18,5 mån 19 mån 21,3 mån",
    ),
    "tabs": (
        "Genomströmningstid",
        "Period\tPeriod\tPeriod\tPeriod",
        "\t2001-2012\t2007-2106\t2101-2112",
        "Månader\t18,5 mån\t19 mån\t21,3 mån",
    ),
    "scanned": (
        "Tabell: genomstrémningstid",
        "period | 2001-2012 | 2007-2106 | 2101-2112",
        "manader | 18,5 man | 19 man | 21,3 man",
    ),
    "no units": (
        "Diagram 4. Genomströmningstid över åren",
        "2001-2012 2007-2106 2101-2112",
        "18,5 19 21,3",
    ),
    "the label tells": (
        "Period\t2001-2012\t2007-2106\t2101-2112",
        "Genomströmningstid\t18,5\t19\t21,3",
    ),
    "one below the other": (
        "Genomströmningstid i månader",
        "2001-2012 18,5 mån",
        "2007-2106 19 mån",
        "2101-2112 21,3 mån",
    ),
    "days": (
        "Genomströmningstid",
        "200101-201231\t18,5",
        "200701-210630\t19",
        "210101-211231\t21,3",
    ),
    "months by name": (
        "Genomströmningstid",
        "jan 2020 – dec 2020\t18,5",
        "jul 2020 – jun 2021\t19",
        "jan 2021 – dec 2021\t21,3",
    ),
    "years": ("Genomströmningstid", "2020\t18,5 mån", "2020/21\t19 mån", "2021\t21,3 mån"),
    "broken into lines": (
        "Tabell: genomströmningstid",
        "period",
        "2001-2012",
        "2007-2106",
        "2101-2112",
        "månader",
        "18,5 mån",
        "19 mån",
        "21,3 mån",
    ),
    "without a caption among results": (
        "3. Deltagare – resultat och effekter",
        "Beskrivning",
        "Genomströmningstiden har ökat, och det beror på att två stannade kvar väldigt länge.",
        "Period\tPeriod\tPeriod\tPeriod",
        "\t2001-2012\t2007-2106\t2101-2112",
        "Månader\t18,5 mån\t19 mån\t21,3 mån",
    ),
}
NOT_THESE = {
    "numbers of people alone": (
        "Genomströmningstid är inte samma sak",
        "Antal avslutade",
        "period 2001-2012 2007-2106 2101-2112",
        "antal 18 19 21",
    ),
    "a number too few": (
        "Tabell: genomströmningstid",
        "period 2001-2012 2007-2106 2101-2112",
        "månader 18,5 mån 19 mån",
    ),
    "a number too many": (
        "Tabell: genomströmningstid",
        "period 2001-2012 2007-2106 2101-2112",
        "månader 18,5 mån 19 mån 21,3 mån 20 mån",
    ),
    "waiting times": (
        "Genomströmningstiden är lång.",
        "Tabell: väntetid i kö",
        "period 2001-2012 2007-2106 2101-2112",
        "månader 18,5 mån 19 mån 21,3 mån",
    ),
    "per cent": (
        "Genomströmningstid och resultat",
        "period 2001-2012 2007-2106 2101-2112",
        "andel 18,5 % 19 % 21,3 %",
    ),
    "no results": (
        "4. Personalen – insatsens förutsättningar",
        "Genomströmningstiden har ökat, och det beror på att två stannade kvar väldigt länge.",
        "Vi har också räknat hur länge de anställda har varit kvar hos oss i genomsnitt.",
        "period 2001-2012 2007-2106 2101-2112",
        "månader 18,5 mån 19 mån 21,3 mån",
    ),
    "one window twice": (
        "Tabell: genomströmningstid",
        "period 2001-2012 2001-2012 2101-2112",
        "månader 18,5 mån 19 mån 21,3 mån",
    ),
    "a sentence": ("Genomströmningstiden var 2001-2012 18,5 mån och 2101-2112 21,3 mån.",),
    "one window": ("Genomströmningstid", "period 2101-2112", "månader 21,3 mån"),
}


def read(lines: tuple[str, ...]) -> Found:
    """What is read of a report of 2021."""
    whole = outline_of(Source.of_text("\n".join(lines)))
    return read_series(Outline(whole.source, "Bron", PERIOD, whole.parts, whole.headings))


def told(found: Found) -> dict[str, str]:
    return {str(each.address): each.printed.text for each in found.statements}


@pytest.mark.parametrize("form", SERIES)
def test_each_window_has_its_mean(form: str) -> None:
    found = read(SERIES[form])
    assert told(found) == {OLDER: "18,5", BETWEEN: "19", OWN: "21,3"}
    assert {each.printed.line for each in found.statements} <= found.lines


@pytest.mark.parametrize("form", NOT_THESE)
def test_what_is_unclear_tells_nothing(form: str) -> None:
    assert told(read(NOT_THESE[form])) == {}


def test_an_empty_cell_leaves_its_window_without_a_mean() -> None:
    lines = (
        "Genomströmningstid",
        "Period\t2001-2012\t2007-2106\t2101-2112",
        "Månader\t18,5\t–\t21,3",
    )
    assert told(read(lines)) == {OLDER: "18,5", OWN: "21,3"}


def test_medians_and_numbers_have_rows_of_their_own() -> None:
    lines = (
        "Genomströmningstid",
        "Period\t2007-2106\t2101-2112",
        "Månader\t19,5\t21,3",
        "Median\t18\t20",
        "Antal\t9\t11",
    )
    assert told(read(lines)) == {
        BETWEEN: "19,5",
        OWN: "21,3",
        "throughput_months.median@2020-07-01..2021-06-30": "18",
        "throughput_months.median": "20",
        "throughput_months.n@2020-07-01..2021-06-30": "9",
        "throughput_months.n": "11",
    }


def test_a_window_of_another_length_is_a_slip() -> None:
    lines = (
        "Tabell: genomströmningstid",
        "period 2001-2012 2007-2105 2101-2112",
        "månader 18,5 mån 19 mån 21,3 mån",
    )
    assert told(read(lines)) == {OLDER: "18,5", OWN: "21,3"}


def test_lines_without_end_are_left_alone() -> None:
    assert told(read(("Genomströmningstid", *["2101-2112"] * 2000, "21,3 mån"))) == {}
