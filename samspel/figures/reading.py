"""What a renderer may ask: the same of the exact figures and of the public edition."""

from typing import Protocol

from samspel.figures.period import Period
from samspel.figures.values import Value


class Reader(Protocol):
    """Exact figures or a public edition of them."""

    @property
    def period(self) -> Period:
        """The period of the figures."""

    @property
    def team(self) -> str | None:
        """The team of the figures, or ``None`` for all in the frame."""

    @property
    def starts_later(self) -> bool:
        """Whether the team is known to have started after the period: nothing is since then."""

    def value(self, address: str) -> Value:
        """The number at any address, perhaps withheld."""

    def keys(self, cohort: str, dimension: str) -> list[str]:
        """The keys that occur in a breakdown, in the order they are shown."""
