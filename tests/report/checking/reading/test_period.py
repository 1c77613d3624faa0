"""The period, in every way that reports write it, against misprints and other years."""

import pytest

from samspel.figures.period import Period, parse_period
from samspel.report.checking.reading.outlining import outline_of
from samspel.report.checking.source import Source

YEAR, BROKEN, FIRST, SECOND = "2021", "2022-07..2023-06", "2021-01..2021-06", "2021-07..2021-12"


def period(*lines: str) -> Period | None:
    return outline_of(Source.of_text("\n".join(lines))).period


@pytest.mark.parametrize(
    ("line", "expected"),
    [
        ("Period 2022-07-01 – 2023-06-30", BROKEN),
        ("220701-230630", BROKEN),
        ("210101 – 211231", YEAR),
        ("Helårsrapport 2021", YEAR),
        ("2021", YEAR),
        ("1 juli 2022 – 30 juni 2023", BROKEN),
        ("1 juli – 31 december 2021", SECOND),
        ("Rapport juli 2022 – juni 2023", BROKEN),
        ("Perioden juli 2022 till och med juni 2023", BROKEN),
        ("2022-07 – 2023-06", BROKEN),
        ("Verksamhetsåret 2022/2023", BROKEN),
        ("första halvåret 2021", FIRST),
        ("andra halvåret 2021", SECOND),
        ("Halvårsrapport januari–juni 2021", FIRST),
        ("H1 2021", FIRST),
        ("2021H2", SECOND),
        ("Halvår 2, 2021", SECOND),
        ("2021-01-01 t.o.m. 2021-06-30", FIRST),
    ],
)
def test_a_period_as_a_title(line: str, expected: str) -> None:
    assert period("Rapport", line, "1. Deltagare", "Beskrivning", "Vi ses.") == parse_period(
        expected
    )


@pytest.mark.parametrize(
    ("lines", "expected"),
    [
        pytest.param(("Teamet har under 2021 arbetat med 31 personer.",), YEAR, id="in passing"),
        pytest.param(("Antal inskrivna", "20220701", "aktiva", "20230630"), BROKEN, id="heads"),
        pytest.param(
            ("Period 2012-07-01 – 2013-06-30", "1. Deltagare", "Nya deltagare 220701-230630: 8",
             "Tabell: Deltagarresultat 220701-230630", "Antal 20220701", "Antal 20230630"),
            BROKEN, id="the title is misprinted",
        ),
        pytest.param(
            ("Period 2022-07-01 – 2023-06-30", "1. Deltagare", "Deltagarresultat 220701-220630",
             "Antal inskrivna 20220630"),
            BROKEN, id="a head is misprinted",
        ),
        pytest.param(
            ("1. Deltagare", "Deltagarresultat 220701-230630", "Budget 2023", "Tilldelat 2023",
             "Personalen under 2023", "Sedan 2023", "period 1901-1912 1907-2006 2001-2012"),
            BROKEN, id="years of budgets and series do not count",
        ),
        pytest.param(("1. Deltagare", "Vi har haft roligt."), None, id="nothing tells"),
        pytest.param(("period 1901-1912 1907-2006 2001-2012",), None, id="a series alone"),
    ],
)  # fmt: skip
def test_evidence_is_weighed(lines: tuple[str, ...], expected: str | None) -> None:
    assert period(*lines) == (parse_period(expected) if expected else None)
