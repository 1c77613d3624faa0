"""Putting a figure in the place of a typed number."""

import pytest

from samspel.report.binding import Wish, occurrence, wish_from, with_figure


@pytest.mark.parametrize(
    ("body", "wish", "text"),
    [
        ("Vi skrev in 24.", Wish("24", 0, "newly_enrolled"), "Vi skrev in {newly_enrolled}."),
        ("24 av 24", Wish("24", 1, "closed"), "24 av {closed}"),
        ("{closed} och 24", Wish("24", 0, "closed"), "{closed} och {closed}"),
        ("63 % gick vidare", Wish("63", 0, "result_rate"), "{result_rate} gick vidare"),
        ("63 procent av dem", Wish("63", 0, "result_rate"), "{result_rate} av dem"),
        ("63 % är 24 av dem", Wish("24", 0, "closed"), "63 % är {closed} av dem"),
        (
            "2 151 000 kronor",
            Wish("2 151 000", 0, "budget_allocated"),
            "{budget_allocated} kronor",
        ),
        ("Tolv kom.", Wish("Tolv", 0, "closed"), "{closed:Word} kom."),
        ("De var tolv.", Wish("tolv", 0, "closed"), "De var {closed:word}."),
    ],
)
def test_the_figure_takes_the_numbers_place(body: str, wish: Wish, text: str) -> None:
    assert with_figure(body, wish) == text


@pytest.mark.parametrize(
    ("body", "wish"),
    [
        ("Vi skrev in 25.", Wish("24", 0, "closed")),
        ("124 och 24,5 och 2024", Wish("24", 0, "closed")),
        ("24", Wish("24", 1, "closed")),
        ("24", Wish("24", -1, "closed")),
        ("{newly_enrolled@2024-01-01..2024-12-31}", Wish("2024", 0, "closed")),
        ("tolvhundra", Wish("tolv", 0, "closed")),
    ],
)
def test_a_number_that_is_not_there_is_not_replaced(body: str, wish: Wish) -> None:
    assert with_figure(body, wish) is None


def test_a_wish_is_read_back_as_it_was_written() -> None:
    wish = Wish("25,2", 3, "throughput_months.gender.woman")
    assert wish_from(str(wish)) == wish


@pytest.mark.parametrize(
    "value",
    ["", "0", "0:closed", "0:closed:", "x:closed:24", "0:nonsense:24", "9" * 5000 + ":closed:2"],
)
def test_anything_else_is_no_wish(value: str) -> None:
    assert wish_from(value) is None


def test_occurrences_are_counted_up_to_a_place() -> None:
    assert occurrence("24", "24, 124 och 24", 12) == 1
