"""An amount as a ledger or a spreadsheet writes it, in öre. Never by way of a float's sum."""

import re
from decimal import Decimal, InvalidOperation
from typing import NoReturn

from django.utils.translation import gettext as _

from samspel.budget.ledger.reading.faults import CellRefused, shown

_ORE = Decimal(100)
_MOST = Decimal(10) ** 12
"""Kronor; no team's ledger comes near."""
_SPACES = dict.fromkeys(map(ord, "\u00a0\u202f\u2009\u2007\t"), " ")
_MINUS = dict.fromkeys(map(ord, "−–—‐‑"), "-")
_CURRENCY = re.compile(r"\s*(kr|sek|:-)\.?$|^(kr|sek)\s*", re.IGNORECASE)
_GROUPED = re.compile(r"([0-9]+|[0-9]{1,3}(?:[ .,'][0-9]{3})+)(?:([.,])([0-9]{1,2}))?")
_ODD_CENTS = Decimal("0.000001")
_SPREADSHEET_DIGITS = 15


def ore_of(cell: object) -> int | None:
    """The amount in öre; None for an empty cell. Raises CellRefused with one sentence.

    Understood are “1 900 000,50”, “1.900.000,50”, “1900.5”, “−4 164”, “4 164-”, “(4 164)” and
    numbers of a spreadsheet. “1.900” is refused: it may be a thousand and more, or under two.
    """
    if cell is None:
        return None
    if isinstance(cell, bool):
        _refuse(cell)
    if isinstance(cell, int | float | Decimal):
        return _whole_ore(_exact(cell), cell)
    text = str(cell).translate(_SPACES).translate(_MINUS).strip()
    if not text:
        return None
    return _whole_ore(_written(text, cell), cell)


def _exact(number: float | Decimal) -> Decimal:
    """What the spreadsheet shows: its floats have no more than 15 digits that are meant."""
    if isinstance(number, float):
        return Decimal(f"{number:.{_SPREADSHEET_DIGITS}g}")
    return Decimal(number)


def _written(text: str, cell: object) -> Decimal:
    plain = _CURRENCY.sub("", text)
    sign = 1
    if plain.startswith("(") and plain.endswith(")"):
        plain, sign = plain[1:-1].strip(), -1
    elif plain.endswith("-"):
        plain, sign = plain[:-1].strip(), -1
    elif plain[:1] in {"-", "+"}:
        plain, sign = plain[1:].strip(), -1 if plain[0] == "-" else 1
    found = _GROUPED.fullmatch(plain)
    if found is None:
        _refuse(cell)
    whole, mark, cents = found.groups()
    marks = set(re.findall(r"[ .,']", whole))
    if len(marks) > 1 or mark in marks or _is_two_sided(whole, mark):
        _refuse(cell)
    return sign * Decimal(f"{re.sub(r'[^0-9]', '', whole)}.{cents or '0'}")


def _is_two_sided(whole: str, mark: str | None) -> bool:
    """Whether “1.900” may be nineteen hundred as well as one and nine tenths."""
    return mark is None and len(re.findall(r"[.,]", whole)) == 1


def _whole_ore(kronor: Decimal, cell: object) -> int:
    try:
        ore = kronor * _ORE
        nearest = ore.to_integral_value()
    except InvalidOperation:
        _refuse(cell)
    if not kronor.is_finite() or abs(ore - nearest) > _ODD_CENTS or abs(kronor) >= _MOST:
        _refuse(cell)
    return int(nearest)


def _refuse(cell: object) -> NoReturn:
    raise CellRefused(
        _("“%(text)s” is not an amount with at most two decimals; write it as 1 900,50.")
        % {"text": shown(cell)}
    )
