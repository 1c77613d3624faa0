"""Names of sheets, within what spreadsheet programs allow."""

import re

LONGEST_NAME = 31
_FORBIDDEN = re.compile(r"[\[\]:*?/\\]")
_RESERVED = "history"


def sheet_name(wanted: str, taken: set[str]) -> str:
    """A legal name as near ``wanted`` as can be and unlike those ``taken``; it is added there.

    At most 31 characters, none of ``[]:*?/\\``, no apostrophe first or last, not *History*,
    and unlike the others also when capitals are disregarded.
    """
    name = " ".join(_FORBIDDEN.sub(" ", wanted).split())[:LONGEST_NAME].strip("' ") or "1"
    number = 1
    candidate = name
    while candidate.casefold() in taken | {_RESERVED}:
        number += 1
        ending = f" ({number})"
        candidate = name[: LONGEST_NAME - len(ending)] + ending
    taken.add(candidate.casefold())
    return candidate
