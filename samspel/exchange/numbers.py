"""Numbers given on the command line."""

from argparse import ArgumentTypeError
from collections.abc import Callable

from django.utils.translation import gettext as _


def whole_number(low: int, high: int) -> Callable[[str], int]:
    """A reader of whole numbers from ``low`` to ``high``, both included."""

    def read(text: str) -> int:
        if not text.isascii() or not text.isdigit() or not low <= int(text) <= high:
            raise ArgumentTypeError(
                _("“%(text)s” is not a whole number from %(low)d to %(high)d")
                % {"text": text, "low": low, "high": high}
            )
        return int(text)

    return read
