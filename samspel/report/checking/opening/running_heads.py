"""Heads and feet of pages: they come again on every page and are read once, page numbers never."""

import re
from collections import Counter
from collections.abc import Sequence

_EDGE = 2
"""Lines at the top and at the bottom of a page that can be head or foot."""
_OFTEN = 0.5
_FEWEST = 3
_NUMBER = re.compile(r"\d+")
_PAGE_NUMBER = re.compile(
    r"(?:sid(?:a|an)?\.?\s*)?\d{1,3}(?:\s*(?:av|\(|/|:)\s*\d{1,3}\s*\)?)?", re.I
)


def without_running_heads(pages: Sequence[Sequence[str]]) -> list[list[str]]:
    """The lines of each page without what only says which page it is.

    A line that stands at the edge of most pages is kept where it stands first.
    """
    often = _often(pages)
    seen: set[str] = set()
    kept: list[list[str]] = []
    for page in pages:
        edges = _edges(page)
        lines = []
        for n, line in enumerate(page):
            alike = _alike(line)
            if n in edges and (_is_page_number(line) or alike in seen):
                continue
            if n in edges and alike in often:
                seen.add(alike)
            lines.append(line)
        kept.append(lines)
    return kept


def _often(pages: Sequence[Sequence[str]]) -> set[str]:
    counted = Counter(
        alike for page in pages for alike in {_alike(page[n]) for n in _edges(page)} if alike
    )
    fewest = max(_FEWEST, _OFTEN * len(pages))
    return {alike for alike, pages_with_it in counted.items() if pages_with_it >= fewest}


def _edges(page: Sequence[str]) -> set[int]:
    written = [n for n, line in enumerate(page) if line.strip()]
    return {*written[:_EDGE], *written[-_EDGE:]}


def _alike(line: str) -> str:
    """The line without its page number."""
    return _NUMBER.sub("#", " ".join(line.split()))


def _is_page_number(line: str) -> bool:
    return _PAGE_NUMBER.fullmatch(line.strip()) is not None
