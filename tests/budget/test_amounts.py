"""Amounts as Swedish people write them, to the öre and never guessed."""

import pytest
from django.core.exceptions import ValidationError

from samspel.budget.amounts import AmountField, IndexField, in_kronor, read_ore


@pytest.mark.parametrize(
    ("text", "ore"),
    [
        ("1900000", 190_000_000),
        ("1 900 000", 190_000_000),
        ("1\u00a0900\u202f000", 190_000_000),
        ("1 900 000,50", 190_000_050),
        ("4164.5", 416_450),
        ("1.900.000,25", 190_000_025),
        ("1,900,000.25", 190_000_025),
        ("−4 164", -416_400),
        ("-4 164", -416_400),
        ("–4 164,05", -416_405),
        ("4 164 kr", 416_400),
        ("0,01", 1),
    ],
)
def test_amounts_are_understood(text: str, ore: int) -> None:
    assert read_ore(text) == ore


@pytest.mark.parametrize(
    "text", ["", "1.900", "1,900", "12,345", "tusen", "1-2", "--5", "5-", "١٢", "9" * 14, "1e5"]
)
def test_what_could_mean_something_else_is_refused(text: str) -> None:
    with pytest.raises(ValueError):  # noqa: PT011  # the sentence is the field's
        read_ore(text)


@pytest.mark.parametrize(
    ("ore", "text"),
    [(190_000_000, "1\u202f900\u202f000"), (416_405, "4\u202f164,05"), (-50, "−0,50")],
)
def test_amounts_are_written_with_ore_only_where_there_are_any(ore: int, text: str) -> None:
    assert in_kronor(ore) == text
    assert read_ore(text) == ore


def test_only_a_signed_amount_may_be_negative() -> None:
    assert AmountField(is_signed=True).clean("−5") == -500
    with pytest.raises(ValidationError):
        AmountField().clean("−5")


@pytest.mark.parametrize("text", ["0", "0,00", "-3", "x", "1234567"])
def test_an_index_is_a_number_above_nothing(text: str) -> None:
    with pytest.raises(ValidationError):
        IndexField().clean(text)
