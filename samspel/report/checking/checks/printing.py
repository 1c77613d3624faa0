"""Print a value as another number was printed: the same digits, separators and sign."""

import re
from decimal import ROUND_HALF_UP, Decimal

from samspel.report.checking.printed import Printed
from samspel.report.checking.reading.numerals import SPELLED

_GROUPS = re.compile(r"\d(\s|\.)\d{3}(?!\d)")
_THOUSAND = 1000


def printed_like(number: Printed, value: Decimal) -> str:
    """``value`` with the decimals, the comma or point and the thousands' spaces of ``number``.

    A number in letters becomes another number in letters where there is a word for it.
    """
    if number.spelled:
        words = {at: word for word, at in SPELLED.items() if word != "en"}
        return words.get(int(value), str(int(value)))
    face = (value / _scale(number)).quantize(_face_step(number), rounding=ROUND_HALF_UP)
    text = f"{abs(face):f}".replace(".", "," if "," in number.text else _mark(number))
    return _sign(number, face) + _grouped(text, number)


def rounded(number: Printed, value: Decimal) -> Decimal:
    """The value in the steps that the number is printed in, half away from zero."""
    steps = (value / number.step).quantize(Decimal(1), rounding=ROUND_HALF_UP)
    return steps * number.step


def told(number: Printed) -> str:
    """The number as it stands, with its percent sign, for a sentence."""
    return with_unit(number, " ".join(number.text.split()))


def with_unit(number: Printed, text: str) -> str:
    """A text in the place of the number, with its percent sign."""
    return f"{text} %" if number.unit == "percent" else text


def _scale(number: Printed) -> Decimal:
    """1 000 000 for “2,2” in “2,2 miljoner”, else 1: what the digits are multiplied by."""
    decimals = re.search(r"[.,](\d{1,2})\D*$", number.text)
    places = len(decimals[1]) if decimals else 0
    return max(number.step.scaleb(places), number.step) if places else max(number.step, Decimal(1))


def _face_step(number: Printed) -> Decimal:
    return number.step / _scale(number)


def _mark(number: Printed) -> str:
    return "." if re.search(r"\d\.\d{1,2}\D*$", number.text) else ","


def _sign(number: Printed, face: Decimal) -> str:
    before = re.match(r"\s*([-−–+]\s*)", number.text)
    sign = before[1] if before else ""
    if face < 0:
        return sign if sign and sign[0] in "-−–" else "-"
    return sign if sign and sign[0] == "+" else ""


def _grouped(text: str, number: Printed) -> str:
    parted = _GROUPS.search(number.text)
    whole, comma, decimals = text.partition("," if "," in text else ".")
    if parted and int(whole) >= _THOUSAND:
        whole = f"{int(whole):,}".replace(",", parted[1])
    return whole + comma + decimals
