"""The public edition tells nothing of the way through the team, and nothing by way of it."""

from itertools import product
from typing import Any

import pytest
from hypothesis import given, settings

from samspel.figures.address import SINCE_START, statistics_of
from samspel.figures.compute import Figures
from samspel.figures.contract import contract
from samspel.figures.definitions import (
    COUNTS,
    MEASURES,
    PUBLIC_COHORTS,
    PUBLIC_MEASURES,
    PUBLIC_SHARES,
    SHARES,
    dimensions_of,
)
from samspel.figures.dimension_definitions import PUBLIC_DIMENSIONS
from samspel.figures.dimensions import DIMENSIONS
from samspel.figures.disclosure import PublicFigures
from samspel.figures.frame import OPTIONAL
from samspel.figures.period import Period, parse_period
from tests.figures.episodes import TEAM, episodes, framed, lifelike, periods
from tests.figures.happened import lifelike_events

PUBLIC = {**PUBLIC_COHORTS, **PUBLIC_SHARES, **PUBLIC_MEASURES}
INTERNAL = {
    key: figure
    for figures in (COUNTS, SHARES, MEASURES)
    for key, figure in figures.items()
    if key not in PUBLIC
}
INTERNAL_DIMENSIONS = set(DIMENSIONS) - set(PUBLIC_DIMENSIONS)
WAYS = {
    "gender": "woman",
    "coach": "1",
    "income_after": "none",
    "group_kind": "forest",
    "employer_kind": "private",
    "score_change": "improved",
    "led_to": "work",
}
YEAR = parse_period("2021")


def edition(rows: list[dict[str, Any]], period: Period = YEAR) -> PublicFigures:
    frame = framed(rows)
    figures = Figures(frame, team=TEAM, period=period, events=lifelike_events(frame))
    return PublicFigures(figures, wholes_exact=True)


@pytest.fixture(scope="module")
def plenty() -> PublicFigures:
    """So many that nothing is small: what is withheld here is withheld everywhere."""
    return edition(lifelike(900))


def test_there_is_something_to_withhold(plenty: PublicFigures) -> None:
    assert len(INTERNAL) > 20
    assert INTERNAL_DIMENSIONS == {
        "withdrawal_reason",
        "occupation_before",
        "occupation_after",
        "income_after",
    }
    assert plenty.figures.count("visited").n > 100
    assert plenty.figures.count("follow_ups_held").n > 100
    assert plenty.figures.count("came").n > 100
    assert plenty.figures.count("placements_ended").n > 10
    assert plenty.figures.value("enrolment_rate").exact is not None


@pytest.mark.parametrize("figure", list(INTERNAL))
def test_no_statistic_of_an_internal_figure_is_told(plenty: PublicFigures, figure: str) -> None:
    statistics = [f".{one}" for one in statistics_of(INTERNAL[figure]) if one != "share"]
    ways = ["", *(f".{one}.{key}" for one, key in WAYS.items() if one in dimensions_of(figure))]
    ends = ("", f"@{SINCE_START}", "@previous", "@2021H1")
    for statistic, way, end in product(("", *statistics), ways, ends):
        value = plenty.value(f"{figure}{way}{statistic}{end}")
        assert value.withheld
        assert (value.exact, value.n, value.part, value.whole, value.below) == (None,) * 5


@pytest.mark.parametrize("dimension", sorted(INTERNAL_DIMENSIONS))
def test_no_public_figure_is_told_by_an_internal_breakdown(
    plenty: PublicFigures, dimension: str
) -> None:
    keys = plenty.figures.breakdown("worked_with", dimension)
    assert len(keys) > 1 or dimension == "withdrawal_reason"
    for figure, key in product(PUBLIC, (*keys, "nobody_has_this")):
        for end in ("", ".share" if figure in PUBLIC_COHORTS else ".n"):
            assert plenty.value(f"{figure}.{dimension}.{key}{end}").withheld
            assert plenty.value(f"{figure}.gender.man.{dimension}.{key}{end}").withheld
    assert plenty.keys("worked_with", dimension) == []


def test_no_internal_figure_has_keys(plenty: PublicFigures) -> None:
    counts = [count for count in COUNTS if count in INTERNAL]
    assert all(plenty.keys(count, one) == [] for count in counts for one in dimensions_of(count))


@settings(max_examples=6, deadline=None)
@given(episodes(40), periods)
def test_the_edition_is_the_same_whatever_happened_on_the_way(
    rows: list[dict[str, Any]], period: Period
) -> None:
    """Nothing withheld can be learnt from what does not enter."""
    bare = [{name: told for name, told in row.items() if name not in OPTIONAL} for row in rows]
    assert edition(rows, period).published() == edition(bare, period).published()
    assert contract(edition(rows, period)) == contract(edition(bare, period))
