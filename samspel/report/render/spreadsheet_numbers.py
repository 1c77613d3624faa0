"""What a number is in a spreadsheet: its value there and the format that prints it alike."""

import re
from decimal import Decimal

from samspel.report.document import Number

_PRINTED = re.compile(r"[-−]?\d[\d\s]*(?:[.,]\d+)?")


def number_format(number: Number) -> str:
    """The spreadsheet's format, with as many decimals as are printed."""
    places = _decimals(number.printed)
    decimals = "." + "0" * places if places else ""
    if number.kind == "percent":
        return f"0{decimals} %"
    return f"#,##0{decimals}"


def sheet_value(number: Number) -> Decimal | None:
    """The exact value as a spreadsheet keeps it: a share as a fraction of one.

    None when the number has no value or is withheld. A share may arrive as 57 or as 0.57; its
    print ("57 %") tells which.
    """
    if number.value is None or number.withheld:
        return None
    if number.kind == "percent" and _is_hundredths(number.value, number.printed):
        return number.value / 100
    return number.value


def _is_hundredths(value: Decimal, printed: str) -> bool:
    found = _PRINTED.search(printed)
    if found is None:
        return False
    shown = Decimal(re.sub(r"\s", "", found[0]).replace(",", ".").replace("−", "-"))
    return abs(value - shown) <= Decimal("0.5").scaleb(-_decimals(printed))


def _decimals(printed: str) -> int:
    found = _PRINTED.search(printed)
    _, _, decimals = (found[0] if found else "").replace(".", ",").partition(",")
    return len(decimals)
