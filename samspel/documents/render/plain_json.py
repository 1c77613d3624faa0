"""The whole document as JSON, for scripts: every text, and every number with its address."""

import json
from dataclasses import fields, is_dataclass
from datetime import date
from decimal import Decimal
from typing import Any

from samspel.documents.document import (
    BulletList,
    Chart,
    Document,
    Number,
    Paragraph,
    Table,
)
from samspel.documents.render.characters import printable_throughout
from samspel.documents.render.numbering import labels_of

_KINDS = {
    Paragraph: "paragraph",
    BulletList: "list",
    Table: "table",
    Chart: "chart",
    Number: "number",
}


def plain_json(document: Document) -> bytes:
    """The document as one JSON object in UTF-8, with the names of ``report.document``.

    Blocks and numbers say what they are in ``is``. A number's ``value`` is a decimal string,
    null without data or when withheld; dates are ISO 8601.
    """
    fit = printable_throughout(document)
    labels = labels_of(fit)
    whole = _plain(fit) | {"labels": {"tables": labels.tables, "charts": labels.charts}}
    return json.dumps(whole, ensure_ascii=False, indent=1).encode()


def _plain(thing: Any) -> Any:
    if isinstance(thing, tuple):
        return [_plain(each) for each in thing]
    if isinstance(thing, Decimal):
        return format(thing, "f")
    if isinstance(thing, date):
        return thing.isoformat()
    if is_dataclass(thing) and not isinstance(thing, type):
        kind = _KINDS.get(type(thing))
        said = {"is": kind} if kind else {}
        parts = {part.name: _plain(getattr(thing, part.name)) for part in fields(thing)}
        if isinstance(thing, Number) and thing.withheld:
            parts["value"] = None
        return said | parts
    return thing
