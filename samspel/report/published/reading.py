"""What is kept of a report that was read: its figures, each with the line that it stands in."""

from collections.abc import Mapping
from dataclasses import asdict, dataclass
from decimal import Decimal
from typing import Any

from samspel.figures.address import PREVIOUS, SINCE_START, YEAR_BEFORE
from samspel.figures.period import Period, parse_period


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
