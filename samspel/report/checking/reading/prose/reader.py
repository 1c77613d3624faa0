"""Reads running text."""

from collections.abc import Sequence

from samspel.report.checking.reading.outline import Found, Outline
from samspel.report.checking.reading.passages import Passage, passages


def read_prose(outline: Outline) -> Found:
    """What the report's running text says."""
    return read_text(passages(outline.text_lines()), outline)


def read_text(texts: Sequence[Passage], outline: Outline) -> Found:
    """What some passages say, of a report or of a text that is being written."""
    del texts, outline
    return Found()
