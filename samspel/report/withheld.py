"""Tables of the public edition without the columns in which nothing may be told."""

from collections.abc import Iterable, Iterator
from dataclasses import replace

from samspel.documents.document import Block, Chart, Number, Run, Table


def without_withheld_columns(blocks: Iterable[Block]) -> Iterator[Block]:
    """The blocks, their tables narrowed to columns that tell something.

    An empty table falls out, and a chart with nothing to draw gives way to its table.
    """
    for block in blocks:
        if isinstance(block, Table):
            if _tells_anything(block):
                yield _narrowed(block)
        elif isinstance(block, Chart):
            chart = replace(block, table=_narrowed(block.table))
            if _tells_anything(block.table):
                yield chart if _draws_anything(chart) else chart.table
        else:
            yield block


def _narrowed(table: Table) -> Table:
    kept = [place for place in range(len(table.columns)) if _is_told(table, place)]
    return replace(
        table,
        columns=tuple(table.columns[place] for place in kept),
        rows=tuple(tuple(row[place] for place in kept) for row in table.rows),
        # A note explains a column that may have fallen out.
        note=table.note if len(kept) == len(table.columns) else "",
    )


def _is_told(table: Table, place: int) -> bool:
    """A column stays unless it has numbers and every one of them is withheld without a word."""
    numbers = [row[place] for row in table.rows if isinstance(row[place], Number)]
    return not numbers or not all(_is_silent(number) for number in numbers)


def _tells_anything(table: Table) -> bool:
    numbers = [cell for row in table.rows for cell in row if isinstance(cell, Number)]
    if not numbers:
        # Names and days alone, as a table of the staff has them, are never withheld.
        return bool(table.rows)
    return not all(_is_silent(number) for number in numbers)


def _draws_anything(chart: Chart) -> bool:
    return any(value is not None for series in chart.series for value in series.values)


def _is_silent(run: Run) -> bool:
    return isinstance(run, Number) and run.withheld and not run.printed.startswith("<")
