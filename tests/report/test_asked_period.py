"""Periods that people ask for, and those that are suggested to them."""

from datetime import date

import pytest

from samspel.figures.period import parse_period
from samspel.report.asked_period import may_be_read, suggested_periods
from samspel.report.period_words import period_words


@pytest.mark.parametrize(
    ("today", "expected"),
    [
        (date(2025, 1, 1), ["2024", "2024H2", "2023-07..2024-06"]),
        (date(2025, 6, 30), ["2024", "2024H2", "2023-07..2024-06"]),
        (date(2025, 7, 1), ["2024", "2025H1", "2024-07..2025-06"]),
        (date(2025, 12, 31), ["2024", "2025H1", "2024-07..2025-06"]),
        (date(2024, 2, 29), ["2023", "2023H2", "2022-07..2023-06"]),
    ],
)
def test_what_is_suggested_has_ended(today: date, expected: list[str]) -> None:
    suggested = suggested_periods(today)
    assert [each.period.label for each in suggested] == expected
    assert all(each.period.end < today for each in suggested)


@pytest.mark.parametrize(
    ("period", "readable"),
    [
        ("2024", True),
        ("2024H2", True),
        ("2018-07..2019-06", True),
        ("2019-01..2023-12", True),
        ("2024-02", False),
        ("2024-01-01..2024-12-30", False),
        ("2024-01-02..2024-12-31", False),
    ],
)
def test_the_public_edition_is_read_for_half_years(period: str, *, readable: bool) -> None:
    assert may_be_read(parse_period(period), "public") is readable
    assert may_be_read(parse_period(period), "internal")


@pytest.mark.parametrize(
    ("period", "swedish", "english"),
    [
        ("2021", "2021", "2021"),
        ("2024H1", "första halvåret 2024", "first half of 2024"),
        ("2024H2", "andra halvåret 2024", "second half of 2024"),
        ("2022-07..2023-06", "juli 2022 – juni 2023", "July 2022 – June 2023"),
        ("2024-02", "februari 2024", "February 2024"),
        (
            "2024-01-15..2024-03-02",
            "15 januari 2024 – 2 mars 2024",
            "15 January 2024 – 2 March 2024",
        ),
    ],
)
def test_a_period_in_words(period: str, swedish: str, english: str) -> None:
    assert period_words(parse_period(period), "sv") == swedish
    assert period_words(parse_period(period), "en") == english
