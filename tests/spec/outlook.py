"""When somebody in the queue gets a place: worked out by hand, in a table of its own."""

from collections.abc import Sequence
from dataclasses import dataclass

HEAD = ("enrolled", "places", "closed in 12 months", "place in the queue", "days", "because")
CANNOT_BE_SAID = "cannot be said"


@dataclass(frozen=True)
class Outlook:
    """One line: what is known, the days (``None`` where nothing can be said) and how they come."""

    enrolled: int
    capacity: int | None
    closings: int
    place: int
    days: int | None
    because: str

    def cells(self) -> Sequence[str]:
        """The line as the manual prints it."""
        numbers = (self.enrolled, self.capacity, self.closings, self.place)
        told = CANNOT_BE_SAID if self.days is None else str(self.days)
        return (*("–" if one is None else str(one) for one in numbers), told, self.because)


OUTLOOKS = (
    Outlook(39, 40, 20, 1, 0, "there is a place"),
    Outlook(39, 40, 20, 2, 19, "one closing: 365.25 / 20 = 18.26, rounded up"),
    Outlook(40, 40, 20, 1, 19, "full: one closing"),
    Outlook(40, 40, 20, 20, 366, "20 closings: 365.25"),
    Outlook(52, 40, 26, 1, 183, "13 closings, 12 of them down to 40: 13 × 365.25 / 26 = 182.6"),
    Outlook(52, 40, 26, 3, 211, "15 closings: 210.7"),
    Outlook(40, 40, 0, 1, None, "nobody was closed"),
    Outlook(10, 40, 0, 30, 0, "nobody was closed, and there is a place for 30"),
    Outlook(10, 40, 0, 31, None, "nobody was closed, and 30 are before"),
    Outlook(40, None, 20, 1, None, "the team has no number of places"),
    Outlook(0, 0, 20, 1, None, "a team with no places takes nobody in"),
)
