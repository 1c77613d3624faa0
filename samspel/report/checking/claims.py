"""What a report claims of its numbers together, as it was read. The checks judge the claims.

Every number that is part of a claim counts as understood: altering it would be noticed, but for
what rounding allows. A reader makes a claim only where the text or the table itself makes it.
"""

from dataclasses import dataclass
from datetime import date
from typing import Literal

from samspel.report.checking.printed import Printed


@dataclass(frozen=True, slots=True)
class Sum:
    """The parts are said to add up to the whole: “18 personer, varav kvinnor 10, varav män 8”.

    ``is_total`` marks the total of a table's column or row; ``sure`` is false where the reading
    leaves room for parts that are not listed.
    """

    whole: Printed
    parts: tuple[Printed, ...]
    is_total: bool = False
    sure: bool = True
    by_definition: Literal["", "sum", "identity"] = ""
    """Not empty where the definitions of the figures make the claim and not the report itself."""


@dataclass(frozen=True, slots=True)
class Difference:
    """``left`` is said to be ``whole`` less all of ``taken``: allocated, actual, remaining."""

    whole: Printed
    taken: tuple[Printed, ...]
    left: Printed
    sure: bool = True


@dataclass(frozen=True, slots=True)
class Flow:
    """Enrolled at the start and newly enrolled, less closed, are the enrolled at the end."""

    start: Printed
    new: Printed
    closed: Printed
    end: Printed


@dataclass(frozen=True, slots=True)
class Share:
    """``part`` is said to be ``percent`` of a whole.

    ``wholes`` are the numbers that the whole can be, the likeliest first; where the text names it
    (“12 av 16”) there is one and ``named`` is true. Shares with the same ``group`` share their
    whole and together make it up when ``complete``.
    """

    part: Printed
    percent: Printed
    wholes: tuple[Printed, ...]
    named: bool = False
    group: int = 0


@dataclass(frozen=True, slots=True)
class MeanOfParts:
    """A mean of all with the means of its parts; ``numbers`` are the parts' sizes in their order.

    A number may be None where the report does not tell it; ``all_of`` is the size of the whole.
    """

    whole: Printed
    parts: tuple[Printed, ...]
    numbers: tuple[Printed | None, ...]
    all_of: Printed | None = None
    measure: str = ""
    """Key of the figure: ``throughput_months``."""
    counted: tuple[tuple[Printed, ...], ...] = ()
    """For each part the numbers that add up to its size, where no single number tells it."""


@dataclass(frozen=True, slots=True)
class Same:
    """Two numbers that are said to be one and have no figure of ours: an amount told twice."""

    first: Printed
    second: Printed


Role = Literal["start", "end"]
NO_DAY = date.min
"""What digits are that stand for a day and that no calendar has: somebody's slip."""


@dataclass(frozen=True, slots=True)
class HeaderDay:
    """A day in a table's head or caption that is to be the first or last of the period.

    ``day`` is `NO_DAY` where the calendar has none such.
    """

    printed: Printed
    day: date
    role: Role


Claim = Sum | Difference | Flow | Share | MeanOfParts | Same | HeaderDay


def numbers_in(claim: Claim) -> tuple[Printed, ...]:
    """Every printed number that the claim is about."""
    match claim:
        case Sum(whole=whole, parts=parts):
            found: tuple[Printed, ...] = (whole, *parts)
        case Difference(whole=whole, taken=taken, left=left):
            found = (whole, *taken, left)
        case Flow(start=start, new=new, closed=closed, end=end):
            found = (start, new, closed, end)
        case Share(part=part, percent=percent, wholes=wholes):
            found = (part, percent, *(wholes if len(wholes) == 1 else ()))
        case MeanOfParts(whole=whole, parts=parts, numbers=numbers):
            sizes = (number for number in numbers if number)
            found = (whole, *parts, *sizes, *(number for each in claim.counted for number in each))
        case Same(first=first, second=second):
            found = (first, second)
        case HeaderDay(printed=printed):
            found = (printed,)
    return found
