"""How employers helped comes out as worked out, and tells nothing of single persons outside."""

from decimal import Decimal

import pytest

from samspel.figures.employers import (
    HELP_FIGURES,
    Hosting,
    behind,
    help_of,
    helped,
    told_outside,
)
from samspel.figures.period import parse_period
from tests.spec.employers import EXPECTED, FIGURES, PERIOD, Expected, counted, hosting, lines

ROWS: list[Hosting] = [hosting(line, number) for number, line in enumerate(lines())]


@pytest.mark.parametrize("key", FIGURES)
def test_the_placements_behind_a_figure_are_those_marked(key: str) -> None:
    assert [row.placement for row in behind(key, ROWS, PERIOD)] == counted(key)


def test_every_figure_is_specified_with_words_of_its_own() -> None:
    assert tuple(each.key for each in HELP_FIGURES) == FIGURES
    assert len({each.title for each in HELP_FIGURES}) == len(FIGURES)
    assert len({each.text for each in HELP_FIGURES}) == len(FIGURES)


@pytest.mark.parametrize(("place", "expected"), list(enumerate(EXPECTED)))
def test_what_an_employer_comes_to(place: int, expected: Expected) -> None:
    found = helped(ROWS, PERIOD)[place]
    assert found.employer == expected.employer
    assert (found.persons, found.onwards, found.hours) == (
        expected.persons,
        expected.onwards,
        expected.hours,
    )
    own = [row for row in ROWS if row.employer == expected.employer]
    assert found.counts == {key: len(behind(key, own, PERIOD)) for key in FIGURES}
    assert found == help_of(expected.employer, own, PERIOD)


def test_only_employers_with_a_placement_in_the_period_are_told() -> None:
    assert [each.employer for each in helped(ROWS, PERIOD)] == [one.employer for one in EXPECTED]
    assert helped([], PERIOD) == []


def test_periods_that_follow_one_another_count_each_week_once() -> None:
    halves = [parse_period("2025H1"), parse_period("2025H2")]
    for employer in ("A", "B"):
        own = [row for row in ROWS if row.employer == employer]
        whole = help_of(employer, own, PERIOD).hours
        assert sum((help_of(employer, own, half).hours for half in halves), Decimal(0)) == whole


def test_who_led_to_more_stands_first_whatever_the_order_of_the_rows() -> None:
    assert helped(list(reversed(ROWS)), PERIOD) == helped(ROWS, PERIOD)


def test_a_figure_that_is_none() -> None:
    with pytest.raises(KeyError):
        behind("thanks", ROWS, PERIOD)


@pytest.mark.parametrize(
    ("number", "told"), [(0, None), (1, None), (4, None), (5, 5), (9, 5), (10, 10), (23, 20)]
)
def test_outside_nothing_is_told_of_few(number: int, told: int | None) -> None:
    assert told_outside(number) == told
