"""Every text is translated, once, and no catalogue holds what nobody says."""

import re
from functools import cache

from tests.about_the_code.source import templates
from tests.about_the_code.texts import Key, catalogues, holes, said, said_by_libraries

_TAGS = re.compile(r"\{%.*?%\}|\{\{.*?\}\}|\{#.*?#\}|<[^>]*>|&\w+;", re.DOTALL)
_TRANSLATED = re.compile(r"\{%\s*(blocktrans(?:late)?).*?end\1\s*%\}", re.DOTALL)
_COMMENT = re.compile(r"\{%\s*comment.*?endcomment\s*%\}", re.DOTALL)
_CLASSES = re.compile(r"\{% block \w+_class %\}.*?\{% endblock %\}")
_WORD = re.compile(r"[A-Za-zÅÄÖåäö]{2,}")
NAMES = {
    "Samspel",
    "Ctrl",
    "CSV",
    "XLSX",
    "PDF",
    "DOCX",
    "JSON",
    "Word",
    "Excel",
    "Svenska",
    "English",
}
"""The same in every language."""


@cache
def entries() -> dict[Key, list[tuple[str, object]]]:
    """Every translation with the catalogue that it stands in."""
    found: dict[Key, list[tuple[str, object]]] = {}
    for path, catalogue in catalogues().items():
        for message in catalogue:
            if message.id:
                first = message.id if isinstance(message.id, str) else message.id[0]
                wing = path.parts[-5]
                found.setdefault((message.context, first), []).append((wing, message.string))
    return found


def test_every_text_has_a_translation() -> None:
    missing = {key: sorted(files) for key, files in said().items() if key not in entries()}
    assert missing == {}


def test_no_translation_is_empty_or_uncertain() -> None:
    for path, catalogue in catalogues().items():
        for message in catalogue:
            strings = [message.string] if isinstance(message.string, str) else message.string
            assert all(strings) or not message.id, f"{path}: {message.id} is empty"
            assert not message.fuzzy or not message.id, f"{path}: {message.id} is fuzzy"
        assert not catalogue.obsolete, f"{path} keeps obsolete entries"


def test_no_translation_is_of_a_text_that_nobody_says() -> None:
    unsaid = {key: found for key, found in entries().items() if key not in said()}
    assert {key: unsaid[key] for key in unsaid if key[1] not in said_by_libraries()} == {}


def test_a_text_is_translated_the_same_everywhere() -> None:
    """All catalogues are one at run time: of two translations the last read would win."""
    differing = {
        key: found for key, found in entries().items() if len({str(s) for _w, s in found}) > 1
    }
    assert differing == {}


def test_translations_are_filled_in_alike() -> None:
    for path, catalogue in catalogues().items():
        for message in catalogue:
            pair = (message.id, message.string)
            ids, strings = [(each,) if isinstance(each, str) else tuple(each) for each in pair]
            wanted = set().union(*(holes(text) for text in ids))
            got = set().union(*(holes(text) for text in strings))
            assert got <= wanted, f"{path}: {message.id}"
            assert holes(ids[-1]) <= holes(strings[-1]), f"{path}: {message.id}"


def test_templates_say_nothing_untranslated() -> None:
    bare = {}
    for name, text in templates().items():
        plain = _COMMENT.sub(" ", _TRANSLATED.sub(" ", _CLASSES.sub(" ", text)))
        plain = re.sub(r"<(script|style|svg|code)\b.*?</\1>", " ", plain, flags=re.DOTALL)
        words = set(_WORD.findall(_TAGS.sub(" ", plain))) - NAMES
        if words:
            bare[name] = words
    assert bare == {}
