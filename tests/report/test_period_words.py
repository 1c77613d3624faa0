"""A period as it stands in a heading and along an axis."""

import pytest

from samspel.figures.period import parse_period
from samspel.report.period_words import period_words

CASES = [
    ("2021", "2021", "2021", "2021"),
    ("2022-07..2023-06", "juli 2022 – juni 2023", "July 2022 – June 2023", "2022/23"),
    ("2022-07..2100-06", "juli 2022 – juni 2100", "July 2022 – June 2100", "juli 2022 – juni 2100"),
    ("2024H1", "första halvåret 2024", "first half of 2024", "jan. 2024 – juni 2024"),
    ("2099-07..2100-06", "juli 2099 – juni 2100", "July 2099 – June 2100", "2099/00"),
]


@pytest.mark.parametrize(("text", "swedish", "english", "short"), CASES)
def test_a_period_in_words(text: str, swedish: str, english: str, short: str) -> None:
    period = parse_period(text)
    assert period_words(period, "sv") == swedish
    assert period_words(period, "en") == english
    assert period_words(period, "sv", short=True) == short
