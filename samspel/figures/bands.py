"""Age bands: a team's own division of completed years."""

import re
from dataclasses import dataclass
from itertools import pairwise

_BAND = re.compile(r"(\d{1,3})\s*[-–]\s*(\d{1,3})?")


@dataclass(frozen=True, slots=True, order=True)
class AgeBand:
    """Completed years from ``low`` to ``high``, both included; ``high`` None means no upper end."""

    low: int
    high: int | None

    def __post_init__(self) -> None:
        if self.high is not None and self.high < self.low:
            raise ValueError(f"The age band {self.low}-{self.high} ends before it starts.")

    @property
    def key(self) -> str:
        """As it stands in addresses and JSON: ``18-30``, ``65-``."""
        return f"{self.low}-" if self.high is None else f"{self.low}-{self.high}"

    @property
    def title(self) -> str:
        """As it is printed, with an en dash: ``18–30``, ``65–``."""
        return self.key.replace("-", "–")


def parse_bands(text: str) -> tuple[AgeBand, ...]:
    """Read bands such as ``16-17,18-30,31-45,46-64,65-``.

    Raises ``ValueError`` with one sentence when a band cannot be read, or when the bands overlap
    or are not in rising order; ages in a gap between two bands are counted as ``outside``.
    """
    bands: list[AgeBand] = []
    for part in text.split(","):
        match = _BAND.fullmatch(part.strip())
        if not match:
            raise ValueError(f"{part.strip()!r} is not an age band; write 18-30, or 65- for 65 up.")
        bands.append(AgeBand(int(match[1]), int(match[2]) if match[2] else None))
    for before, after in pairwise(bands):
        if before.high is None or after.low <= before.high:
            raise ValueError(f"The age bands {before.key} and {after.key} overlap.")
    return tuple(bands)


DEFAULT_BANDS = parse_bands("16-17,18-30,31-45,46-64,65-")
