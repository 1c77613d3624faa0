"""The report as plain text: for mail, for machines that read aloud, and for the checker.

A paragraph is one line and a row of a table is one line with its cells parted by tabs, as an
office program parts them when a table is pasted as text.
"""

from collections.abc import Iterator

from samspel.documents.document import (
    Block,
    BulletList,
    Chart,
    Document,
    Number,
    Paragraph,
    Run,
    Table,
)
from samspel.documents.render.characters import printable_throughout
from samspel.documents.render.flow import Heading, flow
from samspel.documents.render.numbering import Labels, labels_of


def plain_text(document: Document) -> bytes:
    """The document as text in UTF-8, with one kind of line end."""
    fit = printable_throughout(document)
    head = [fit.association, fit.title, fit.team, fit.period_printed]
    lines = [line for line in head if line]
    labels = labels_of(fit)
    for each in flow(fit):
        lines += ["", each.text] if isinstance(each, Heading) else ["", *_lines(each, labels)]
    return ("\n".join(lines) + "\n").encode()


def _lines(block: Block, labels: Labels) -> Iterator[str]:
    match block:
        case Paragraph(runs=runs):
            yield _text(runs)
        case BulletList(items=items):
            yield from (f"- {_text(item)}" for item in items)
        case Table():
            yield from _table(block, labels)
        case Chart():
            # The table says what the chart shows, so its alternative text would say it twice.
            yield f"{labels.charts[block.key]}. {block.title}"
            yield ""
            yield from _table(block.table, labels)


def _table(table: Table, labels: Labels) -> Iterator[str]:
    yield f"{labels.tables[table.key]}. {table.caption}"
    yield "\t".join(_cell(column.title) for column in table.columns)
    for row in table.rows:
        yield "\t".join(_cell(_text((run,))) for run in row)
    if table.note:
        yield ""
        yield table.note


def _text(runs: tuple[Run, ...]) -> str:
    return "".join(run.printed if isinstance(run, Number) else run for run in runs)


def _cell(text: str) -> str:
    """A cell's text on one line: a tab or a line end within it would begin another cell."""
    return " ".join(text.split())
