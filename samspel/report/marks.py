"""The numbers of a text as one writes: bound to a figure, agreeing, contradicting, or unknown.

A number typed by hand is read as the checker reads an older report; where the sentence says which
figure it is, it is held against the records. So are words of direction (“färre än förra året”).
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from decimal import Decimal
from typing import Literal

from samspel.documents.document import BulletList, Number, Paragraph, Run
from samspel.figures.address import Address
from samspel.figures.reach import reaches
from samspel.printed import PrintedFigures
from samspel.report.binding import occurrence
from samspel.report.checking.printed import Printed
from samspel.report.checking.reading.outline import Outline
from samspel.report.checking.reading.passages import Passage, passages
from samspel.report.checking.reading.prose.directions import Direction, directions_in
from samspel.report.checking.reading.prose.reader import read_text
from samspel.report.checking.source import Line, Source
from samspel.report.checking.statement import Statement
from samspel.report.text import blocks_of

Standing = Literal["bound", "agrees", "contradicts", "unknown"]
READ_IN = "sv"
"""The language whose sentences are read; in another, a typed number is unknown."""


@dataclass(frozen=True, slots=True)
class Mark:
    """A number, or a word of direction, in one line of a text as it reads.

    ``start`` and ``end`` are characters of that line. ``figure`` is what the records say, None
    where nothing is known; ``then`` what they said in the period that a direction is told against.
    """

    start: int
    end: int
    text: str
    standing: Standing
    figure: Number | None = None
    then: Number | None = None
    nth: int = 0
    """How many times the same characters were typed before in the text: see `binding.py`."""


@dataclass(frozen=True, slots=True)
class MarkedLine:
    """A paragraph, or an item of a list, as it reads, with its marks in order."""

    text: str
    marks: tuple[Mark, ...]
    is_item: bool = False


def marked(body: str, printed: PrintedFigures) -> tuple[MarkedLine, ...]:
    """The text as it reads, with every number marked."""
    lines = list(_lines(body, printed))
    source = Source("", tuple(Line(n, _text(runs)) for n, (runs, _item) in enumerate(lines)))
    found = _found(source, printed)
    told: list[MarkedLine] = []
    typed = ""
    for n, (runs, is_item) in enumerate(lines):
        bound = tuple(_bound(runs))
        before, typed = len(typed), f"{typed}{_typed(runs)}\n"
        free = (
            replace(each, nth=occurrence(each.text, typed, before + each.start))
            for each in found.get(n, ())
            if not _overlaps_any(each, bound)
        )
        ordered = tuple(sorted((*bound, *free), key=lambda mark: mark.start))
        told.append(MarkedLine(_text(runs), ordered, is_item))
    return tuple(told)


def _lines(body: str, printed: PrintedFigures) -> Iterable[tuple[tuple[Run, ...], bool]]:
    for block in blocks_of(body, printed.number):
        if isinstance(block, Paragraph):
            yield block.runs, False
        elif isinstance(block, BulletList):
            yield from ((item, True) for item in block.items)


def _text(runs: Sequence[Run]) -> str:
    return "".join(run.printed if isinstance(run, Number) else run for run in runs)


def _typed(runs: Sequence[Run]) -> str:
    """The line with its figures blanked out, character for character."""
    return "".join("\0" * len(run.printed) if isinstance(run, Number) else run for run in runs)


def _bound(runs: Sequence[Run]) -> Iterable[Mark]:
    at = 0
    for run in runs:
        text = run.printed if isinstance(run, Number) else run
        if isinstance(run, Number):
            yield Mark(at, at + len(text), text, "bound", run)
        at += len(text)


def _overlaps_any(mark: Mark, others: Iterable[Mark]) -> bool:
    return any(mark.start < each.end and each.start < mark.end for each in others)


def _found(source: Source, printed: PrintedFigures) -> dict[int, list[Mark]]:
    """The typed numbers and words of direction by line."""
    texts = [passage for line in source.lines for passage in passages([line])]
    outline = Outline(source, "", printed.figures.period, {})
    is_read = printed.language.startswith(READ_IN)
    statements = read_text(texts, outline).statements if is_read else ()
    marks: dict[int, list[Mark]] = {}
    told = {each.printed.place: each for each in statements if not each.exception}
    for number in _numbers(texts, told):
        held = _of_number(number, told.get(number.place), printed)
        marks.setdefault(number.line, []).append(held)
    for direction in directions_in(texts if is_read else (), statements):
        if (mark := _of_direction(direction, printed)) is not None:
            marks.setdefault(direction.line, []).append(mark)
    return marks


def _numbers(texts: Iterable[Passage], told: dict[tuple[int, int], Statement]) -> Iterable[Printed]:
    """Every number in digits, and those in letters that were understood."""
    for passage in texts:
        yield from passage.numbers()
    yield from (each.printed for each in told.values() if each.printed.spelled)


def _of_number(number: Printed, told: Statement | None, printed: PrintedFigures) -> Mark:
    figure = _figure(told.address, printed) if told else None
    if figure is None or figure.value is None:
        return Mark(number.start, number.end, number.text, "unknown")
    value = figure.value * 100 if figure.kind == "percent" else figure.value
    fits = number.low <= value <= number.high
    return Mark(number.start, number.end, number.text, "agrees" if fits else "contradicts", figure)


def _figure(address: Address, printed: PrintedFigures) -> Number | None:
    """What the records say; None where they do not reach or have no such figure."""
    if address.period and not reaches(printed.figures, address.period):
        return None
    try:
        return printed.number(str(address))
    except ValueError:
        return None


def _of_direction(direction: Direction, printed: PrintedFigures) -> Mark | None:
    now, then = _figure(direction.address, printed), _figure(direction.then, printed)
    if now is None or then is None or now.value is None or then.value is None:
        return None
    way = _way(now, then)
    standing: Standing = "agrees" if way == direction.way else "contradicts"
    return Mark(direction.start, direction.end, direction.text, standing, now, then)


def _way(now: Number, then: Number) -> int:
    """As a reader sees it: two figures that are printed alike have not moved."""
    if now.printed == then.printed:
        return 0
    moved = (now.value or Decimal(0)) - (then.value or Decimal(0))
    return 1 if moved > 0 else -1
