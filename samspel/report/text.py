"""A field's text as an author writes it: plain, with figures bound by their address.

Paragraphs are parted by an empty line, items of a list begin with “- ”, and ``{address}`` stands
for a figure. ``{address:word}`` writes a small count as a word (“en”), ``{address:Word}`` the
same at the start of a sentence. Braces that name no figure are ordinary characters.
"""

import re
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from typing import TypeAlias, cast

from samspel.documents.document import Block, BulletList, Number, Paragraph, Run
from samspel.figures.address import parse_address, share_of
from samspel.figures.values import SHARE
from samspel.printed import Form

LONGEST = 100_000
"""Characters in one text; more than any report ever had in all its fields together."""

_BRACES = re.compile(r"\{([^{}\n]{1,160})\}")
_FORM = re.compile(r"(.*):(word|Word)", re.DOTALL)
_ITEM = re.compile(r"-(?:\s+|$)")
_UNPRINTABLE = re.compile(r"[\x00-\x08\x0b\x0c\x0e-\x1f\x7f\ud800-\udfff]")


@dataclass(frozen=True, slots=True)
class Bound:
    """A place in a text where a figure stands."""

    address: str
    form: Form = ""

    def __str__(self) -> str:
        return "{" + self.address + (f":{self.form}" if self.form else "") + "}"


Piece: TypeAlias = str | Bound
Pieces: TypeAlias = tuple[Piece, ...]


@dataclass(frozen=True, slots=True)
class Prose:
    """One paragraph."""

    pieces: Pieces


@dataclass(frozen=True, slots=True)
class Listing:
    """One list, item by item."""

    items: tuple[Pieces, ...]


Writing: TypeAlias = tuple[Prose | Listing, ...]


def cleaned(body: str) -> str:
    """The text as it is stored: one kind of line end and nothing that cannot be printed."""
    lines = _UNPRINTABLE.sub("", body.replace("\r\n", "\n").replace("\r", "\n")).split("\n")
    return "\n".join(line.rstrip() for line in lines).strip("\n")


def read(body: str) -> Writing:
    """Read a text. Every text can be read: what has no meaning stays as it was typed."""
    return tuple(block for lines in _paragraphs(cleaned(body)) for block in _blocks(lines))


def written(writing: Writing) -> str:
    """The text that `read` turns into the same writing."""
    return "\n\n".join(_written(block) for block in writing)


def blocks_of(body: str, number: Callable[[str, Form], Number]) -> tuple[Block, ...]:
    """The text as blocks of a document; ``number`` prints the figure at an address."""

    def runs(pieces: Pieces) -> tuple[Run, ...]:
        return tuple(
            piece if isinstance(piece, str) else number(piece.address, piece.form)
            for piece in pieces
        )

    return tuple(
        Paragraph(runs(each.pieces))
        if isinstance(each, Prose)
        else BulletList(tuple(runs(item) for item in each.items))
        for each in read(body)
    )


def addresses(body: str) -> list[str]:
    """The addresses of the figures that a text is bound to, each once, in reading order."""
    bound = (piece.address for piece in _pieces(read(body)) if isinstance(piece, Bound))
    return list(dict.fromkeys(bound))


def unknown(body: str) -> list[str]:
    """What stands in braces without naming a figure, each once: the author is told."""
    typed = [piece for piece in _pieces(read(body)) if isinstance(piece, str)]
    return list(dict.fromkeys(found for text in typed for found in _BRACES.findall(text)))


def spans_of_figures(body: str) -> list[tuple[int, int]]:
    """Where figures are bound in a text: first character, and the one after the last."""
    return [found.span() for found in _BRACES.finditer(body) if _bound(found[1])]


def _pieces(writing: Writing) -> Iterator[Piece]:
    for each in writing:
        if isinstance(each, Prose):
            yield from each.pieces
        else:
            for item in each.items:
                yield from item


def _paragraphs(body: str) -> Iterator[list[str]]:
    lines: list[str] = []
    for line in [*body.split("\n"), ""]:
        if words := " ".join(line.split()):
            lines.append(words)
        elif lines:
            yield lines
            lines = []


def _blocks(lines: Iterable[str]) -> Iterator[Prose | Listing]:
    """The lines before the first item are a paragraph; each item goes on until the next."""
    prose: list[str] = []
    items: list[list[str]] = []
    for line in lines:
        if marker := _ITEM.match(line):
            items.append([line[marker.end() :]])
        else:
            (items[-1] if items else prose).append(line)
    if prose:
        yield Prose(_split(" ".join(prose)))
    filled = [text for item in items if (text := " ".join(item).strip())]
    if filled:
        yield Listing(tuple(_split(text) for text in filled))


def _split(text: str) -> Pieces:
    """Cut a line into text and figures; neighbouring text is one piece."""
    pieces: list[Piece] = []
    end = 0
    for found in _BRACES.finditer(text):
        if bound := _bound(found[1]):
            pieces += [text[end : found.start()], bound]
            end = found.end()
    pieces.append(text[end:])
    return tuple(piece for piece in pieces if piece != "")


def _bound(inside: str) -> Bound | None:
    with_form = _FORM.fullmatch(inside)
    address, form = (with_form[1], with_form[2]) if with_form else (inside, "")
    try:
        parsed = parse_address(address)
        if parsed.statistic == SHARE:
            share_of(parsed)
        return Bound(str(parsed), cast("Form", form))
    except (ValueError, OverflowError):
        return None


def _written(block: Prose | Listing) -> str:
    if isinstance(block, Prose):
        return "".join(map(str, block.pieces))
    return "\n".join("- " + "".join(map(str, item)) for item in block.items)
