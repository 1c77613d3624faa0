"""The words and numbers that stand in a chart."""

import re
import textwrap
from decimal import ROUND_HALF_UP, Decimal
from typing import Literal

from samspel.documents.document import Chart, Number
from samspel.documents.render.characters import printable

Language = Literal["sv", "en"]
THIN_SPACE = "\u202f"
_DASH_INSIDE = re.compile("–(?=\\S)")
_JOINT = "\x00"


def value_label(chart: Chart, place: int, value: Decimal, language: Language) -> str:
    """The label of one point: as the same row of the chart's table prints it.

    The first number of that value is meant: a count of 1 stands before its share of 100 %.
    A value that the table does not have is printed with at most one decimal.
    """
    row = chart.table.rows[place] if place < len(chart.table.rows) else ()
    for cell in row:
        if isinstance(cell, Number) and cell.value == value and not cell.withheld:
            return cell.printed
    return plain_number(value, language)


def plain_number(value: Decimal, language: Language) -> str:
    """``value`` rounded half away from zero to at most one decimal, in the language's form."""
    rounded = value.quantize(Decimal("0.1"), rounding=ROUND_HALF_UP)
    text = f"{rounded:,}".removesuffix(".0")
    if language == "sv":
        return text.replace(",", THIN_SPACE).replace(".", ",")
    return text


def wrapped(label: str, width: int, lines: int = 3) -> str:
    """``label`` broken into at most ``lines`` lines of about ``width`` characters.

    A span of months or years ("2021-07–2022-06") may be broken after its dash.
    """
    enough = printable(label)[: (width + 1) * (lines + 1)]
    parted = _DASH_INSIDE.sub("–" + _JOINT + " ", enough)
    rows = textwrap.wrap(parted, max(width, 4), break_on_hyphens=False)
    pieces = [row.replace(_JOINT + " ", "").removesuffix(_JOINT) for row in rows]
    if len(pieces) > lines:
        pieces = [*pieces[: lines - 1], pieces[lines - 1].rstrip(" ,") + "…"]
    return "\n".join(pieces)
