"""The days over a results table: in its caption, and over its first and its last column."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from decimal import Decimal

from samspel.figures.period import Period
from samspel.report.checking.claims import HeaderDay, Role
from samspel.report.checking.printed import Printed
from samspel.report.checking.reading.days import DayFound, find_days_in_head
from samspel.report.checking.reading.tables.other_time import (
    is_of_another_time,
    names_a_time,
    shares_an_end,
)
from samspel.report.checking.reading.tables.result_columns import END, QUEUE, START
from samspel.report.checking.source import Line


@dataclass(frozen=True, slots=True)
class Heading:
    """What stands over the numbers: the caption, the head, and its columns as addresses.

    ``labels`` is how many cells come before the first column.
    """

    caption: Line | None
    head: tuple[Line, ...]
    columns: tuple[str, ...]
    labels: int = 0

    def is_of(self, period: Period | None) -> bool:
        """Whether the table is of the report's period; a slip in one of its days is allowed."""
        days = [day.day for _line, day, _role in self._days()]
        caption = self.caption.text if self.caption else ""
        if is_of_another_time(caption, period):
            # the days over the columns tell a slip in the caption from another table
            if period is None or not shares_an_end(caption, period):
                return False
            return days == [period.start, period.end]
        if period is None or names_a_time(caption):
            return True
        return len(days) != 2 or days[0] == period.start or days[1] == period.end

    def days(self) -> Iterator[HeaderDay]:
        """The days, each with the end of the period that it is to be."""
        found = self._days()
        if self.caption is not None:
            days = find_days_in_head(self.caption.text)
            if len(days) == 2:
                found = [(self.caption, days[0], "start"), (self.caption, days[1], "end"), *found]
        for line, day, role in found:
            if day.day is not None:
                yield HeaderDay(_printed(line, day, day.day), day.day, role)

    def _days(self) -> list[tuple[Line, DayFound, Role]]:
        """The day over the first and that over the last column, as far as there are both."""
        if START not in self.columns or END not in self.columns:
            return []
        if len(self.head) == 1 and self.head[0].cells:
            return _in_cells(self.head[0], self.columns, self.labels)
        found = [(line, day) for line in self.head for day in find_days_in_head(line.text)]
        if len(found) != 2 or QUEUE in self.columns:
            return []
        if self.columns.index(START) > self.columns.index(END):
            found.reverse()
        (first, start), (last, end) = found
        return [(first, start, "start"), (last, end, "end")]


def _in_cells(line: Line, columns: Sequence[str], labels: int) -> list[tuple[Line, DayFound, Role]]:
    """The only day in the cell of each of the two columns; days over other columns are theirs."""
    found: list[tuple[Line, DayFound, Role]] = []
    roles: tuple[tuple[str, Role], ...] = ((START, "start"), (END, "end"))
    for column, role in roles:
        cell = columns.index(column) + labels
        days = [
            day
            for day in find_days_in_head(line.text)
            if line.text.count("\t", 0, day.start) == cell
        ]
        if len(days) == 1:
            found.append((line, days[0], role))
    return found if len(found) == len(roles) else []


def _printed(line: Line, found: DayFound, day: date) -> Printed:
    text = line.text[found.start : found.end]
    return Printed(line.number, found.start, found.end, text, Decimal(day.toordinal()))
