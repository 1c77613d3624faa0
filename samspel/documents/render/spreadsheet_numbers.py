"""What a number is in a spreadsheet: its value there and the format that prints it alike."""

import re
from decimal import Decimal

from samspel.documents.document import Number

_PRINTED = re.compile(r"\d[\d\s]*(?:[.,](\d+))?")


def number_format(number: Number) -> str:
    """The spreadsheet's format, with as many decimals as are printed.

    A share's value is a fraction of one, which is what a format with ``%`` takes.
    """
    found = _PRINTED.search(number.printed)
    places = len(found[1] or "") if found else 0
    decimals = "." + "0" * places if places else ""
    return f"0{decimals} %" if number.kind == "percent" else f"#,##0{decimals}"


def sheet_value(number: Number) -> Decimal | None:
    """The exact value; None when there is none or it is withheld, and the print stands alone."""
    return None if number.withheld else number.value
