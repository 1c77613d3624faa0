"""What the checker tells."""

from dataclasses import dataclass
from typing import Literal

from samspel.report.checking.printed import Printed

Kind = Literal["sum", "identity", "share", "mean", "date", "restated", "series"]
Certainty = Literal["certain", "likely"]


@dataclass(frozen=True, slots=True)
class Finding:
    """One contradiction.

    ``at`` is the number to look at first, ``expected`` what would fit, printed as exactly as the
    number itself and empty where nothing single would; ``message`` one plain sentence, translated;
    ``also`` the lines where the same contradiction is printed again, ``against`` the lines of the
    numbers that it was held against.
    """

    kind: Kind
    at: Printed
    expected: str
    message: str
    certainty: Certainty = "certain"
    also: tuple[int, ...] = ()
    against: tuple[int, ...] = ()
