"""How many of those who were asked handed in an answer: the cases worked out beside them."""

from datetime import date

import pytest

from samspel.figures.surveys import Asked, Response, genders_of, response

DAY = date(2026, 10, 31)
ROWS = [
    Asked("a", "woman", date(2026, 10, 1), "handed_in", date(2026, 10, 31)),
    Asked("a", "woman", date(2026, 10, 1), "handed_in", date(2026, 11, 1)),
    Asked("a", "man", date(2026, 10, 31), "declined", date(2026, 10, 31)),
    Asked("a", "", date(2026, 11, 1), "waiting", None),
    Asked("b", "other", date(2026, 10, 1), "handed_in", date(2026, 10, 2)),
]


@pytest.mark.parametrize(
    ("survey", "until", "gender", "expected"),
    [
        # Handed in on the very day counts, the day after not yet; who declined was asked.
        ("a", DAY, "", Response(3, 1, 1)),
        ("a", date(2026, 11, 1), "", Response(4, 2, 1)),
        ("a", DAY, "woman", Response(2, 1, 0)),
        ("a", date(2026, 11, 1), "unknown", Response(1, 0, 0)),
        ("b", DAY, "", Response(1, 1, 0)),
        ("c", DAY, "", Response(0, 0, 0)),
        ("a", date(2026, 9, 30), "", Response(0, 0, 0)),
    ],
)
def test_who_counts(survey: str, until: date, gender: str, expected: Response) -> None:
    assert response(ROWS, survey=survey, until=until, gender=gender) == expected


def test_genders_add_up_to_all() -> None:
    until = date(2026, 12, 31)
    whole = response(ROWS, survey="a", until=until)
    codes = genders_of(ROWS, survey="a")
    assert codes == ["woman", "man", "unknown"]
    parts = [response(ROWS, survey="a", until=until, gender=code) for code in codes]
    for number in ("invited", "handed_in", "declined", "waiting"):
        assert sum(getattr(part, number) for part in parts) == getattr(whole, number)


def test_of_nobody_there_is_no_share() -> None:
    assert response([], survey="a", until=DAY).rate.value is None
