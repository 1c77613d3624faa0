"""Periods as people write them, and the ones beside them."""

import re
from datetime import date

import pytest
from hypothesis import given

from samspel.figures.period import Period, parse_period, rolling_years
from tests.figures.episodes import periods


@pytest.mark.parametrize(
    ("text", "start", "end"),
    [
        ("2024", "2024-01-01", "2024-12-31"),
        ("2024H1", "2024-01-01", "2024-06-30"),
        ("2024h2", "2024-07-01", "2024-12-31"),
        ("2024-02", "2024-02-01", "2024-02-29"),
        ("2018-07..2019-06", "2018-07-01", "2019-06-30"),
        ("2018-07-01..2019-06-30", "2018-07-01", "2019-06-30"),
        ("2018-07-01 – 2019-06-30", "2018-07-01", "2019-06-30"),
        ("2018..2019", "2018-01-01", "2019-12-31"),
        ("2018H2..2019H1", "2018-07-01", "2019-06-30"),
        ("180701-190630", "2018-07-01", "2019-06-30"),
        (" 180701 - 190630 ", "2018-07-01", "2019-06-30"),
        ("20180701-20190630", "2018-07-01", "2019-06-30"),
        ("2024-02-29..2024-02-29", "2024-02-29", "2024-02-29"),
    ],
)
def test_a_period_is_read(text: str, start: str, end: str) -> None:
    assert str(parse_period(text)) == f"{start}..{end}"


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("2019-06..2018-07", "ends (2018-07-31) before it starts (2019-06-01)"),
        ("190630-180701", "before it starts"),
        ("last year", "is not a period"),
        ("", "is not a period"),
        ("1807-1906", "is not a period"),
        ("2024H3", "is not a period"),
        ("2024..", "is not a period"),
        ("2024-13", "does not exist"),
        ("2023-02-29..2023-03-01", "does not exist"),
        ("181301-190630", "does not exist"),
        ("0000", "does not exist"),
    ],
)
def test_what_is_no_period_is_refused_in_one_sentence(text: str, said: str) -> None:
    with pytest.raises(ValueError, match=re.escape(said)) as refused:
        parse_period(text)
    assert len(str(refused.value).splitlines()) == 1


@given(periods)
def test_every_period_is_read_back(period: Period) -> None:
    assert parse_period(str(period)) == period
    assert parse_period(period.label) == period


@given(periods)
def test_the_period_before_ends_the_day_before(period: Period) -> None:
    previous = period.previous()
    assert (period.start - previous.end).days == 1
    assert previous.whole_months == period.whole_months or period.whole_months is None
    assert period.year_before().end < period.end


@pytest.mark.parametrize(
    ("period", "label", "previous", "year_before"),
    [
        ("2024", "2024", "2023", "2023"),
        ("2024H1", "2024H1", "2023H2", "2023H1"),
        ("2023-07..2024-06", "2023-07..2024-06", "2022-07..2023-06", "2022-07..2023-06"),
        ("2024-02", "2024-02..2024-02", "2024-01", "2023-02"),
        ("2023-02", "2023-02..2023-02", "2023-01", "2022-02"),
        (
            "2024-03-05..2024-03-14",
            "2024-03-05..2024-03-14",
            "2024-02-24..2024-03-04",
            "2023-03-05..2023-03-14",
        ),
        (
            "2024-02-29..2024-03-10",
            "2024-02-29..2024-03-10",
            "2024-02-18..2024-02-28",
            "2023-02-28..2023-03-10",
        ),
    ],
)
def test_neighbours(period: str, label: str, previous: str, year_before: str) -> None:
    found = parse_period(period)
    assert found.label == label
    assert found.previous() == parse_period(previous)
    assert found.year_before() == parse_period(year_before)


@pytest.mark.parametrize(
    ("end", "windows"),
    [
        (date(2021, 12, 31), ["2020-07..2021-06", "2021"]),
        (date(2021, 12, 30), ["2020", "2020-07..2021-06"]),
        (date(2021, 6, 30), ["2020", "2020-07..2021-06"]),
        (date(2021, 6, 29), ["2019-07..2020-06", "2020"]),
    ],
)
def test_rolling_years_end_at_half_years(end: date, windows: list[str]) -> None:
    assert rolling_years(end, 2) == [parse_period(window) for window in windows]


def test_the_published_series_has_these_windows() -> None:
    published = ["2018-07..2019-06", "2019", "2019-07..2020-06", "2020", "2020-07..2021-06", "2021"]
    assert [window.label for window in rolling_years(date(2021, 12, 31))] == published
