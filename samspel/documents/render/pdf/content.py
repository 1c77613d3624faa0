"""What the Typst template is given: the document as plain data, never as markup."""

from typing import Any, TypeAlias

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
from samspel.documents.render.charts import chart_svg
from samspel.documents.render.column_widths import is_wide, natural_widths
from samspel.documents.render.flow import Heading, flow
from samspel.documents.render.numbering import Labels, labels_of

Plain: TypeAlias = dict[str, Any]

FOOTER_LETTERS = 90
NO_WORDS = "–"
"""Stands where the standard wants words (headings, alternatives) and there are none."""


def content_of(document: Document) -> Plain:
    """The document for ``report.typ``: its facts and its flow of headings and blocks."""
    labels = labels_of(document)
    return {
        "title": document.title,
        "team": document.team,
        "association": document.association,
        "period": document.period_printed,
        "language": document.language,
        "region": "SE" if document.language == "sv" else "GB",
        "layout": document.layout,
        "large": document.is_large,
        "end": [document.end.year, document.end.month, document.end.day],
        "contents_title": document.contents_title or NO_WORDS,
        "footer": f"{document.team}, {document.period_printed}"[:FOOTER_LETTERS],
        "page_words": [word[:20] for word in document.page_words],
        "flow": [_plain(each, document, labels) for each in flow(document)],
    }


def _plain(each: Heading | Block, document: Document, labels: Labels) -> Plain:
    match each:
        case Heading(level=level, text=text):
            return {"kind": "heading", "level": level, "text": text or NO_WORDS}
        case Paragraph(runs=runs):
            return {"kind": "paragraph", "text": _joined(runs)}
        case BulletList(items=items):
            return {"kind": "list", "items": [_joined(item) for item in items]}
        case Table():
            return {"kind": "table"} | _table(each, labels)
        case Chart():
            return {
                "kind": "chart",
                "caption": f"{labels.charts[each.key]}. {each.title}",
                "alternative": each.alternative or each.title or NO_WORDS,
                "svg": chart_svg(each, theme="print", language=document.language),
                "table": _table(each.table, labels),
            }


def _table(table: Table, labels: Labels) -> Plain:
    widths = natural_widths(table)
    return {
        "caption": f"{labels.tables[table.key]}. {table.caption}",
        "note": table.note,
        "widths": widths,
        "wide": is_wide(widths),
        "heads": [column.title for column in table.columns],
        "ends": [column.kind not in {"text", "date"} for column in table.columns],
        "rows": [[_printed(cell) for cell in row] for row in table.rows],
    }


def _joined(runs: tuple[Run, ...]) -> str:
    return "".join(map(_printed, runs))


def _printed(run: Run) -> str:
    return run.printed if isinstance(run, Number) else run
