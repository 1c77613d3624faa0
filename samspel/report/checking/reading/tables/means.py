"""Reads means by gender, told in a list's line or in a block of short lines.

“Genomströmningstid totalt: 20 månader”, “Män: 21,5 månader”, “Kvinnor: 19” one below the other, or
“• Snittålder: 38 år; kvinnor 40 år, män 36 år”. Sentences are left to the readers of prose, and
lines of which anything is unclear.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field, replace

from samspel.figures.period import Period
from samspel.figures.values import MEDIAN
from samspel.report.checking.claims import MeanOfParts
from samspel.report.checking.printed import Printed, Unit
from samspel.report.checking.reading.days import find_periods
from samspel.report.checking.reading.letters import words
from samspel.report.checking.reading.numerals import numbers_in
from samspel.report.checking.reading.outline import Found, Outline
from samspel.report.checking.reading.tables.mean_words import (
    AGE,
    CLOSING_AGE,
    GENDERS,
    SUPPORT,
    THROUGHPUT,
    WHOLE,
    Mean,
    address_of,
    group_at_end,
    is_of_others,
    is_of_whole,
    labels_between,
    measure_in,
    names_group,
    unit_after,
    unit_of_label,
)
from samspel.report.checking.source import Line
from samspel.report.checking.statement import Statement

_LONGEST_LABEL = 60
_LONGEST_LINE = 140
_MOST_BLANK = 2
_NEIGHBOURS = 4
"""Lines above and below an age that tell whose it is."""
_BULLET = re.compile(r"\s*(?:[-–•*·▪◦]|[oe](?=\s+[A-ZÅÄÖ]))\s*")
_IS_SENTENCE = words(
    *("är", "var", "har", "hade", "blev", "låg", "ligger", "visar", "ökat", "ökade", "minskat"),
    *("minskade", "sjunkit", "stigit", "blivit", "beror", "som", "att", "från", "med att"),
)
_YEAR = re.compile(r"(?<!\d)20\d\d(?!\d)")
_CLEAN_YEAR_WORD = re.compile(r"(?<!\w)år(?!\w)")
"""“år” with its ring is no damaged “är”."""
_OF_OTHERS = "others"
"""The measure of a block that tells of others: nothing is told of it."""


@dataclass(frozen=True, slots=True)
class _Read:
    """A line that was understood: the measure it names if any, and its means."""

    line: Line
    measure: str | None
    means: tuple[Mean, ...]
    unit: Unit


@dataclass
class _Block:
    """Lines that tell the means of one measure."""

    measure: str
    reads: list[_Read] = field(default_factory=list)

    @property
    def means(self) -> list[Mean]:
        """The means in reading order; one without a unit takes the unit of the block."""
        unit = self._unit()
        found = [mean for read in self.reads for mean in read.means]
        return [replace(mean, unit=mean.unit or unit) for mean in found]

    def _unit(self) -> Unit:
        told = {mean.unit for read in self.reads for mean in read.means} | {
            read.unit for read in self.reads
        }
        known = told - {""}
        return known.pop() if len(known) == 1 else ""

    def takes(self, read: _Read) -> bool:
        """Whether a line goes on with the block."""
        told = {mean.of for each in self.reads for mean in each.means}
        is_same = read.measure in (None, self.measure)
        is_near = read.line.number - self.reads[-1].line.number <= _MOST_BLANK + 1
        return is_same and is_near and not told & {mean.of for mean in read.means}


def read_means(outline: Outline) -> Found:
    """Means by gender in lists and in short lines."""
    found = Found()
    lines = [
        line
        for line in outline.source.lines
        if not line.is_blank and line.number not in outline.tables
    ]
    for block in _blocks(outline.period, lines):
        found += _found(block, lines)
    return found


def _blocks(period: Period | None, lines: Sequence[Line]) -> Iterator[_Block]:
    block: _Block | None = None
    for at, line in enumerate(lines):
        following = lines[at + 1] if at + 1 < len(lines) else None
        read = None if _goes_on(line, following) else _read(line, period)
        if block is not None and read is not None and block.takes(read):
            block.reads.append(read)
            continue
        if block is not None:
            yield block
        block = _Block(read.measure, [read]) if read and read.measure else None
    if block is not None:
        yield block


def _goes_on(line: Line, following: Line | None) -> bool:
    """Whether the page breaks the line, so that its rest stands below."""
    if following is None or following.number - line.number > _MOST_BLANK:
        return False
    return following.text.lstrip()[:1].islower()


def _read(line: Line, period: Period | None) -> _Read | None:
    text = line.text
    if line.cells or len(text.strip()) > _LONGEST_LINE:
        return None
    bullet = _BULLET.match(text)
    start = bullet.end() if bullet else 0
    numbers = [number for number in numbers_in(text, line.number) if number.start >= start]
    label = text[start : numbers[0].start if numbers else len(text)]
    if not _is_label(label):
        return None
    measure = measure_in(label)
    if is_of_others(label) or not _is_own(label, period):
        is_heading = measure is not None or is_of_others(label)
        return _Read(line, _OF_OTHERS, (), "") if is_heading else None
    if not numbers:
        return _Read(line, measure, (), unit_of_label(label)) if measure else None
    first = _first(label, is_measured=measure is not None)
    means = _means(text, numbers, first) if first else None
    return _Read(line, measure, tuple(means), unit_of_label(label)) if means else None


def _is_label(label: str) -> bool:
    """Whether the words before a line's first number name something and tell nothing of it."""
    text = _CLEAN_YEAR_WORD.sub("", label)
    return len(label.strip()) <= _LONGEST_LABEL and not _IS_SENTENCE.search(text)


def _is_own(label: str, period: Period | None) -> bool:
    """Whether a label names no other time than the report's period."""
    windows = find_periods(label)
    if windows:
        return [each.period for each in windows] == [period]
    years = {int(match[0]) for match in _YEAR.finditer(label)}
    return not years or (period is not None and years <= {period.start.year, period.end.year})


def _first(label: str, *, is_measured: bool) -> str | None:
    """Whose mean the first number is; None where that is unclear."""
    if is_of_whole(label):
        return WHOLE
    if is_measured:
        return group_at_end(label) if names_group(label) else WHOLE
    groups = labels_between(label) or []
    return groups[0] if len(groups) == 1 else None


def _means(text: str, numbers: Sequence[Printed], first: str) -> list[Mean] | None:
    """Each number with its label before it, or all but the first with theirs behind them."""
    found: list[Mean] = []
    labels = [first]
    for at, number in enumerate(numbers):
        unit, end = unit_after(text, number)
        next_number = numbers[at + 1].start if at + 1 < len(numbers) else len(text)
        behind = labels_between(text[end:next_number])
        if unit not in ("months", "years", "") or behind is None or len(labels) > 1:
            return None
        if not labels:
            labels, behind = behind[:1], behind[1:]
        if not labels:
            return None
        found.append(Mean(labels[0], number, unit))
        labels = behind
    is_clear = not labels and len({mean.of for mean in found}) == len(found)
    return found if is_clear else None


def _found(block: _Block, lines: Sequence[Line]) -> Found:
    means = block.means
    if block.measure == _OF_OTHERS:
        # what the heading itself tells is left to the readers of running text
        return Found(lines=frozenset(read.line.number for read in block.reads[1:]))
    parts = [mean for mean in means if mean.of in GENDERS]
    figure = _figure(block, lines)
    if figure is None or not parts or not _are_amounts(figure, means, parts):
        return Found()
    are_medians = means[0].of == MEDIAN and all(mean.of != WHOLE for mean in means)
    told = means[:1] if are_medians else means  # the medians of women and men are no figures
    statements = [Statement(address_of(figure, mean), mean.printed, "table") for mean in told]
    wholes = [mean for mean in means if mean.of == WHOLE]
    claims: tuple[MeanOfParts, ...] = ()
    if wholes and len(parts) > 1 and len({mean.unit for mean in (wholes[0], *parts)}) == 1:
        claims = (
            MeanOfParts(
                wholes[0].printed,
                tuple(mean.printed for mean in parts),
                (None,) * len(parts),
                measure=figure,
            ),
        )
    return Found(tuple(statements), claims, frozenset(read.line.number for read in block.reads))


def _are_amounts(figure: str, means: Sequence[Mean], parts: Sequence[Mean]) -> bool:
    """Whether the numbers are times and ages, and those of women and men no numbers of people."""
    units = {mean.unit for mean in means}
    known = units <= ({"years", ""} if figure == CLOSING_AGE else {"months", "years"})
    return known and any(mean.printed.unit or mean.printed.step < 1 for mean in parts)


def _figure(block: _Block, lines: Sequence[Line]) -> str | None:
    """The figure of a block; an age is at closing where it stands beside times of the closed."""
    if block.measure != AGE:
        return block.measure
    numbers = {read.line.number for read in block.reads}
    at = [index for index, line in enumerate(lines) if line.number in numbers]
    around = lines[max(0, at[0] - _NEIGHBOURS) : at[-1] + 1 + _NEIGHBOURS]
    beside = {measure_in(line.text) for line in around if len(line.text) <= _LONGEST_LINE}
    return CLOSING_AGE if beside & {THROUGHPUT, SUPPORT} else None
