"""Reading one cell: the value that a text stands for, or a sentence that says why it has none."""

import re
import unicodedata
from collections.abc import Callable, Mapping
from datetime import date
from decimal import Decimal, InvalidOperation
from functools import lru_cache

from django.utils.translation import gettext as _

from samspel.exchange.importing.code_words import shown_words, words_of
from samspel.exchange.importing.columns import plain_heading
from samspel.exchange.importing.faults import CellRefused

FIRST_DAY, LAST_DAY = date(1900, 1, 1), date(2099, 12, 31)
_MOST_MONTHS = Decimal("1200")
_SHOWN = 40
_DAY = re.compile(r"[0-9]{4}-[0-9]{2}-[0-9]{2}")


def _shown(text: str) -> str:
    """A text that is safe and short enough to repeat in a sentence."""
    plain = "".join(c if c.isprintable() else "·" for c in text)
    return plain if len(plain) <= _SHOWN else plain[: _SHOWN - 1] + "…"


def read_name(text: str, longest: int) -> str:
    """An id or a team's name; must be there, printable, and at most ``longest`` characters."""
    name = text.strip()
    if not name.isascii():
        name = unicodedata.normalize("NFC", name.replace("\u00a0", " "))
    if not name:
        raise CellRefused(_("A value is needed here."))
    if len(name) > longest:
        raise CellRefused(
            _("The value has %(long)d characters; at most %(most)d are kept.")
            % {"long": len(name), "most": longest}
        )
    if not name.isprintable():
        raise CellRefused(_("The value has a character that cannot be shown."))
    return name


@lru_cache(maxsize=50_000)
def read_day(text: str) -> date | None:
    """A day written 2024-01-31 or 20240131 (also with midnight, as spreadsheets do), or none."""
    written = text.strip().removesuffix(" 00:00:00").removesuffix("T00:00:00")
    if not written:
        return None
    if len(written) == 8 and written.isascii() and written.isdigit():
        written = f"{written[:4]}-{written[4:6]}-{written[6:]}"
    try:
        # fromisoformat reads weeks as well, which nobody means here.
        day = date.fromisoformat(written if _DAY.fullmatch(written) else "")
    except ValueError as error:
        raise CellRefused(
            _("“%(text)s” is not a date; write it as 2024-01-31.") % {"text": _shown(text)}
        ) from error
    if not FIRST_DAY <= day <= LAST_DAY:
        raise CellRefused(
            _("%(day)s lies outside the years %(first)d–%(last)d.")
            % {"day": day, "first": FIRST_DAY.year, "last": LAST_DAY.year}
        )
    return day


@lru_cache(maxsize=50_000)
def read_months(text: str) -> Decimal | None:
    """A number of months with at most one decimal, point or comma; or none.

    A negative number is read here and refused by the episode's own rule.
    """
    written = text.strip().replace("−", "-").replace(",", ".")
    if not written:
        return None
    refused = CellRefused(
        _("“%(text)s” is not a number of months with at most one decimal.") % {"text": _shown(text)}
    )
    if not written.isascii() or len(written) > _SHOWN or set(written) - set("0123456789.-"):
        raise refused
    try:
        months = Decimal(written)
    except InvalidOperation as error:
        raise refused from error
    tenths = months.quantize(Decimal("0.1"))
    if tenths != months or months >= _MOST_MONTHS:
        raise refused
    return tenths


def code_reader(column: str, more: Mapping[str, str] | None = None) -> Callable[[str], str]:
    """A reader of the codes of ``column``; ``more`` are further words of a team's own."""
    words = words_of(column) | dict(more or {})
    known = ", ".join([*shown_words(column), *dict.fromkeys((more or {}).values())])

    @lru_cache(maxsize=2_000)
    def read(text: str) -> str:
        word = plain_heading(text)
        if word in words:
            return words[word]
        if not text.strip():
            return ""
        raise CellRefused(
            _("“%(text)s” is not known here; known are %(codes)s.")
            % {"text": _shown(text), "codes": known}
        )

    return read
