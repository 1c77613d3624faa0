"""What a report drafted from records alone says: whether every field speaks, and what is typed."""

import re
from collections.abc import Iterator

from samspel.documents.document import BulletList, Document, Paragraph, Part

DAY = re.compile(r"\d{4}-\d{2}-\d{2}")
VERSION = re.compile(r"\bversion \d+", re.IGNORECASE)
AGES = re.compile(r"\b\d{2}[–-]\d{2}\b|\b\d{2} (år|years)|\bunder \d{2}\b")
PLACES = re.compile(r"\b\d+ (platser|places)\b")
YEAR = re.compile(r"\b20\d{2}\b")
NAMES = (DAY, VERSION, AGES, PLACES, YEAR)
"""Days and years, and what the team has set itself: age bands, places, a version's number."""


def silent(document: Document) -> list[str]:
    """The titles of summary texts and fields in which no sentence stands."""
    told = document.fields()
    return [
        f"{field.title}: {part.title}"
        for field in told
        if field.key == "summary-texts" or field.number
        for part in field.parts
        if part.kind in ("description", "summary") and not list(_texts(part))
    ]


def typed_numbers(document: Document) -> list[str]:
    """Sentences that hold a digit which is bound to no figure and is no day."""
    return [
        text
        for field in document.fields()
        for part in field.parts
        for text in _texts(part)
        if re.search(r"\d", _without_names(text))
    ]


def _without_names(text: str) -> str:
    for name in NAMES:
        text = name.sub("", text)
    return text


def _texts(part: Part) -> Iterator[str]:
    for block in part.blocks:
        match block:
            case Paragraph(runs=runs):
                yield "".join(run for run in runs if isinstance(run, str))
            case BulletList(items=items):
                yield from ("".join(run for run in item if isinstance(run, str)) for item in items)
            case _:
                pass
