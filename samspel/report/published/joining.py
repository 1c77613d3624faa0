"""Published figures put beside those of the records, where these do not reach."""

from fractions import Fraction

from samspel.documents.document import CellKind, Number
from samspel.figures.period import Period
from samspel.figures.printing import BEFORE_PERCENT, decimals
from samspel.printed import PrintedFigures
from samspel.report.published.history import History, PublishedRow, in_unit_of

_MONTHS_PLACES = 1
"""Years that are told as months, as Samspel prints months."""


def published_number(
    printed: PrintedFigures, history: History, address: str, period: Period
) -> Number | None:
    """A figure of a period as it was published, printed as exactly as it was; None without."""
    row = history.at(address, period)
    if row is None:
        return None
    value = in_unit_of(row, address)
    is_turned = row.address != address
    return Number(
        address=f"{address}@{period}",
        printed=(
            decimals(Fraction(value), _MONTHS_PLACES, printed.language)
            if is_turned
            else printed_row(row, printed.language)
        ),
        value=value,
        title=printed.title(f"{address}@{period}"),
        kind=kind_of_number(row),
    )


def printed_row(row: PublishedRow, language: str) -> str:
    """The number in a language, with as many decimals as it was published with."""
    text = decimals(Fraction(row.value), row.places, language)
    if row.unit != "percent":
        return text
    return f"{text}{BEFORE_PERCENT}%" if language.startswith("sv") else f"{text}%"


def kind_of_number(row: PublishedRow) -> CellKind:
    """How a spreadsheet writes it."""
    if row.unit == "percent":
        return "percent"
    if row.unit == "kronor":
        return "money"
    return "decimal" if row.places else "count"
