"""Amounts of money in running text: what was applied for, allocated, used and left.

“Teamet äskade 1 994 000 för 2023 men tilldelades 1 780 000.” Where one of the numbers is in
millions, the small ones of the sentence are as well.
"""

import re
from collections.abc import Iterator
from dataclasses import replace
from datetime import date
from decimal import Decimal

from samspel.figures.address import PREVIOUS, Address
from samspel.figures.period import Period
from samspel.report.checking.claims import Claim, Difference, Sum
from samspel.report.checking.printed import Printed
from samspel.report.checking.reading.letters import any_of
from samspel.report.checking.reading.outline import Outline
from samspel.report.checking.reading.prose.masked import NO_NUMBER, NUMBER, Masked
from samspel.report.checking.reading.prose.other_times import is_not_yet, time_at
from samspel.report.checking.statement import Statement

_FEW = rf"(?P<gap>[^.;:{NO_NUMBER}]{{0,60}}?)"
_SOME = rf"[^.;:{NO_NUMBER}]{{0,60}}?"
_N = rf"(?P<n>{NUMBER})"
_KRONOR = rf"\s*(?:{any_of('kronor', 'kronorna', 'kr', 'miljon*', 'mkr', 'tkr')})?"
_GIVEN = ("tilldelades", "tilldelats", "beviljades", "beviljats", "avsatte")
_FORMS: tuple[tuple[str, re.Pattern[str]], ...] = tuple(
    (figure, re.compile(form, re.IGNORECASE))
    for figure, form in (
        (
            "budget_applied",
            rf"{any_of('äskade', 'äskat', 'begärde', 'sökte', 'ansökte')}{_FEW}{_N}",
        ),
        (
            "budget_allocated",
            rf"{any_of(*_GIVEN)}{_FEW}{_N}",
        ),
        (
            "budget_allocated",
            rf"{any_of('budgeten')}\s[^.;:,{NO_NUMBER}]{{0,40}}?{any_of('var')}\s*{_N}",
        ),
        (
            "budget_remaining",
            rf"{any_of('tilldelade', 'budgeten')}{_SOME}{any_of('återstod', 'återstår')}\s*{_N}",
        ),
        ("budget_remaining", rf"{_N}{_KRONOR}\s*{any_of('återstod', 'återstår')}"),
        ("budget_actual", rf"{any_of('användes', 'förbrukades')}\s*{_N}{_FEW}{any_of('budgeten')}"),
        (
            "budget_actual",
            rf"{any_of('hade', 'har')}\s*{_N}{_KRONOR}\s*{any_of('använts', 'förbrukats')}",
        ),
        ("budget_forecast", rf"{any_of('prognosen')}{_FEW}{any_of('är', 'var')}\s*{_N}"),
        ("budget_forecast", rf"{any_of('budgeten')}{_FEW}{any_of('kosta')}\s*{_N}"),
        ("costs", rf"{any_of('periodens kostnader')}\s*{any_of('var')}\s*{_N}"),
        (
            "cost_per_participant",
            rf"{any_of('varje deltagare')}{_FEW}{any_of('kostade')}\s*{_N}",
        ),
        ("cost_per_participant", rf"{_N}{_KRONOR}\s*{any_of('för varje deltagare')}"),
        ("cost_per_result", rf"{_N}{_KRONOR}\s*{any_of('för varje avslut')}"),
        (
            "staff_session_costs",
            rf"{any_of('handledning och utbildning')}\s*{any_of('kostade')}\s*{_N}",
        ),
    )
)
_GRANTED = re.compile(rf"{any_of('beviljade')}\s*{any_of('medel')}\s*\(?\s*{_N}", re.IGNORECASE)
_TAKEN = re.compile(
    rf"{any_of('togs', 'användes', 'har')}\s*{_N}{_KRONOR}[^.;,]{{0,12}}?"
    rf"{any_of('i bruk', 'i anspråk', 'använts')}",
    re.IGNORECASE,
)
_FUNDERS = (
    ("municipality", re.compile(any_of("kommun*"), re.IGNORECASE)),
    ("association", re.compile(any_of("*förbund*"), re.IGNORECASE)),
)
_FUNDED_BY = re.compile(any_of("finansiärer", "finansiär"), re.IGNORECASE)
_ALL_USED = re.compile(rf"[^.;,{NO_NUMBER}]{{0,40}}?{any_of('till fullo')}", re.IGNORECASE)
_OTHER_VERB = re.compile(
    any_of("fick", "avsatte", "tilldel*", "bevilj*", "äsk*", "begär*", "utan", "men"), re.IGNORECASE
)
_NOT_THE_TEAM = re.compile(
    rf"{any_of('kommunen', 'regionen', '*förbundet', 'staten')}\s+"
    rf"{any_of('tilldelades', 'beviljades', 'äskade', 'sökte', 'begärde')}",
    re.IGNORECASE,
)
_EXPECTED = ("budget_forecast",)
_YEAR = re.compile(r"(?<![\d.,-])((?:19|20)\d\d)(?![\d-])")
_LEAST = Decimal(1000)
_MILLION = Decimal(1_000_000)
_MOST_MILLIONS = Decimal(100)


class Amounts:
    """Reads sentence after sentence; the amounts that belong together are told in several."""

    def __init__(self, outline: Outline) -> None:
        self.period = outline.period
        self.told: dict[str, Printed] = {}

    def read(self, sentence: Masked) -> tuple[list[Statement], list[Claim], set[int]]:
        """Statements and claims of a sentence, and which of its numbers they are of."""
        numbers = _scaled(sentence)
        found: dict[int, Address] = {}
        for figure, match in _told(sentence):
            index = sentence.index_at(match.start("n"))
            if index not in found and numbers[index].value >= _LEAST:
                found[index] = self._of_time(figure, sentence, match)
        found |= {at: each for at, each in _of_funders(sentence) if numbers[at].value >= _LEAST}
        claims = list(self._claims(sentence, numbers, found))
        statements = [Statement(address, numbers[index]) for index, address in found.items()]
        return statements, claims, set(found)

    def _of_time(self, figure: str, sentence: Masked, match: re.Match[str]) -> Address:
        """The amount of the report's year, or of the year that the sentence names."""
        if time_at(sentence, match.start("n"), None) == "previous":
            return Address(figure, period=PREVIOUS)
        years = [int(year) for year in _YEAR.findall(sentence.text)]
        if not years or self.period is None or self.period.end.year in years:
            return Address(figure)
        return Address(figure, period=str(Period(date(years[0], 1, 1), date(years[0], 12, 31))))

    def _claims(
        self, sentence: Masked, numbers: list[Printed], found: dict[int, Address]
    ) -> Iterator[Claim]:
        for index, address in found.items():
            if address.period is None and not address.where:
                self.told[address.figure] = numbers[index]
        whole, used, left = (
            self.told.get(f"budget_{name}") for name in ("allocated", "actual", "remaining")
        )
        if (
            "budget_remaining" in {each.figure for each in found.values()}
            and whole
            and used
            and left
        ):
            yield Difference(whole, (used,), left)
        parts = tuple(number for number in numbers if number.value >= _LEAST)
        if _FUNDED_BY.search(sentence.text) and whole and len(parts) > 1:
            yield Sum(whole, parts)


def _told(sentence: Masked) -> Iterator[tuple[str, re.Match[str]]]:
    """Every amount that has been told; what is only expected is none but as a forecast."""
    for figure, form in _FORMS:
        for match in form.finditer(sentence.text):
            subject = sentence.text.rfind(" ", 0, max(match.start() - 1, 0)) + 1
            of_whom = _NOT_THE_TEAM.match(sentence.text, subject)
            is_of_another = of_whom or _OTHER_VERB.search(match.groupdict().get("gap") or "")
            not_yet = figure not in _EXPECTED and is_not_yet(sentence, match.start("n"))
            if not (is_of_another or not_yet):
                yield figure, match


def _scaled(sentence: Masked) -> list[Printed]:
    """The numbers of a sentence; “1,99 … 1,78 miljoner” are both millions."""
    numbers = [mention.number for mention in sentence.mentions]
    if not any(number.step >= _MILLION / 1000 and number.unit == "kronor" for number in numbers):
        return numbers
    return [
        replace(number, value=number.value * _MILLION, step=number.step * _MILLION, unit="kronor")
        if number.unit == "" and number.step < 1 and number.value < _MOST_MILLIONS
        else number
        for number in numbers
    ]


def _of_funders(sentence: Masked) -> Iterator[tuple[int, Address]]:
    """“kommunens beviljade medel (450 000:-) togs 317 251:- i bruk”."""
    end = 0
    for match in _GRANTED.finditer(sentence.text):
        funder = _funder(sentence.text[end : match.start()])
        index, end = sentence.index_at(match.start("n")), match.end()
        if funder is None:
            continue
        where = (("funder", funder),)
        yield index, Address("budget_granted", where)
        if _ALL_USED.match(sentence.text, end):
            continue
        taken = _TAKEN.search(sentence.text, end)
        if taken and not re.search(rf"[.;{NO_NUMBER}]", sentence.text[end : taken.start()]):
            yield sentence.index_at(taken.start("n")), Address("funds_used", where)


def _funder(before: str) -> str | None:
    found = [(match.start(), code) for code, form in _FUNDERS for match in form.finditer(before)]
    return max(found)[1] if found else None
