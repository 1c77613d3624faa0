"""How numbers are printed: rounded here, once, half away from zero, from exact fractions."""

from fractions import Fraction

from samspel.figures.definition import MONTHS_AS_YEARS_PLACES, PLACES, WORKING_SHARE, YEARS
from samspel.figures.definitions import MEASURES
from samspel.figures.rounding import whole
from samspel.figures.values import AMOUNT, COUNT, EXTREME, SHARE, SIZE, Share, Value

NO_DATA = "–"
WITHHELD = ".."
THOUSANDS = "\u202f"
BEFORE_PERCENT = "\u00a0"


def percent(share: Share) -> int | None:
    """The share in whole percent, or ``None`` when there is nothing to take a share of."""
    return None if share.value is None else whole(share.value * 100)


def decimals(value: Fraction | int | None, places: int, language: str = "sv") -> str:
    """A number with a fixed number of decimals in the language's way; no data is a dash.

    Swedish has a decimal comma and a narrow space between thousands, English a point and a comma.
    """
    if value is None:
        return NO_DATA
    scaled = whole(Fraction(value) * 10**places)
    digits = str(abs(scaled)).rjust(places + 1, "0")
    units, fraction = (digits[:-places], digits[-places:]) if places else (digits, "")
    swedish = language.startswith("sv")
    grouped = f"{int(units):,}".replace(",", THOUSANDS if swedish else ",")
    mark = ("," if swedish else ".") if places else ""
    return ("−" if scaled < 0 else "") + grouped + mark + fraction


def places_of(value: Value) -> int:
    """Number of decimals that a value is printed with.

    Months and ages one; months given as years two; days, percent and counts none, and so are the
    ages of single persons in completed years.
    """
    if value.kind in (COUNT, SIZE, SHARE):
        return 0
    if value.kind == AMOUNT:
        return PLACES[value.unit]
    measure = MEASURES[value.definition]
    if value.unit == YEARS and measure.unit != YEARS:
        return MONTHS_AS_YEARS_PLACES
    if value.kind == EXTREME and measure.factor == 1:
        return 0
    return PLACES[value.unit]


def is_whole(value: Value) -> bool:
    """Whether a sum of resources is printed without decimals: a number of things, or kronor."""
    return value.kind == AMOUNT and places_of(value) == 0


def rounded(value: Value) -> Fraction | None:
    """The number of a mean or median as it is printed, and nothing more exact."""
    if value.exact is None:
        return None
    scale = 10 ** places_of(value)
    return Fraction(whole(value.exact * scale), scale)


def print_value(value: Value, language: str = "sv") -> str:
    """A value as it stands in a sentence or table, without the name of its unit.

    No data is ``–``; a withheld count is ``<5`` where that may be said, and anything else that
    is withheld ``..``.
    """
    if value.withheld:
        return f"<{value.below}" if value.below else WITHHELD
    if value.exact is None:
        return NO_DATA
    if value.unit == WORKING_SHARE:
        return share_of_full_time(value.exact, language)
    if value.kind != SHARE:
        return decimals(value.exact, places_of(value), language)
    return decimals(value.exact * 100, 0, language) + _sign(language)


def _sign(language: str) -> str:
    return f"{BEFORE_PERCENT}%" if language.startswith("sv") else "%"


def share_of_full_time(percent: Fraction, language: str = "sv") -> str:
    """A working share as people write it, with as many of two decimals as it has: 62,5 %."""
    text = decimals(percent, PLACES[WORKING_SHARE], language)
    return text.rstrip("0").rstrip(",.") + _sign(language)
