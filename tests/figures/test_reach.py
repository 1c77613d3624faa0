"""Series begin where the records do: an uncovered half-year is no data, not nobody."""

from datetime import date
from typing import Any

import pytest

from samspel.figures.compute import Figures
from samspel.figures.contract import contract
from samspel.figures.disclosure import PublicFigures
from samspel.figures.period import Period, parse_period, rolling_years
from samspel.figures.reach import reached, reaches
from samspel.figures.tables import tables
from tests.figures.episodes import TEAM, framed, lifelike
from tests.figures.test_golden import AVESTA_2021, golden


def rows(first_closed: date) -> list[dict[str, Any]]:
    """A team of which everybody who was closed before a day is missing."""
    every = lifelike(300)
    return [row for row in every if row["closed_on"] is None or row["closed_on"] >= first_closed]


def labels(windows: list[Period]) -> list[str]:
    return [window.label for window in windows]


@pytest.mark.parametrize(
    ("first_closed", "expected"),
    [
        (date(2021, 1, 1), ["2021", "2021-07..2022-06", "2022"]),
        (date(2020, 7, 1), ["2020-07..2021-06", "2021", "2021-07..2022-06", "2022"]),
        (date(2024, 1, 1), []),
    ],
)
def test_windows_begin_with_the_first_whole_one(first_closed: date, expected: list[str]) -> None:
    found = Figures(framed(rows(first_closed)), team=TEAM, period=parse_period("2022"))
    assert labels(reached(found, rolling_years(found.period.end))) == expected


def test_the_public_edition_has_the_windows_of_its_grid() -> None:
    found = Figures(framed(rows(date(2020, 7, 1))), team=TEAM, period=parse_period("2022"))
    public = PublicFigures(found, wholes_exact=True)
    assert labels(reached(public, rolling_years(found.period.end))) == ["2021", "2022"]
    half = PublicFigures(found.for_period(parse_period("2022H2")), wholes_exact=True)
    assert reached(half, rolling_years(found.period.end)) == []


def test_the_first_half_of_2021_is_all_that_a_golden_case_reaches() -> None:
    found = golden(AVESTA_2021)
    assert reaches(found, "2021H1")
    assert not reaches(found, "2020H2")
    (series,) = [each for each in tables(found) if "over the years" in each.title]
    assert [row for row, _values in series.rows] == ["2021"]
    assert len(contract(found)["series"]["throughput_months"]) == 6
