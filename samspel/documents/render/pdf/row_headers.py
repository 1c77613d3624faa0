"""Row headers in the PDF's structure, which the typesetter leaves as plain cells.

PDF/UA-1 (ISO 14289-1, 7.5) asks for header cells with a scope; ISO 32000-1, 14.8.5.7 names
the attributes.
"""

from collections.abc import Iterator, Sequence
from io import BytesIO

import pikepdf


def with_row_headers(pdf: bytes, wanted: Sequence[bool]) -> bytes:
    """``pdf`` with the first cell of each body row marked as the row's header.

    ``wanted`` says for each table, in reading order, whether its rows have headers. The file
    identifier follows from the content, so the same report gives the same bytes.
    """
    with pikepdf.open(BytesIO(pdf)) as opened:
        tables = _elements(opened.Root.StructTreeRoot, "/Table")
        for table, has_headers in zip(list(tables), wanted, strict=True):
            if has_headers:
                _mark(opened, table)
        kept = BytesIO()
        opened.save(kept, deterministic_id=True, fix_metadata_version=False)
    return kept.getvalue()


def _mark(opened: pikepdf.Pdf, table: pikepdf.Object) -> None:
    for body in _elements(table, "/TBody"):
        for row in _elements(body, "/TR"):
            first = next(_elements(row, "/TD"), None)
            if first is not None:
                first.S = pikepdf.Name.TH
                first.A = opened.make_indirect(
                    pikepdf.Dictionary(O=pikepdf.Name.Table, Scope=pikepdf.Name.Row)
                )


def _elements(parent: pikepdf.Object, kind: str) -> Iterator[pikepdf.Object]:
    """The structure elements of one kind below ``parent``, in reading order."""
    kids = parent.get("/K")
    if kids is None:
        return
    for kid in kids if isinstance(kids, pikepdf.Array) else [kids]:
        if isinstance(kid, pikepdf.Dictionary):
            if kid.get("/S") == kind:
                yield kid
            else:
                yield from _elements(kid, kind)
