"""Numbers beside dashes: some are ages, others only stand before a thought."""

import pytest

from samspel.report.checking.reading.numerals import numbers_in


@pytest.mark.parametrize(
    ("text", "numbers"),
    [
        ("totalt 39,3 – kvinnor 42,1 – män 35,1", ["39,3", "42,1", "35,1"]),
        ("totalt 39.3 - kvinnor 42.1", ["39.3", "42.1"]),
        ("65 – och äldre", []),
        ("18-30 4", ["4"]),
    ],
)
def test_a_number_with_decimals_before_a_dash_is_no_band_of_ages(
    text: str, numbers: list[str]
) -> None:
    assert [each.text for each in numbers_in(text)] == numbers
