"""A document as one sequence of headings and blocks, as a reader meets them."""

from collections.abc import Iterator
from dataclasses import dataclass

from samspel.documents.document import Block, Chapter, Document, Field


@dataclass(frozen=True, slots=True)
class Heading:
    """A heading of level 1 (chapter), 2 (field) or 3 (part); ``key`` may be empty."""

    level: int
    text: str
    key: str


def flow(document: Document) -> Iterator[Heading | Block]:
    """Headings and blocks in reading order; no heading level is skipped.

    A chapter that is only one field of the same name (the summary) gets one heading, and a
    part without a title none.
    """
    for chapter in document.chapters:
        yield Heading(1, chapter.title, chapter.key)
        for each in chapter.fields:
            yield from _field(chapter, each)


def _field(chapter: Chapter, each: Field) -> Iterator[Heading | Block]:
    level = 2
    if each.title != chapter.title or each.number is not None:
        title = each.title if each.number is None else f"{each.number}. {each.title}"
        yield Heading(level, title, each.key)
        level += 1
    for part in each.parts:
        if part.title and part.title != each.title:
            yield Heading(level, part.title, part.key)
        yield from part.blocks
