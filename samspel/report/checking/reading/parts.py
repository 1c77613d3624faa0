"""Which part of the report each line belongs to: the summary, one of nine fields, an appendix."""

from dataclasses import dataclass
from typing import Literal

Text = Literal["description", "analysis", "reflection", ""]
SUMMARY, APPENDIX, FRONT = "summary", "appendix", "front"


@dataclass(frozen=True, slots=True)
class Part:
    """A part of a report: ``field`` is ``1`` to ``9``, ``summary``, ``appendix`` or ``front``."""

    field: str
    text: Text = ""
