"""Identity numbers that are valid and belong to nobody.

The Swedish Tax Agency keeps the birth numbers 980–999 of every day for tests and gives them to no
one; even ones are women's and odd ones men's.
"""

from datetime import date

from personnummer import personnummer

RESERVED_BIRTH_NUMBERS = range(980, 1000)


def reserved_number(born: date, gender: str, turn: int) -> str:
    """Twelve digits for somebody born that day; ``turn`` from 0 to 9 parts several of one day."""
    birth_number = RESERVED_BIRTH_NUMBERS[2 * (turn % 10) + (gender == "man")]
    digits = f"{born:%y%m%d}{birth_number}"
    doubled = (int(digit) * (2 - place % 2) for place, digit in enumerate(digits))
    total = sum(number // 10 + number % 10 for number in doubled)
    number = f"{born:%Y%m%d}{birth_number}{-total % 10}"
    if not personnummer.valid(number):
        raise ValueError(f"{number} is no identity number")
    return number
