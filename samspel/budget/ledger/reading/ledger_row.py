"""One row of a ledger as every kind of file gives it, and the key by which it is known again."""

from datetime import date
from hashlib import sha256
from typing import NamedTuple

LONGEST_KEY = 120


class LedgerRow(NamedTuple):
    """One row. ``ore`` is in öre: costs positive, credits negative.

    ``origin`` is the same each time the row is read; ``voucher_key`` is the same for all rows of
    a voucher, and empty where the file does not tell which voucher a row belongs to.
    """

    line: int
    origin: str
    voucher_key: str
    on: date
    account: str
    project: str
    cost_centre: str
    voucher: str
    text: str
    ore: int
    is_about_employee: bool = False
    """Whether the ledger ties the row to one employee: then its text is about that person."""


def key_of(*parts: object) -> str:
    """A key of some parts, never longer than `LONGEST_KEY`: a long one ends in its digest.

    No two lists of parts have the same key, whatever signs they hold.
    """
    key = ":".join(str(part).replace("%", "%25").replace(":", "%3A") for part in parts)
    if len(key) <= LONGEST_KEY:
        return key
    return f"{key[:40]}~{sha256(key.encode()).hexdigest()}"
