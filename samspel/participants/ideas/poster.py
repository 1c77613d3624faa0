"""The QR code of a poster, as the path of an SVG drawing: made here, without any service."""

from dataclasses import dataclass

from qrcode.constants import (  # type: ignore[import-untyped]  # it comes without types
    ERROR_CORRECT_Q,
)
from qrcode.main import QRCode  # type: ignore[import-untyped]  # it comes without types

_QUIET = 4
"""Light squares around the code, as ISO/IEC 18004 asks for."""


@dataclass(frozen=True, slots=True)
class CodeDrawing:
    """``size`` squares each way; ``path`` draws the dark ones, each one unit wide."""

    size: int
    path: str


def code_of(address: str) -> CodeDrawing:
    """The code of an address; a quarter of it may be torn or stained."""
    code = QRCode(error_correction=ERROR_CORRECT_Q, border=_QUIET)
    code.add_data(address)
    code.make(fit=True)
    rows = code.get_matrix()
    runs = [
        f"M{start} {y}h{length}v1h-{length}z"
        for y, row in enumerate(rows)
        for start, length in _dark_runs(row)
    ]
    return CodeDrawing(len(rows), "".join(runs))


def _dark_runs(row: list[bool]) -> list[tuple[int, int]]:
    """Where dark squares stand side by side: the first of them, and how many they are."""
    found: list[tuple[int, int]] = []
    for x, is_dark in enumerate(row):
        if is_dark and found and sum(found[-1]) == x:
            found[-1] = (found[-1][0], found[-1][1] + 1)
        elif is_dark:
            found.append((x, 1))
    return found
