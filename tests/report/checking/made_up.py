"""Made-up reports in the manner of real ones: own sentences, own places, numbers that agree."""

from pathlib import Path

from samspel.report.checking.examination import Examination, examine
from samspel.report.checking.source import Source

FOLDER = Path(__file__).parent / "reports"
LINDVIK = "lindvik-2023"
"""An empty line after every line, heads stacked word by word, shares rounded to halves."""
GRANBY = "granby-2021-07--2022-06"
"""Badly scanned: å ä ö lost or exchanged, a table's head read across its columns."""
LILLSUND = "lillsund-2019-07--2020-06"
"""From a word processor: a line a paragraph, tables parted by tabs, columns in another order."""
NAMES = (LINDVIK, GRANBY, LILLSUND)


def text_of(name: str) -> str:
    """A made-up report."""
    return (FOLDER / f"{name}.txt").read_text(encoding="utf-8")


def examined(name: str, old: str = "", new: str = "", nth: int = 0) -> Examination:
    """A made-up report examined, with one place of its text exchanged."""
    text = text_of(name)
    if old:
        at = -1
        for _time in range(nth + 1):
            at = text.index(old, at + 1)
        text = text[:at] + new + text[at + len(old) :]
    return examine(Source.of_text(text, f"{name}.txt"))


def told(found: Examination) -> list[tuple[str, str, str]]:
    """Kind, printed and expected of every finding."""
    return [(each.kind, each.at.text, each.expected) for each in found.findings]
