"""Amounts in öre as kronor, printed as every other number of the product is."""

from fractions import Fraction

from django.utils.translation import get_language

from samspel.figures.printing import NO_DATA, decimals


def kronor(ore: int | None) -> str:
    """Kronor with two decimals in the reader's language; a dash for no amount."""
    if ore is None:
        return NO_DATA
    return decimals(Fraction(ore, 100), 2, get_language() or "sv")
