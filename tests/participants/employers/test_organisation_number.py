"""Organisation numbers: what is understood, and what is refused with a reason."""

import pytest
from django.core.exceptions import ValidationError

from samspel.participants.employers.organisation_number import (
    normal_organisation_number,
    shown_organisation_number,
)


@pytest.mark.parametrize(
    "typed", ["212000-0142", "2120000142", "16212000-0142", " 212000 0142 ", "162120000142"]
)
def test_ten_digits_however_they_are_written(typed: str) -> None:
    assert normal_organisation_number(typed) == "2120000142"


@pytest.mark.parametrize("typed", ["", " ", "-"])
def test_no_number_is_none(typed: str) -> None:
    assert normal_organisation_number(typed) == ""


@pytest.mark.parametrize(
    ("typed", "says"),
    [
        ("212000-0143", "kontrollera varje siffra"),
        ("122000-0142", "kontrollera varje siffra"),
        ("212000-014", "tio siffror"),
        ("212000-01422", "tio siffror"),
        ("19212000-0142", "tio siffror"),
        ("21200O-0142", "tio siffror"),
        ("٢١٢٠٠٠-٠١٤٢", "tio siffror"),
        ("811218-9876", "personnummer"),
    ],
)
def test_what_is_no_organisation_number(typed: str, says: str) -> None:
    with pytest.raises(ValidationError) as refused:
        normal_organisation_number(typed)
    assert says in refused.value.messages[0].lower()


def test_a_number_as_people_read_it() -> None:
    assert shown_organisation_number("2120000142") == "212000-0142"
    assert shown_organisation_number("") == ""
