"""How employers helped: placements of one period, and the numbers they give, worked out by hand."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from decimal import Decimal

from samspel.figures.employers import Hosting, WeekHours
from samspel.figures.period import Period, parse_period

PERIOD: Period = parse_period("2025")
LETTERS = {
    "P": "placements",
    "T": "taken_on",
    "E": "ended",
    "W": "led_to_work",
    "S": "led_to_studies",
}
"""How the table says which figures count a placement."""
PLACEMENTS = """
employer | person | from       | to         | led to  | counts | why
A        | 1      | 2025-01-01 | 2025-12-31 | work    | PTEW   | first and last day of the period
A        | 2      | 2024-11-04 | 2025-01-01 | studies | PES    | was there on one day of the period
A        | 2      | 2025-03-03 |            |         | PT     | goes on
A        | 3      | 2024-01-08 | 2024-12-31 | work    |        | ended the day before
B        | 4      | 2024-02-05 | 2026-01-02 | work    | P      | there all the time, ended after
B        | 5      | 2025-12-31 | 2026-02-01 | studies | PT     | began on the last day
B        | 6      | 2025-05-05 | 2025-05-09 | other   | PTE    | led to something else
B        | 7      | 2025-05-05 | 2025-05-09 |         | PTE    | what it led to is not said
C        | 8      | 2026-01-01 |            |         |        | began the day after
"""
"""One line for each placement."""

WEEKS = {
    "2025-01-01": "2024-12-30 8: the week begins before the period; 2025-01-06 10; 2025-12-29 7.5",
    "2025-03-03": "2025-03-03 4.25",
    "2024-02-05": "2024-12-23 40: before; 2025-06-02 20; 2026-01-05 20: after",
}
"""The hours of weeks, by their Mondays, of the placement that began on the day."""


@dataclass(frozen=True)
class Expected:
    """What one employer comes to, in the order in which the employers are told."""

    employer: str
    persons: int
    onwards: int
    hours: Decimal
    because: str


EXPECTED = (
    Expected("A", 2, 2, Decimal("21.75"), "persons 1 and 2; 10 + 7.5 + 4.25 hours"),
    Expected("B", 4, 0, Decimal(20), "persons 4 to 7; the week of 2 June"),
)
FIGURES = tuple(LETTERS.values())


def lines() -> list[dict[str, str]]:
    """The placements, each by the names of the columns."""
    table = PLACEMENTS.strip().splitlines()
    head, *rows = ([cell.strip() for cell in line.split("|")] for line in table)
    return [dict(zip(head, row, strict=True)) for row in rows]


def hosting(line: Mapping[str, str], number: int) -> Hosting:
    """A line as the figures take it."""
    return Hosting(
        employer=line["employer"],
        placement=str(number),
        person=line["person"],
        started_on=date.fromisoformat(line["from"]),
        ended_on=date.fromisoformat(line["to"]) if line["to"] else None,
        led_to=line["led to"],
        weeks=tuple(_weeks(WEEKS.get(line["from"], ""))),
    )


def _weeks(text: str) -> Iterator[WeekHours]:
    for each in filter(None, text.split(";")):
        day, hours = each.partition(":")[0].split()
        yield WeekHours(date.fromisoformat(day), Decimal(hours))


def counted(key: str) -> list[str]:
    """The placements that a figure counts, as the table marks them."""
    letters = [letter for letter, figure in LETTERS.items() if figure == key]
    return [str(number) for number, line in enumerate(lines()) if letters[0] in line["counts"]]
