"""What is kept of a report that was read: its figures, each with the line that it stands in."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import asdict, dataclass, replace
from decimal import Decimal
from typing import Any

from samspel.figures.address import PREVIOUS, SINCE_START, YEAR_BEFORE, Address
from samspel.figures.period import Period, parse_period
from samspel.report.checking.examination import Examination
from samspel.report.checking.printed import Printed
from samspel.report.checking.statement import Statement

LONGEST_QUOTE = 400
"""Characters kept of a line; a PDF's may be a whole paragraph."""


@dataclass(frozen=True, slots=True)
class Quote:
    """A line of the document; ``page`` is None where it has no pages."""

    line: int
    page: int | None
    text: str


@dataclass(frozen=True, slots=True)
class ReadFigure:
    """A number that was understood as a figure.

    ``address`` has no period; ``at`` is the period that the number is of as an address writes it,
    empty for the report's own. ``value`` is as printed (64 for 64 %), ``step`` the worth of one
    unit in its last digit. ``start`` and ``end`` mark the number in the quote.
    """

    address: str
    at: str
    value: Decimal
    step: Decimal
    printed: str
    unit: str
    quote: Quote
    start: int
    end: int

    def period_in(self, own: Period) -> Period | None:
        """The period that the number is of, in a report of ``own``; None where nobody knows."""
        match self.at:
            case "":
                return own
            case str() if self.at == PREVIOUS:
                return own.previous()
            case str() if self.at == YEAR_BEFORE:
                return own.year_before()
            case str() if self.at == SINCE_START:
                return None
        return parse_period(self.at)

    @property
    def marked(self) -> tuple[str, str, str]:
        """The quote before the number, the number, and the quote after it."""
        text = self.quote.text
        return text[: self.start], text[self.start : self.end], text[self.end :]


@dataclass(frozen=True, slots=True)
class Told:
    """Everything kept of the figures; in the order in which they stand in the document."""

    figures: tuple[ReadFigure, ...] = ()

    def as_data(self) -> dict[str, Any]:
        """As it is stored."""
        return {"figures": [_as_data(each) for each in self.figures]}


def _as_data(figure: ReadFigure) -> dict[str, Any]:
    return asdict(figure) | {"value": str(figure.value), "step": str(figure.step)}


def stored_told(data: Mapping[str, Any]) -> Told:
    """What was stored."""
    return Told(tuple(_figure(each) for each in data.get("figures", ())))


def _figure(data: Mapping[str, Any]) -> ReadFigure:
    exact = {name: Decimal(data[name]) for name in ("value", "step")}
    return ReadFigure(**{**data, **exact, "quote": Quote(**data["quote"])})


def told_of(examination: Examination) -> Told:
    """The figures of a report that was read, each once: as exactly as it is printed anywhere."""
    best: dict[tuple[str, str], Statement] = {}
    for each in examination.reading.statements:
        if each.exception or each.printed.about:
            continue
        key = _key(each.address)
        if key not in best or _is_better(each, best[key]):
            best[key] = each
    inside = sorted(best.items(), key=lambda item: item[1].printed.place)
    return Told(tuple(_read(examination, *key, each.printed) for key, each in inside))


def _key(address: Address) -> tuple[str, str]:
    return str(address.here()), address.period or ""


def _is_better(each: Statement, other: Statement) -> bool:
    """Printed more exactly, or as exactly in a table where the other is in a text."""
    return (each.printed.step, each.where != "table") < (other.printed.step, other.where != "table")


def _read(examination: Examination, address: str, at: str, printed: Printed) -> ReadFigure:
    quote, start, end = quoted(examination, printed)
    return ReadFigure(
        address=address,
        at=at,
        value=printed.value,
        step=printed.step,
        printed=printed.text,
        unit=printed.unit,
        quote=quote,
        start=start,
        end=end,
    )


def quoted(examination: Examination, printed: Printed) -> tuple[Quote, int, int]:
    """The line of a number with single spaces, cut around it, and where the number stands."""
    line = examination.reading.outline.source.by_number[printed.line]
    before, number, after = (
        " ".join(part.split())
        for part in (
            line.text[: printed.start],
            line.text[printed.start : printed.end],
            line.text[printed.end :],
        )
    )
    gap_before = " " if before and line.text[printed.start - 1 : printed.start].isspace() else ""
    gap_after = " " if after and line.text[printed.end : printed.end + 1].isspace() else ""
    left, right = _shortened(before + gap_before, gap_after + after, len(number))
    return Quote(line.number, line.page, f"{left}{number}{right}"), len(left), len(left + number)


def _shortened(before: str, after: str, number: int) -> tuple[str, str]:
    """Both sides, cut so that the whole is not too long."""
    half = (LONGEST_QUOTE - number) // 2
    left = before if len(before) <= half else f"… {before[len(before) - half :]}"
    right = after if len(after) <= half else f"{after[:half]} …"
    return left, right


def quotes_of(examination: Examination, lines: Iterable[int]) -> Iterator[Quote]:
    """Lines that a finding names beside its own."""
    source = examination.reading.outline.source
    for number in lines:
        if line := source.by_number.get(number):
            text = " ".join(line.text.split())
            yield Quote(number, line.page, text[:LONGEST_QUOTE])


def without_period(figure: ReadFigure) -> ReadFigure:
    """The same as a figure of the report's own period."""
    return replace(figure, at="")
