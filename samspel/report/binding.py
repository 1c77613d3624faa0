"""Put a figure in the place of a number that was typed by hand."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from samspel.figures.address import parse_address
from samspel.figures.values import SHARE
from samspel.report.text import spans_of_figures

_PERCENT = r"(?:\s*(?:%|procent\b))?"


@dataclass(frozen=True, slots=True)
class Wish:
    """A figure that somebody wants in the place of a typed number."""

    typed: str
    nth: int
    address: str

    def __str__(self) -> str:
        return f"{self.nth}:{self.address}:{self.typed}"


def wish_from(value: str) -> Wish | None:
    """Read back what `Wish` writes; None for anything else."""
    nth, _colon, rest = value.partition(":")
    address, _colon, typed = rest.partition(":")
    try:
        return Wish(typed, int(nth), str(parse_address(address))) if typed else None
    except (ValueError, OverflowError):
        return None


def occurrence(typed: str, text: str, end: int) -> int:
    """How many times the number stands in the first ``end`` characters of a text."""
    return sum(1 for _match in _form(typed).finditer(text, 0, end))


def with_figure(body: str, wish: Wish) -> str | None:
    """The text with the figure where the typed number stands for the ``nth`` time (from 0).

    Numbers within figures that are bound already are not counted. None where the text has no such
    number any more. A percent sign goes with the number, because the figure prints its own.
    """
    free = "".join(_without_figures(body))
    places = [match.span() for match in _form(wish.typed).finditer(free)]
    if not 0 <= wish.nth < len(places):
        return None
    start, end = places[wish.nth]
    if _is_share(wish.address) and (sign := re.compile(_PERCENT).match(free, end)):
        end = sign.end()
    return body[:start] + _braces(wish.typed, wish.address) + body[end:]


def _form(typed: str) -> re.Pattern[str]:
    digits = r"\s+".join(re.escape(piece) for piece in typed.split())
    return re.compile(rf"(?<!\w)(?<!\d[.,]){digits}(?!\w)(?![.,]\d)")


def _without_figures(body: str) -> Iterator[str]:
    """The text with every bound figure blanked out, character for character."""
    at = 0
    for start, end in spans_of_figures(body):
        yield body[at:start]
        yield "\0" * (end - start)
        at = end
    yield body[at:]


def _is_share(address: str) -> bool:
    parsed = parse_address(address)
    return SHARE in (parsed.statistic, parsed.definition.unit)


def _braces(typed: str, address: str) -> str:
    """Letters stay letters: “två” becomes the figure as a word, “Två” with its capital."""
    if typed[:1].isdigit() or typed[:1] in "+-−–":
        return f"{{{address}}}"
    return f"{{{address}:{'Word' if typed[:1].isupper() else 'word'}}}"
