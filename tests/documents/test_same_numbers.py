"""A figure is one printed number, whichever form of the report it is read in."""

from collections.abc import Callable

import pytest

from samspel.documents.document import Document, Number, Paragraph
from tests.documents.reading import (
    CELLS,
    cells_of,
    cells_of_table,
    page_text,
    pdf_text,
    plain_text,
    spaced,
    word_text,
)

Rendered = Callable[[str], bytes]


@pytest.mark.parametrize("ending", CELLS)
def test_every_table_says_the_same_in_every_form(
    document: Document, rendered: Rendered, ending: str
) -> None:
    told = document.text_numbers()
    assert told is not None
    beside = [cells_of_table(told)] if ending == "xlsx" else []
    assert CELLS[ending](rendered(ending)) == cells_of(document) + beside


def test_every_table_row_stands_in_the_pdf(document: Document, rendered: Rendered) -> None:
    text = pdf_text(rendered("pdf"))
    rows = [" ".join(row) for table in cells_of(document) for row in table]
    assert [row for row in rows if row not in text] == []


@pytest.mark.parametrize(
    ("ending", "text_of"),
    [("html", page_text), ("docx", word_text), ("pdf", pdf_text), ("txt", plain_text)],
)
def test_every_sentence_keeps_its_numbers(
    document: Document, rendered: Rendered, ending: str, text_of: Callable[[bytes], str]
) -> None:
    text = text_of(rendered(ending))
    sentences = [
        spaced("".join(run.printed if isinstance(run, Number) else run for run in block.runs))
        for block in document.blocks()
        if isinstance(block, Paragraph)
    ]
    assert len(sentences) > 4
    assert [sentence for sentence in sentences if sentence not in text] == []


@pytest.mark.parametrize(
    ("ending", "text_of"),
    [("html", page_text), ("docx", word_text), ("pdf", pdf_text), ("txt", plain_text)],
)
def test_a_withheld_number_prints_as_it_was_given(
    rendered: Rendered, ending: str, text_of: Callable[[bytes], str]
) -> None:
    assert "<5 flyttade" in text_of(rendered(ending))


@pytest.mark.parametrize(
    ("ending", "text_of"),
    [("html", page_text), ("docx", word_text), ("pdf", pdf_text), ("txt", plain_text)],
)
def test_captions_carry_the_same_running_numbers(
    rendered: Rendered, ending: str, text_of: Callable[[bytes], str]
) -> None:
    text = text_of(rendered(ending))
    assert "Tabell 3. Deltagarresultat 2024-01-01 – 2024-12-31" in text
    assert "Diagram 3. Genomströmningstid i rullande tolvmånadersperioder" in text
