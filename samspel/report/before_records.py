"""The results table of all the years: what was published before the records began, and both."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import timedelta
from decimal import Decimal
from fractions import Fraction

from django.utils.translation import gettext as _

from samspel.documents.document import Number, Run
from samspel.figures.period import Period, shift_months
from samspel.figures.printing import NO_DATA, decimals
from samspel.figures.reach import reached, reaches
from samspel.report.period_words import period_words
from samspel.report.plan import Material
from samspel.report.published.history import History

_DAY = timedelta(days=1)
_YEAR = 12
_FIRST, _LAST = "enrolled_at_start", "enrolled_at_end"
_REST = "closed.outcome."
Amount = Callable[[str], Decimal | None]


@dataclass(frozen=True, slots=True)
class _Before:
    """Published periods that follow each other without a gap, and the days from there on."""

    periods: tuple[Period, ...]
    since: Period

    @property
    def whole(self) -> Period:
        """The days of all the published periods."""
        return Period(self.periods[0].start, self.periods[-1].end)


def rows_before_records(material: Material, addresses: Sequence[str]) -> list[tuple[Run, ...]]:
    """What was published, what the records have since then, and both together; none without.

    Both together are told only where the records begin where the published reports end: a gap
    would pass for nobody. Each row begins with its period in words.
    """
    before = _before(material)
    if before is None:
        return []
    language = material.printed.language
    published = _published(material.published(), before, addresses)
    rows: list[tuple[Run, ...]] = [
        (
            _("%(period)s (published)") % {"period": period_words(before.whole, language)},
            *_numbers(material, addresses, published),
        )
    ]
    if not _records_follow(material, before):
        return rows
    since = [material.printed.number(f"{each}@{before.since}") for each in addresses]
    both = _together(addresses, published, [number.value for number in since])
    if before.since != material.period:
        rows.append((period_words(before.since, language), *since))
    rows.append((_("In all"), *_numbers(material, addresses, both)))
    return rows


def _before(material: Material) -> _Before | None:
    """The published periods that end last before the records reach, as far back as they join."""
    own = [
        period
        for period in material.published().own_periods
        if period.end < material.period.end and not reached(material.printed.figures, [period])
    ]
    if not own:
        return None
    # Of two that end alike the longer one goes first: a year tells more than its half.
    chain = [max(own, key=lambda each: (each.end, each.days))]
    while joining := [each for each in own if each.end == chain[0].start - _DAY]:
        chain.insert(0, max(joining, key=lambda each: each.days))
    return _Before(tuple(chain), Period(chain[-1].end + _DAY, material.period.end))


def _records_follow(material: Material, before: _Before) -> bool:
    """Whether the records take up where the reports end: with as many as were still enrolled.

    Where the report does not say how many that were, or a few differ, somebody must be on record
    from the first year on, and have come in before it.
    """
    first = before.since.start
    year = Period(first, min(shift_months(first, _YEAR) - _DAY, before.since.end))
    enrolled = material.printed.amount(f"{_FIRST}@{before.since}")
    left = material.published().at(_LAST, before.periods[-1])
    if left is not None and enrolled == Fraction(left.value):
        return bool(material.printed.amount(f"worked_with@{year}"))
    return bool(enrolled) and reaches(material.printed.figures, str(year))


def _published(history: History, before: _Before, addresses: Sequence[str]) -> list[Decimal | None]:
    """Each column's sum over the published periods; None where one of them does not tell it."""

    def amount(address: str, period: Period) -> Decimal | None:
        row = history.at(address, period)
        return row.value if row else None

    made: list[Decimal | None] = []
    for address in addresses:
        if address == _FIRST:
            made.append(amount(address, before.periods[0]))
        elif address == _LAST:
            made.append(amount(address, before.periods[-1]))
        elif address.startswith(_REST) and "+" in address:
            made.append(_sum([_rest(history, each, addresses) for each in before.periods]))
        else:
            made.append(_sum([amount(address, each) for each in before.periods]))
    return made


def _rest(history: History, period: Period, addresses: Sequence[str]) -> Decimal | None:
    """The closed without a column of their own: other teams' years fold other outcomes."""
    every = history.at("closed", period)
    apart = [
        history.at(each, period)
        for each in addresses
        if each == "dropouts" or (each.startswith(_REST) and "+" not in each)
    ]
    if every is None or not all(apart):
        return None
    return every.value - sum((row.value for row in apart if row), Decimal(0))


def _sum(parts: Sequence[Decimal | None]) -> Decimal | None:
    known = [part for part in parts if part is not None]
    return sum(known, Decimal(0)) if len(known) == len(parts) else None


def _together(
    addresses: Sequence[str],
    published: Sequence[Decimal | None],
    since: Sequence[Decimal | None],
) -> list[Decimal | None]:
    """Flows add up; those enrolled at the start are the published, those at the end of today."""
    made: list[Decimal | None] = []
    for address, then, now in zip(addresses, published, since, strict=True):
        whole = {_FIRST: then, _LAST: now}
        made.append(whole[address] if address in whole else _sum([then, now]))
    return made


def _numbers(
    material: Material, addresses: Sequence[str], values: Sequence[Decimal | None]
) -> list[Run]:
    """Counts without a page of their own: no definition gives them, reports did."""
    printed = material.printed
    return [
        Number(
            address="",
            printed=NO_DATA if value is None else decimals(int(value), 0, printed.language),
            value=value,
            title=printed.title(address),
        )
        for address, value in zip(addresses, values, strict=True)
    ]
