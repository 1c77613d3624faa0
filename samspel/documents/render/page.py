"""The report as HTML: for the product's own page, and as one file that stands alone.

Strings are joined rather than templates filled: a report has a thousand cells and the page is
built anew for every reader, since the links depend on what the reader may see.
"""

from collections.abc import Callable, Iterable, Iterator
from html import escape
from pathlib import Path
from typing import TypeAlias

from samspel.documents.document import (
    Block,
    BulletList,
    Chart,
    Column,
    Document,
    Number,
    Paragraph,
    Run,
    Table,
)
from samspel.documents.render.characters import printable
from samspel.documents.render.charts import chart_svg
from samspel.documents.render.flow import Heading, flow
from samspel.documents.render.numbering import Labels, labels_of
from samspel.documents.render.sign import sign_svg

Link: TypeAlias = Callable[[Number], str | None]

_STYLE_SHEETS = (
    Path(__file__).with_name("standalone.css"),
    Path(__file__).resolve().parents[2] / "web" / "static" / "samspel" / "charts.css",
)


def document_html(document: Document, *, link: Link) -> str:
    """The body of the report: sections with headings from h2 down, texts, tables and charts.

    ``link`` gives the address of a number's definition and cases, or None where this reader
    gets the number only. Everything is escaped.
    """
    return "".join(_Page(document, link).html())


def standalone_html(document: Document) -> str:
    """The whole report in one file, with its styles inside and nothing fetched."""
    style = "\n".join(sheet.read_text(encoding="utf-8") for sheet in _STYLE_SHEETS)
    body = document_html(document, link=lambda _number: None)
    contents = "".join(
        f'<li class="level-{each.level}"><a href="#{_text(each.key)}">{_text(each.text)}</a></li>'
        for each in flow(document)
        if isinstance(each, Heading) and each.level < 3 and each.key
    )
    nav = (
        f'<nav aria-labelledby="contents"><h2 id="contents">{_text(document.contents_title)}</h2>'
        f"<ul>{contents}</ul></nav>\n"
    )
    return (
        f'<!doctype html>\n<html lang="{document.language}">\n<head>\n<meta charset="utf-8">\n'
        '<meta name="viewport" content="width=device-width, initial-scale=1">\n'
        f"<title>{_text(document.title)}, {_text(document.subtitle)}</title>\n"
        f"<style>\n{style}</style>\n</head>\n<body>\n"
        f'<header>{sign_svg()}<p class="association">{_text(document.association)}</p>'
        f"<h1>{_text(document.title)}</h1><p>{_text(document.team)}<br>"
        f"{_text(document.period_printed)}</p></header>\n"
        f"{'' if document.layout == 'letter' else nav}<main>{body}</main>\n</body>\n</html>\n"
    )


class _Page:
    """One page being built: what every block needs to know of the whole."""

    def __init__(self, document: Document, link: Link) -> None:
        self.document = document
        self.link = link
        self.labels: Labels = labels_of(document)

    def html(self) -> Iterator[str]:
        open_levels: list[int] = []
        for each in flow(self.document):
            if isinstance(each, Heading):
                while open_levels and open_levels[-1] >= each.level:
                    open_levels.pop()
                    yield "</section>"
                open_levels.append(each.level)
                yield f'<section class="report-level-{each.level}"{_id(each.key)}>'
                yield f"<h{each.level + 1}>{_text(each.text)}</h{each.level + 1}>"
            else:
                yield from self.block(each)
        yield "</section>" * len(open_levels)

    def block(self, block: Block) -> Iterator[str]:
        match block:
            case Paragraph(runs=runs):
                yield f"<p>{self.runs(runs)}</p>"
            case BulletList(items=items):
                yield "<ul>"
                yield from (f"<li>{self.runs(item)}</li>" for item in items)
                yield "</ul>"
            case Table():
                yield from self.table(block)
            case Chart():
                yield from self.chart(block)

    def chart(self, chart: Chart) -> Iterator[str]:
        """The drawing with its title, and its numbers one click away."""
        own_key = chart.key if chart.key != chart.table.key else ""
        yield f'<figure class="report-chart"{_id(own_key)}>'
        yield f"<figcaption>{_text(self.labels.charts[chart.key])}. {_text(chart.title)}"
        yield "</figcaption>"
        yield chart_svg(chart, theme="page", language=self.document.language)
        table_label = _text(self.labels.tables[chart.table.key])
        yield f"<details><summary>{table_label}. {_text(chart.table.caption)}</summary>"
        yield from self.table(chart.table)
        yield "</details></figure>"

    def table(self, table: Table) -> Iterator[str]:
        label = f"{_text(self.labels.tables[table.key])}. {_text(table.caption)}"
        yield f'<div class="table-responsive" role="region" aria-label="{label}" tabindex="0">'
        yield f'<table class="table table-sm report-table"{_id(table.key)}>'
        yield f"<caption>{label}</caption><thead><tr>"
        yield from (
            f'<th scope="col"{_aligned(column)}>{_text(column.title)}</th>'
            for column in table.columns
        )
        yield "</tr></thead><tbody>"
        for row in table.rows:
            yield self.row(table, row)
        yield "</tbody></table></div>"
        if table.note:
            yield f'<p class="report-note">{_text(table.note)}</p>'

    def row(self, table: Table, row: tuple[Run, ...]) -> str:
        cells = [
            f"<td{_aligned(column)}>{self.run(cell)}</td>"
            for column, cell in zip(table.columns, row, strict=True)
        ]
        if table.row_headers and cells:
            first = _aligned(table.columns[0])
            cells[0] = f'<th scope="row"{first}>{self.run(row[0])}</th>'
        return f"<tr>{''.join(cells)}</tr>"

    def runs(self, runs: Iterable[Run]) -> str:
        return "".join(map(self.run, runs))

    def run(self, run: Run) -> str:
        if isinstance(run, str):
            return _text(run)
        title = f' title="{_text(run.title)}"' if run.title else ""
        names = "figure withheld" if run.withheld else "figure"
        address = self.link(run)
        if address is None:
            return f'<span class="{names}"{title}>{_text(run.printed)}</span>'
        return f'<a class="{names}" href="{_text(address)}"{title}>{_text(run.printed)}</a>'


def _text(text: str) -> str:
    return escape(printable(text))


def _id(key: str) -> str:
    return f' id="{_text(key)}"' if key else ""


def _aligned(column: Column) -> str:
    return "" if column.kind in {"text", "date"} else ' class="text-end"'
