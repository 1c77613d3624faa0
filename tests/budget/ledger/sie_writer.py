"""Writes SIE files for tests, and in ways that ledgers write them."""

from collections.abc import Iterable, Sequence
from datetime import date
from io import BytesIO
from typing import NamedTuple

from samspel.budget.ledger.reading.faults import Faults
from samspel.budget.ledger.reading.ledger_row import LedgerRow
from samspel.budget.ledger.reading.sie import SieFile

HEAD = (
    "#FLAGGA 0",
    '#PROGRAM "Ekonomisystemet" "1.0"',
    "#FORMAT PC8",
    "#GEN 20240201",
    "#SIETYP 4",
    '#FNAMN "Ängsö kommun"',
    "#RAR 0 20240101 20241231",
    '#DIM 1 "Kostnadsställe"',
    '#DIM 6 "Projekt"',
    '#KONTO 5011 "Månadslön"',
    '#KONTO 6010 "Lokalhyra"',
)


class Trans(NamedTuple):
    """One row of a voucher."""

    account: str
    amount: str
    objects: tuple[str, ...] = ()
    text: str = ""
    day: str = ""


class Ver(NamedTuple):
    """One voucher."""

    number: str
    day: date
    rows: Sequence[Trans]
    text: str = ""
    series: str = "A"


def quoted(text: str) -> str:
    return '"' + text.replace('"', '\\"') + '"'


def lines_of(ver: Ver) -> list[str]:
    first = f"#VER {quoted(ver.series)} {quoted(ver.number)} {ver.day:%Y%m%d} {quoted(ver.text)}"
    return [first, "{", *(_trans(row) for row in ver.rows), "}"]


def _trans(row: Trans) -> str:
    objects = "{" + " ".join(map(quoted, row.objects)) + "}"
    return f"   #TRANS {row.account} {objects} {row.amount} {quoted(row.day)} {quoted(row.text)}"


def sie(
    *vers: Ver, head: Iterable[str] = HEAD, encoding: str = "cp437", end: str = "\r\n"
) -> bytes:
    """A whole file."""
    lines = [*head, *(line for ver in vers for line in lines_of(ver))]
    return "".join(line + end for line in lines).encode(encoding)


def read(content: bytes) -> tuple[list[LedgerRow], Faults, SieFile]:
    """Its rows, what is wrong in it, and the reader."""
    faults = Faults()
    file = SieFile(BytesIO(content), faults)
    return list(file.rows()), faults, file
