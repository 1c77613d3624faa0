"""Numbered lines from raw text: what is no character of a text is taken away."""

import re
from collections.abc import Iterable

from django.utils.translation import gettext as _

from samspel.report.checking.opening import limits
from samspel.report.checking.opening.refused import NotReadable
from samspel.report.checking.source import Line

_NEW_LINE = re.compile(r"\r\n|[\r\n\v\x85\u2028\u2029]")
# A hyphen where a word is parted at a line's end comes out of a PDF as a character of its own.
_EXCHANGED = {"\ufffe": "-", "\x02": "-", "\u2010": "-", "\u2011": "-"}
_LIGATURES = {"ﬀ": "ff", "ﬁ": "fi", "ﬂ": "fl", "ﬃ": "ffi", "ﬄ": "ffl"}
_UNSEEN = "\u00ad\u200b\u200c\u200d\u2060\ufeff\u200e\u200f\u202a\u202b\u202c\u202d\u202e"
_CONTROLS = "".join(map(chr, [*range(0x09), *range(0x0B, 0x20), 0x7F, *range(0x80, 0xA0)]))
# The marks of Word's lists come as characters of the private use of its fonts.
_PRIVATE = dict.fromkeys(map(chr, range(0xE000, 0xF900)), "•")
_CLEANED = str.maketrans(
    dict.fromkeys(_CONTROLS + _UNSEEN, "") | _LIGATURES | _EXCHANGED | _PRIVATE | {"\f": ""}
)
"""Controls go: a file must not be able to write commands to the terminal that it is told on."""


def lines_in(text: str) -> list[str]:
    """The lines of a text as an editor counts them; a form feed stays in its line."""
    return _NEW_LINE.split(text)


def cleaned(text: str) -> str:
    """The text of a line without what nobody sees in print."""
    return text.translate(_CLEANED).rstrip()


def numbered(lines: Iterable[tuple[str, int | None]], name: str) -> tuple[Line, ...]:
    """The lines, each a text and its page, with their numbers from 1.

    Raises NotReadable where there is more text than a report has.
    """
    found: list[Line] = []
    total = 0
    for number, (text, page) in enumerate(lines, start=1):
        total += len(text)
        is_long = len(text) > limits.LINE_CHARACTERS or number > limits.LINES
        if is_long or total > limits.CHARACTERS:
            raise NotReadable(too_long(name))
        found.append(Line(number, cleaned(text), page))
    return tuple(found)


def too_long(name: str) -> str:
    """The sentence about a file that holds more than a report does."""
    return _("“%(file)s” holds far more text than a report does.") % {"file": name}
