"""The made-up report, and each of its forms made once for all tests here."""

from collections.abc import Callable
from functools import cache

import pytest

from samspel.documents.document import Document
from samspel.documents.render.formats import render
from tests.documents.sample import sample_document


@pytest.fixture(scope="session")
def document() -> Document:
    return sample_document()


@pytest.fixture(scope="session")
def rendered(document: Document) -> Callable[[str], bytes]:
    return cache(lambda ending: render(document, ending))
