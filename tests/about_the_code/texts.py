"""What the project says to people: texts taken out of code and templates, and its catalogues."""

import re
from collections.abc import Iterator
from functools import cache
from io import BytesIO
from pathlib import Path

import allauth
import django
from babel.messages.catalog import Catalog
from babel.messages.extract import extract
from babel.messages.pofile import read_po
from django.utils.translation import templatize

from tests.about_the_code.source import PACKAGE

Key = tuple[str | None, str]
"""A text's context, if any, and the text; the singular where there is a plural."""

_FUNCTIONS = {
    "_": None,
    "gettext": None,
    "gettext_lazy": None,
    "gettext_noop": None,
    "noop": None,
    "ngettext": (1, 2),
    "ngettext_lazy": (1, 2),
    "pgettext": ((1, "c"), 2),
    "pgettext_lazy": ((1, "c"), 2),
    "npgettext": ((1, "c"), 2, 3),
    "npgettext_lazy": ((1, "c"), 2, 3),
}


_ALIAS = re.compile(r"\b(n?p?gettext(?:_lazy|_noop)?) as (\w+)")


def _said_in(code: str) -> Iterator[Key]:
    functions = _FUNCTIONS | {new: _FUNCTIONS[old] for old, new in _ALIAS.findall(code)}
    for _line, message, _comments, context in extract(
        "python", BytesIO(code.encode()), functions, options={"encoding": "utf-8"}
    ):
        text = message if isinstance(message, str) else message[0]
        if text:
            yield context, text


def _as_code(template: str, name: str) -> str:
    """The template as calls of gettext, without the indents that are none in Python."""
    return "\n".join(line.strip() for line in templatize(template, origin=name).splitlines())


@cache
def said() -> dict[Key, set[str]]:
    """Every text that is to be translated, with the files that say it."""
    found: dict[Key, set[str]] = {}
    for path in sorted(PACKAGE.rglob("*")):
        if "migrations" in path.parts or path.suffix not in {".py", ".html", ".txt"}:
            continue
        if path.suffix != ".py" and "templates" not in path.parts:
            continue
        text = path.read_text(encoding="utf-8")
        code = text if path.suffix == ".py" else _as_code(text, path.name)
        for key in _said_in(code):
            found.setdefault(key, set()).add(str(path.relative_to(PACKAGE)))
    return found


@cache
def catalogues() -> dict[Path, Catalog]:
    """Every Swedish catalogue."""
    found = {}
    for path in sorted(PACKAGE.rglob("locale/sv/LC_MESSAGES/*.po")):
        with path.open("rb") as reading:
            found[path] = read_po(reading, locale="sv")
    return found


@cache
def said_by_libraries() -> set[str]:
    """Texts of Django and allauth: their pages are ours, so we may say them in better words."""
    folders = [Path(next(iter(each.__path__))) for each in (allauth, django)]
    found: set[str] = set()
    for path in (path for folder in folders for path in folder.rglob("locale/sv/**/*.po")):
        with path.open("rb") as reading:
            for message in read_po(reading, locale="sv"):
                found.add(message.id if isinstance(message.id, str) else message.id[0])
    return found


def holes(text: str) -> set[str]:
    """What is filled in: ``%(name)s``, ``%s``, ``{name}``."""
    return set(re.findall(r"%\(\w+\)[sd]|%[sd]|\{\w*\}", text))
