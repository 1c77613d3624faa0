"""What is taken down of a report that the checker has read: figures and their lines only."""

from collections.abc import Iterable, Iterator

from samspel.figures.address import Address
from samspel.report.checking.examination import Examination
from samspel.report.checking.printed import Printed
from samspel.report.checking.statement import Statement
from samspel.report.published.reading import Quote, ReadFigure, Told

LONGEST_QUOTE = 400
"""Characters kept of a line; a PDF's may be a whole paragraph."""


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
