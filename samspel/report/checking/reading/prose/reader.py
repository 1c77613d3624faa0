"""Reads running text."""

from collections.abc import Sequence

from samspel.report.checking.reading.outline import Found, Outline
from samspel.report.checking.reading.passages import Passage, passages
from samspel.report.checking.reading.prose.counts import read_counts
from samspel.report.checking.reading.prose.masked import masked
from samspel.report.checking.reading.prose.memory import Memory


def read_prose(outline: Outline) -> Found:
    """What the report's running text says."""
    return read_text(passages(outline.text_lines()), outline)


def read_text(texts: Sequence[Passage], outline: Outline) -> Found:
    """What some passages say, of a report or of a text that is being written."""
    memory, found = Memory(), Found()
    for passage in texts:
        memory.forget()
        for piece in passage.sentences():
            sentence = masked(piece)
            counted = read_counts(sentence, memory, outline)
            found += Found(tuple(counted.statements), tuple(counted.claims))
    return found
