"""Which characters a rendering can carry.

Texts come from people, files and older reports. XML (and so Word, Excel and SVG) cannot hold
control characters, UTF-8 cannot hold half of a surrogate pair, and the marks that turn the
writing direction round would let one text reverse the numbers printed after it. Such
characters are left out, once and in the same way for every rendering.
"""

import re
from collections.abc import Callable
from dataclasses import fields, is_dataclass
from typing import Any, TypeVar

_UNFIT = re.compile(
    "["
    "\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x84\x86-\x9f"  # control characters
    "\u202a-\u202e\u2066-\u2069"  # embedded and overridden writing direction
    "\ud800-\udfff"  # lone surrogates
    "\ufdd0-\ufdef\ufffe\uffff"  # not characters at all
    "]"
)
_T = TypeVar("_T")


def printable(text: str) -> str:
    """``text`` without the characters that no rendering can carry."""
    return _UNFIT.sub("", text)


def with_texts(thing: _T, change: Callable[[str], str]) -> _T:
    """A copy of a document, or of any part of it, with ``change`` applied to every text."""
    return _changed(thing, change)  # type: ignore[no-any-return]  # the same type by construction


def printable_throughout(thing: _T) -> _T:
    """A copy of a document, or of any part of it, with every text made printable."""
    return with_texts(thing, printable)


def _changed(thing: Any, change: Callable[[str], str]) -> Any:
    if isinstance(thing, str):
        return change(thing)
    if isinstance(thing, tuple):
        return tuple(_changed(each, change) for each in thing)
    if is_dataclass(thing) and not isinstance(thing, type):
        parts = {part.name: _changed(getattr(thing, part.name), change) for part in fields(thing)}
        return type(thing)(**parts)
    return thing
