"""Having a document examined by the checker, within bounds of time and memory."""

from samspel.report.checking.examination import Examination, examine
from samspel.report.checking.source import Source

__all__ = ["Examination", "Unreadable", "examined"]


class Unreadable(Exception):
    """The document cannot be read; the message is one sentence for whoever handed it over."""


def examined(content: bytes, name: str) -> Examination:
    """Open, read and check a document. Raises ``Unreadable``."""
    return examine(Source.of_text(content.decode("utf-8-sig", "replace"), name))
