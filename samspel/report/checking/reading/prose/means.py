"""Means in running text, with those of women and men, medians, and the youngest and oldest.

“Genomströmningstiden var i genomsnitt 16,3 månader (kvinnor 16,9, män 17,9)”. What follows from a
mean and its parts is claimed in `together.py`, where all the numbers of people are known.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace

from samspel.figures.address import PREVIOUS, Address
from samspel.figures.definitions import MEASURES
from samspel.figures.values import MEDIAN, SIZE
from samspel.report.checking.printed import Printed
from samspel.report.checking.reading.letters import any_of
from samspel.report.checking.reading.outline import Outline
from samspel.report.checking.reading.prose.masked import NO_NUMBER, NUMBER, Masked
from samspel.report.checking.reading.prose.other_times import time_of
from samspel.report.checking.statement import Statement

_NAMES: tuple[tuple[str, str], ...] = (
    ("throughput_months", any_of("*genomströmningstid*", "genomströmning")),
    (
        "public_support_months",
        any_of(
            "*tid* i offentlig försörjning",
            "*tid* med offentlig försörjning",
            "*tid* i bidragsberoende",
            "*tid* i bidrag",
            "*tid* med försörjning",
        ),
    ),
    (
        "age_at_end",
        any_of("medelålder*", "genomsnittsålder*", "snittålder*", "genomsnittlig* ålder*"),
    ),
)
_MEASURE = re.compile("|".join(f"(?P<{figure}>{form})" for figure, form in _NAMES), re.IGNORECASE)
_AT_CLOSING = re.compile(
    any_of("vid avslut", "vid avslutet", "avslutade", "avslutats"), re.IGNORECASE
)
_UNITS = {
    "throughput_months": ("months", "years"),
    "public_support_months": ("months", "years"),
    "age_at_end": ("years", ""),
    "age_at_closing": ("years", ""),
}
_EXCEPT = re.compile(
    any_of(
        "frånräkna*",
        "borträkna*",
        "räknas bort",
        "räknat bort",
        "räknar bort",
        "bortse*",
        "undanta*",
        "exklu*",
        "exkl",
        "utan dessa",
        "utan den",
        "utan detta",
        "utan det",
        "utan honom",
        "utan henne",
        "oräkna*",
    )
    + rf"|{any_of('räknas', 'räknar')}\s[^.;:]{{1,40}}?{any_of('bort')}",
    re.IGNORECASE,
)
_GENDERS = (
    ("woman", any_of("kvinnor", "kvinnorna", "kvinnornas")),
    ("man", any_of("män", "männen")),
)
_OF_GENDER = tuple(
    (
        code,
        re.compile(
            rf"(?<![{NO_NUMBER}]\s){form}\s*:?\s*(?:[^.;:,{NO_NUMBER}]{{0,40}}?)(?P<n>{NUMBER})",
            re.IGNORECASE,
        ),
    )
    for code, form in _GENDERS
)
_GENDER_AFTER = tuple(
    (
        code,
        re.compile(
            rf"^\s*(?:{any_of('månader', 'mån', 'år')})?\s*{any_of('för', 'hos')}\s+{form}",
            re.IGNORECASE,
        ),
    )
    for code, form in _GENDERS
)
_MEDIAN = re.compile(rf"{any_of('median*')}[^.;{NO_NUMBER}]{{0,40}}?(?P<n>{NUMBER})", re.IGNORECASE)
_EXTREMES = tuple(
    (
        statistic,
        re.compile(rf"{form}[^.;:,{NO_NUMBER}]{{0,40}}?(?P<n>{NUMBER})", re.IGNORECASE),
    )
    for statistic, form in (
        ("youngest", any_of("yngste", "yngsta")),
        ("oldest", any_of("äldste", "äldsta")),
    )
)
_KNOWN_FOR = re.compile(
    rf"{any_of('uppgift*')}\s[^.;:{NO_NUMBER}]{{0,20}}?{any_of('finns')}\s[^.;:{NO_NUMBER}]{{0,10}}?"
    rf"(?P<n>{NUMBER})\s+{any_of('av')}\s+(?:{any_of('de')}\s+)?(?P<m>{NUMBER})",
    re.IGNORECASE,
)
_NO_MEAN_BEFORE = re.compile(
    rf"{any_of('längsta', 'längst', 'kortaste', 'median', 'medianen för')}\s*$", re.IGNORECASE
)
_NO_MEAN = re.compile(
    any_of("med", "varierar", "varierat", "varierade", "mellan", "spänner", "längst", "kortast")
    + rf"\s*$|{any_of('varier*', 'nyinskriv*', 'vid inskrivning*', 'äldre än', 'yngre än')}",
    re.IGNORECASE,
)
"""A change, a spread, the longest: no mean of all."""
_OF_OTHERS = re.compile(any_of("median*", "alla", "samtliga", "fullfölj*"), re.IGNORECASE)
"""What stands between a measure and a number that is no mean of those closed to a result."""
_AND_MONTHS = re.compile(rf"^\s*{any_of('år')}\s+{any_of('och')}\s+{NUMBER}", re.IGNORECASE)
_IN_TABLE = re.compile(r"\d{4}\s?[-–—]\s?\d{4}")
"""The months that head a series: the numbers after them are of each."""
_LONGEST_GAP = 110


@dataclass
class Means:
    """Reads sentence after sentence: “uppgiften finns för 10 av de 12” is of the mean before."""

    outline: Outline
    last: Address | None = None
    ages: str | None = None

    def read(self, sentence: Masked, ages: str | None) -> tuple[list[Statement], set[int]]:
        """The statements of a sentence, and which of its numbers they are.

        ``ages`` is the figure of an age where the sentence itself does not tell when; without it
        such an age is left alone.
        """
        self.ages = ages
        found = {
            index: stated
            for index, stated in self._stated(sentence)
            if stated[0].figure != "age_at_end" or ages == "age_at_end"
        }
        statements = [
            Statement(address, sentence.mentions[index].number, exception=exception)
            for index, (address, exception) in found.items()
        ]
        return statements, set(found)

    def _stated(self, sentence: Masked) -> Iterator[tuple[int, tuple[Address, bool]]]:
        yield from self._size(sentence)
        for match in _MEASURE.finditer(sentence.text):
            figure = self._figure(match, sentence)
            if _NO_MEAN_BEFORE.search(sentence.text[: match.start()]):
                continue
            index = _first_of(sentence, match.end(), _UNITS[figure])
            if index is not None and not _is_of_others(sentence, match.end(), index):
                yield from self._mean(sentence, figure, index)
        yield from self._ages(sentence)

    def _figure(self, match: re.Match[str], sentence: Masked) -> str:
        figure = match.lastgroup or ""
        if figure != "age_at_end":
            return figure
        return "age_at_closing" if _AT_CLOSING.search(sentence.text) else self.ages or figure

    def _mean(
        self, sentence: Masked, figure: str, index: int
    ) -> Iterator[tuple[int, tuple[Address, bool]]]:
        exception = _EXCEPT.search(sentence.text) is not None
        when = time_of(sentence, index, self.outline.period)
        number = sentence.mentions[index].number
        address = _in_unit(Address(figure), number)
        if when == "unclear":
            return
        if when == "previous":
            risen = _risen_to(sentence, index)
            if risen is not None:
                address = _in_unit(Address(figure), sentence.mentions[risen].number)
                yield risen, (address, exception)
            yield index, (replace(address, period=PREVIOUS), exception)
            return
        whole, parts = self._by_gender(sentence, address, index)
        if whole is not None:
            self.last = address
            yield whole, (address, exception)
        for part, gender in parts:
            where = (("gender", gender),)
            yield part, (replace(address, where=where), exception)
        for match in _MEDIAN.finditer(sentence.text, sentence.mentions[index].at):
            yield (
                sentence.index_at(match.start("n")),
                (replace(address, statistic=MEDIAN), exception),
            )

    def _by_gender(
        self, sentence: Masked, address: Address, index: int
    ) -> tuple[int | None, list[tuple[int, str]]]:
        """The number of all, and those of women and men after it."""
        start = sentence.mentions[index].at
        parts: dict[int, str] = {}
        measure_start = max(0, start - _LONGEST_GAP)
        for code, form in _OF_GENDER:
            for match in form.finditer(sentence.text, measure_start):
                at = sentence.index_at(match.start("n"))
                if at >= index and _is_like(sentence.mentions[at].number, address):
                    parts.setdefault(at, code)
                    break
        for at in range(index, len(sentence.mentions)):
            after = sentence.text[sentence.mentions[at].at + 1 :]
            for code, form in _GENDER_AFTER:
                if form.match(after):
                    parts[at] = code
        return (None if index in parts else index), sorted(parts.items())

    def _size(self, sentence: Masked) -> Iterator[tuple[int, tuple[Address, bool]]]:
        """“Uppgiften finns för 10 av de 12”: of so many is the mean that was told last."""
        match = _KNOWN_FOR.search(sentence.text)
        if match is None or self.last is None or self.last.figure not in MEASURES:
            return
        size = replace(self.last, statistic=SIZE, in_years=False)
        cohort = Address(MEASURES[self.last.figure].cohort)
        yield sentence.index_at(match.start("n")), (size, False)
        yield sentence.index_at(match.start("m")), (cohort, False)

    def _ages(self, sentence: Masked) -> Iterator[tuple[int, tuple[Address, bool]]]:
        for statistic, form in _EXTREMES:
            match = form.search(sentence.text)
            if match is None or _AT_CLOSING.search(sentence.text):
                continue
            index = sentence.index_at(match.start("n"))
            number = sentence.mentions[index].number
            if (
                number.unit in ("years", "")
                and time_of(sentence, index, self.outline.period) == "now"
            ):
                yield index, (Address("age_at_end", statistic=statistic), False)


def _first_of(sentence: Masked, start: int, units: tuple[str, ...]) -> int | None:
    """The first number after a place that can be a mean in one of the units."""
    for index, mention in enumerate(sentence.mentions):
        if mention.at < start:
            continue
        is_near = mention.at - start <= _LONGEST_GAP
        same = mention.number.unit in units or (mention.number.step < 1 and not mention.number.unit)
        between = sentence.text[start : mention.at]
        if not is_near or _IN_TABLE.search(between) or _NO_MEAN.search(between):
            return None
        if same or _unit_of_next(sentence, index) in units:
            return index
    return None


def _unit_of_next(sentence: Masked, index: int) -> str:
    """The unit that the number after it has: “från 5 till 6 år”."""
    text = sentence.text[sentence.mentions[index].at + 1 :]
    is_pair = re.match(rf"\s*{any_of('till')}\s*{NUMBER}", text, re.IGNORECASE)
    return sentence.mentions[index + 1].number.unit if is_pair else "none"


def _risen_to(sentence: Masked, index: int) -> int | None:
    """The second number of “från 5 till 6 år”."""
    return index + 1 if _unit_of_next(sentence, index) != "none" else None


def _in_unit(address: Address, number: Printed) -> Address:
    """Months that are printed in years have an address of their own."""
    in_years = number.unit == "years" and address.figure.endswith("_months")
    return replace(address, in_years=in_years)


def _is_like(number: Printed, address: Address) -> bool:
    units = ("years", "") if address.in_years or not address.figure.endswith("_months") else ()
    return number.unit in (units or ("months", ""))


def _is_of_others(sentence: Masked, start: int, index: int) -> bool:
    """Whether a number is a median, of all who were closed, or only the years of some months."""
    at = sentence.mentions[index].at
    return (
        _OF_OTHERS.search(sentence.text[start:at]) is not None
        or _AND_MONTHS.match(sentence.text[at + 1 :]) is not None
    )
