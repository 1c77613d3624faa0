"""A made-up text read as running text: its statements and claims in short."""

from datetime import date

from samspel.figures.period import Period
from samspel.report.checking.claims import Difference, Share, Sum
from samspel.report.checking.reading.outline import Found, Outline
from samspel.report.checking.reading.parts import Part
from samspel.report.checking.reading.prose.reader import read_prose
from samspel.report.checking.source import Source

YEAR = Period(date(2023, 1, 1), date(2023, 12, 31))


def read(text: str, field: str = "1", period: Period | None = YEAR) -> Found:
    """Read a text as one field of a report."""
    source = Source.of_text(text)
    parts = {line.number: Part(field) for line in source.lines}
    return read_prose(Outline(source, "Teamet", period, parts))


def stated(text: str, field: str = "1", period: Period | None = YEAR) -> list[str]:
    """``address=number`` of every statement, in reading order."""
    found = sorted(read(text, field, period).statements, key=lambda each: each.printed.place)
    return [
        f"{each.address}={each.printed.text}" + (" (exception)" if each.exception else "")
        for each in found
    ]


def sums(text: str, field: str = "1") -> list[str]:
    """``whole=part+part`` of every sum; ``?`` where there may be further parts."""
    return [
        f"{each.whole.text}={'+'.join(part.text for part in each.parts)}"
        + ("" if each.sure else "?")
        for each in read(text, field).claims
        if isinstance(each, Sum)
    ]


def shares(text: str, field: str = "1") -> list[str]:
    """``part/whole=percent`` of every share; further wholes after ``|``."""
    return [
        f"{each.part.text}/{'|'.join(whole.text for whole in each.wholes)}={each.percent.text}"
        for each in read(text, field).claims
        if isinstance(each, Share)
    ]


def differences(text: str, field: str = "9") -> list[str]:
    """``whole-taken=left`` of every difference."""
    return [
        f"{each.whole.text}-{'-'.join(taken.text for taken in each.taken)}={each.left.text}"
        for each in read(text, field).claims
        if isinstance(each, Difference)
    ]
