"""Periods that people ask for, and those that are suggested to them."""

from datetime import date

import pytest

from samspel.figures.period import parse_period
from samspel.figures.rhythm import Rhythm
from samspel.report.asked_period import suggested_first, suggested_periods
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
    ("rhythm", "expected"),
    [
        (Rhythm.CALENDAR_YEAR, ["2024"]),
        (Rhythm.HALF_YEAR, ["2025H1"]),
        (Rhythm.BROKEN_YEAR, ["2024-07..2025-06"]),
    ],
)
def test_the_teams_own_rhythm_is_suggested_first(rhythm: Rhythm, expected: list[str]) -> None:
    today = date(2025, 8, 1)
    assert [each.period.label for each in suggested_first(rhythm, today, only=True)] == expected
    every = [each.period.label for each in suggested_first(rhythm, today)]
    assert every[: len(expected)] == expected
    assert len(every) == len(suggested_periods(today))


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
