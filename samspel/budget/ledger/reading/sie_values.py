"""The values of SIE's fields: accounts, days, amounts, financial years and dimensions."""

import re
from datetime import date
from decimal import Decimal
from typing import NamedTuple

from django.utils.translation import gettext as _

from samspel.budget.ledger.reading.faults import shown
from samspel.budget.ledger.reading.sie_fields import Field

LONGEST_TEXT = 200
_COST_CENTRE, _PROJECT, _EMPLOYEE = "1", "6", "7"
"""Dimensions whose numbers SIE gives away; the others are named by `#DIM`."""
_NAMED_LIKE = {
    "kostnadsställe": _COST_CENTRE,
    "ansvar": _COST_CENTRE,
    "projekt": _PROJECT,
    "aktivitet": _PROJECT,
    "anställd": _EMPLOYEE,
    "person": _EMPLOYEE,
}
_ACCOUNT = re.compile(r"[0-9]{1,10}")
_AMOUNT = re.compile(r"-?[0-9]{1,12}(?:[.,][0-9]{1,2})?")
_DAY = re.compile(r"[0-9]{8}")


class ValueRefused(Exception):
    """A field's text is no value; the message is one sentence."""


def text_of(field: Field, longest: int = LONGEST_TEXT) -> str:
    """A text without signs that cannot be shown; cut where it is a text, refused in a key."""
    text = "" if isinstance(field, tuple) else field
    plain = " ".join("".join(c if c.isprintable() else " " for c in text).split())
    if longest < LONGEST_TEXT and len(plain) > longest:
        raise ValueRefused(_("The voucher's series or number is too long."))
    return plain[:longest]


def account_of(field: Field) -> str:
    """An account's number, of digits."""
    if isinstance(field, str) and _ACCOUNT.fullmatch(field):
        return field
    raise ValueRefused(_("“%(text)s” is no account number.") % {"text": shown(field)})


def day_of(field: Field) -> date:
    """A day written 20240131."""
    text = field if isinstance(field, str) else ""
    try:
        return date.fromisoformat(text if _DAY.fullmatch(text) else "")
    except ValueError as error:
        sentence = _("“%(text)s” is no date of SIE, such as 20240131.")
        raise ValueRefused(sentence % {"text": shown(text)}) from error


def ore_of(field: Field) -> int:
    """An amount in öre; debit is positive. Thousands are never parted in SIE."""
    if isinstance(field, str) and _AMOUNT.fullmatch(field):
        return int(Decimal(field.replace(",", ".")) * 100)
    sentence = _("“%(text)s” is no amount of SIE, such as -1900.50.")
    raise ValueRefused(sentence % {"text": shown(field)})


class FinancialYears:
    """The financial years that `#RAR` tells; a voucher's number is its own within one."""

    def __init__(self) -> None:
        self._years: dict[str, tuple[date, date]] = {}

    def add(self, fields: list[Field]) -> None:
        """A year's number, first and last day."""
        if len(fields) >= 3:
            self._years[str(fields[0])] = (day_of(fields[1]), day_of(fields[2]))

    def of(self, day: date) -> str:
        """What tells the day's year from others: 2024, or 2023-07-01 where it is broken."""
        for first, last in self._years.values():
            if first <= day <= last:
                return _name(first)
        return f"{day:%Y}"

    def named(self, number: str) -> str:
        """The same of the year that `#RAR` gives a number; nothing where it gives none."""
        return _name(self._years[number][0]) if number in self._years else ""


def _name(first: date) -> str:
    return f"{first:%Y}" if (first.month, first.day) == (1, 1) else f"{first:%Y-%m-%d}"


class About(NamedTuple):
    """What a row is tied to."""

    project: str
    cost_centre: str
    is_employee: bool


class Dimensions:
    """The dimensions of a ledger: which one is the project, the cost centre, the employee."""

    def __init__(self) -> None:
        self._kind_of = {number: number for number in (_COST_CENTRE, _PROJECT, _EMPLOYEE)}

    def add(self, fields: list[Field]) -> None:
        """A dimension's number and name."""
        if len(fields) >= 2 and isinstance(fields[0], str):
            name = text_of(fields[1]).casefold()
            for word, kind in _NAMED_LIKE.items():
                if name.startswith(word):
                    self._kind_of.setdefault(fields[0], kind)

    def of(self, objects: Field) -> About:
        """What a list of dimensions and objects, turn by turn, says; the first of a kind counts."""
        if len(objects) % 2:
            raise ValueRefused(_("The row's list of objects has an object without its dimension."))
        found: dict[str, str] = {}
        for number, code in zip(objects[::2], objects[1::2], strict=True):
            found.setdefault(self._kind_of.get(number, number), text_of(code, 40))
        return About(found.get(_PROJECT, ""), found.get(_COST_CENTRE, ""), _EMPLOYEE in found)
