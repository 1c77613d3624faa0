"""Reads tables."""

from samspel.report.checking.reading.outline import Found, Outline


def read_counted(outline: Outline) -> Found:
    """What the tables say."""
    return Found()
