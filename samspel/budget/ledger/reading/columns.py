"""Which column of a table is what: suggested from headings in Swedish and English.

Somebody says it once for a team, and it is kept with the headings; nothing is guessed when a
file is read.
"""

import unicodedata
from collections.abc import Iterable, Mapping, Sequence
from enum import StrEnum
from typing import Any

from django.utils.translation import gettext_lazy as _


class Part(StrEnum):
    """What a column can be."""

    DAY = "day"
    ACCOUNT = "account"
    PROJECT = "project"
    COST_CENTRE = "cost_centre"
    VOUCHER = "voucher"
    TEXT = "text"
    AMOUNT = "amount"
    DEBIT = "debit"
    CREDIT = "credit"


PART_TITLES: Mapping[Part, Any] = {
    Part.DAY: _("Day"),
    Part.ACCOUNT: _("Account"),
    Part.PROJECT: _("Project"),
    Part.COST_CENTRE: _("Cost centre"),
    Part.VOUCHER: _("Voucher"),
    Part.TEXT: _("Text"),
    Part.AMOUNT: _("Amount"),
    Part.DEBIT: _("Debit"),
    Part.CREDIT: _("Credit"),
}
_HEADINGS: Mapping[Part, str] = {
    Part.DAY: (
        "datum|bokföringsdag|bokföringsdatum|bokfdatum|bokfdag|verdatum|verifikationsdatum|"
        "verifikatdatum|transaktionsdatum|transdatum|dag|date|posting date|booking date|"
        "accounting date|transaction date|voucher date"
    ),
    Part.ACCOUNT: "konto|kontonr|kontonummer|kontokod|account|account no|account number",
    Part.PROJECT: (
        "projekt|projektnr|projektnummer|projektkod|aktivitet|aktivitetskod|project|project no|"
        "activity"
    ),
    Part.COST_CENTRE: (
        "kostnadsställe|kst|kställe|ansvar|ansvarskod|ansvarsenhet|enhet|cost centre|cost center|"
        "department"
    ),
    Part.VOUCHER: (
        "verifikation|verifikat|ver|vernr|verifnr|verifikationsnr|verifikationsnummer|"
        "verifikatnr|verifikatnummer|voucher|voucher no|voucher number|transnr"
    ),
    Part.TEXT: (
        "text|vertext|verifikationstext|transaktionstext|transtext|beskrivning|benämning|"
        "notering|description"
    ),
    Part.AMOUNT: (
        "belopp|belopp sek|belopp kr|utfall|netto|nettobelopp|kronor|kr|sek|amount|net amount"
    ),
    Part.DEBIT: "debet|debetbelopp|belopp debet|debit|debit amount",
    Part.CREDIT: "kredit|kreditbelopp|belopp kredit|credit|credit amount",
}


def plain_heading(text: object) -> str:
    """A heading without case, spaces and signs: “Ver.nr ” → “vernr”."""
    folded = unicodedata.normalize("NFC", str(text)).casefold()
    return "".join(c for c in folded if c.isalnum())


_BY_HEADING = {
    plain_heading(heading): part
    for part, headings in _HEADINGS.items()
    for heading in headings.split("|")
}


def known_headings(cells: Iterable[object]) -> int:
    """How many parts the cells are known headings of."""
    return len({_BY_HEADING[plain_heading(c)] for c in cells if plain_heading(c) in _BY_HEADING})


def suggested_columns(headings: Sequence[str]) -> dict[Part, int]:
    """The column of each part that a heading tells; of several the first."""
    found: dict[Part, int] = {}
    for place, heading in enumerate(headings):
        part = _BY_HEADING.get(plain_heading(heading))
        if part is not None:
            found.setdefault(part, place)
    if Part.AMOUNT in found:  # an amount that is net of both needs neither
        found.pop(Part.DEBIT, None)
        found.pop(Part.CREDIT, None)
    return found
