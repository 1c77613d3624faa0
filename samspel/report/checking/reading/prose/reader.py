"""Reads running text."""

from samspel.report.checking.reading.outline import Found, Outline


def read_prose(outline: Outline) -> Found:
    """What the running text says."""
    return Found()
