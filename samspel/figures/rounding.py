"""How exact numbers become whole ones: once, half away from zero."""

from fractions import Fraction


def whole(value: Fraction | int) -> int:
    """Round to a whole number, half away from zero."""
    size = abs(Fraction(value))
    rounded = (2 * size.numerator + size.denominator) // (2 * size.denominator)
    return rounded if value >= 0 else -rounded
