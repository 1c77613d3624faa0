"""The fields of one line of SIE: plain, within quotation marks, or a list within braces.

A quotation mark inside a field is written `\"`; any other backslash stands for itself (SIE type
1–4, edition 4B, section 5).
"""

import re

from django.utils.translation import gettext as _

Field = str | tuple[str, ...]
"""A list within braces comes as a tuple."""

_TOKEN = re.compile(
    r"""[ \t]*(?:
        "(?P<quoted>(?:[^"\\]|\\"|\\(?!"))*+)"(?=[ \t{}]|$)
      | (?P<brace>[{}])
      | (?P<plain>[^\s{}"]++)
    )""",
    re.VERBOSE,
)


class LineRefused(Exception):
    """The line cannot be taken apart; the message is one sentence."""


def fields_of(line: str) -> list[Field]:
    """The fields of a line without its line break. Raises LineRefused with one sentence."""
    fields: list[Field] = []
    within: list[str] | None = None
    place, end = 0, len(line.rstrip())
    while place < end:
        token = _TOKEN.match(line, place, end)
        if token is None:
            raise LineRefused(_not_closed(line, place))
        place = token.end()
        if token["brace"] == "{":
            within = _begun(within)
        elif token["brace"] == "}":
            fields.append(_ended(within))
            within = None
        else:
            quoted = token["quoted"]
            text = token["plain"] if quoted is None else quoted.replace('\\"', '"')
            (fields if within is None else within).append(text)
    if within is not None:
        raise LineRefused(_("The line is cut off: a brace { is not closed."))
    return fields


def _begun(within: list[str] | None) -> list[str]:
    if within is not None:
        raise LineRefused(_("A brace { stands inside another one."))
    return []


def _ended(within: list[str] | None) -> tuple[str, ...]:
    if within is None:
        raise LineRefused(_("A brace } stands where none was begun."))
    return tuple(within)


def _not_closed(line: str, place: int) -> str:
    if '"' in line[place:]:
        return _("The line is cut off, or a quotation mark is out of place or not closed.")
    return _("The line has a sign that SIE does not know.")
