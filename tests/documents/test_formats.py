"""The table of forms."""

from collections.abc import Callable

import pytest

from samspel.documents.document import Document
from samspel.documents.render.formats import FORMATS, render


@pytest.mark.parametrize(
    ("ending", "begins"),
    [
        ("pdf", b"%PDF-"),
        ("docx", b"PK\x03\x04"),
        ("xlsx", b"PK\x03\x04"),
        ("html", b"<!doctype html>"),
        ("txt", b"Samordningsf"),
        ("json", b"{"),
    ],
)
def test_each_form_is_what_it_says(
    rendered: Callable[[str], bytes], ending: str, begins: bytes
) -> None:
    assert rendered(ending).startswith(begins)


def test_every_form_has_a_content_type() -> None:
    assert set(FORMATS) == {"pdf", "docx", "xlsx", "html", "txt", "json"}
    assert all("/" in form.content_type for form in FORMATS.values())


def test_an_unknown_form_is_refused(document: Document) -> None:
    with pytest.raises(KeyError):
        render(document, "exe")
