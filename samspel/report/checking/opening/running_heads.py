"""Heads and feet of pages: they come again on every page and are read once, page numbers never."""

import re
from collections import Counter
from collections.abc import Sequence

_EDGE = 2
"""Lines at the top and at the bottom of a page that can be head or foot."""
_OFTEN = 0.5
_FEWEST = 3
_NEAR = 2
"""How far the printed number of a page is from its place in the file: covers go uncounted."""
_NUMBER = re.compile(r"(?<![\d.,:-])\d{1,3}(?![\d.,:-])")
_PAGE_NUMBER = re.compile(r"(?:sid(?:a|an)?\.?\s*)?#(?:\s*(?:av|\(|/|:)\s*#\s*\)?)?", re.IGNORECASE)


def without_running_heads(pages: Sequence[Sequence[str]]) -> list[list[str]]:
    """The lines of each page without what only says which page it is.

    A line that stands at the edge of most pages is kept where it stands first. Only numbers that
    can be the page's own are taken for such: “41” at a page's edge may be the end of a table.
    """
    edges = [_edges(page) for page in pages]
    alike = [
        {place: _alike(page[place], n, len(pages)) for place in edges[n - 1]}
        for n, page in enumerate(pages, start=1)
    ]
    counted = Counter(line for each in alike for line in set(each.values()))
    often = {line for line, found in counted.items() if found >= max(_FEWEST, _OFTEN * len(pages))}
    seen: set[str] = set()
    kept: list[list[str]] = []
    for page, known in zip(pages, alike, strict=True):
        again = {n for n, line in known.items() if line in seen or _PAGE_NUMBER.fullmatch(line)}
        seen |= often.intersection(known.values())
        kept.append([line for n, line in enumerate(page) if n not in again])
    return kept


def _edges(page: Sequence[str]) -> list[int]:
    written = [n for n, line in enumerate(page) if line.strip()]
    return [*written[:_EDGE], *written[-_EDGE:]]


def _alike(line: str, page: int, pages: int) -> str:
    """The line without the number of its page."""

    def number(found: re.Match[str]) -> str:
        value = int(found[0])
        return "#" if abs(value - page) <= _NEAR or abs(value - pages) <= _NEAR else found[0]

    return _NUMBER.sub(number, " ".join(line.split()))
