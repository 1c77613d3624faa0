"""Two reports of one team against each other: where one ends the other starts."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from datetime import timedelta

from django.utils.translation import gettext as _

from samspel.figures.address import PREVIOUS, Address
from samspel.figures.period import Period, parse_period
from samspel.report.checking.checks.held import Mend
from samspel.report.checking.checks.printing import rounded, told
from samspel.report.checking.finding import Finding
from samspel.report.checking.reading.read import Reading
from samspel.report.checking.same_figure import agree, by_standing, same_figures, times_of
from samspel.report.checking.statement import Statement

_DAY = timedelta(days=1)
_AT_START, _AT_END = Address("enrolled_at_start"), Address("enrolled_at_end")


def between(earlier: Reading, later: Reading) -> tuple[Finding, ...]:
    """What the later of two reports of one team says differently from the earlier one.

    The numbers told are the later report's, in reading order. Those enrolled at the start must be
    those that the earlier report ended with, where the periods adjoin; windows of a series, and
    figures of the earlier period, must be as the earlier report had them. Nothing is told where
    either period is not known, or where a report contradicts itself about the number.
    """
    first, last = earlier.outline.period, later.outline.period
    if first is None or last is None or first.start >= last.start:
        return ()
    before, now = _Told.of(earlier, first), _Told.of(later, last)
    pairs = [*_where_they_adjoin(before, now), *_of_the_same_period(before, now)]
    findings = [_finding(*pair) for pair in pairs if not agree(*pair)]
    return tuple(sorted(findings, key=lambda each: each.at.place))


@dataclass(frozen=True)
class _Told:
    """What a report tells without contradicting itself: each figure with its own period."""

    period: Period
    statements: Mapping[Address, Statement]

    @classmethod
    def of(cls, reading: Reading, period: Period) -> "_Told":
        """The figures of a report that was read."""
        found = {}
        for address, several in same_figures(reading.statements, period).items():
            best = by_standing(several)[0]
            if all(agree(best, other) for other in several):
                found[address] = best
        return cls(period, found)

    def of_period(self, period: Period) -> dict[Address, Statement]:
        """The figures of another period, by their address without it."""
        names = {str(period), *(("",) if period == self.period else ())}
        if period == self.period.previous():
            names.add(PREVIOUS)
        return {
            address.here(): statement
            for address, statement in self.statements.items()
            if (address.period or "") in names
        }


def _where_they_adjoin(before: _Told, now: _Told) -> Iterator[tuple[Statement, Statement]]:
    """The end of one period and the start of the next, for all and for each group."""
    if before.period.end + _DAY != now.period.start:
        return
    for address, statement in now.statements.items():
        if address == replace(_AT_START, where=address.where):
            ended = before.statements.get(replace(_AT_END, where=address.where))
            if ended is not None:
                yield ended, statement


def _of_the_same_period(before: _Told, now: _Told) -> Iterator[tuple[Statement, Statement]]:
    """Windows of a series that are in both, and the earlier period as the later report tells it."""
    periods = {address.period for address in (*before.statements, *now.statements)}
    known = {_period(each) for each in periods} | {before.period, before.period.previous()}
    for period in known - {None, now.period}:
        if period is None:
            continue
        then = before.of_period(period)
        for address, statement in now.of_period(period).items():
            if address in then:
                yield then[address], statement


def _period(text: str | None) -> Period | None:
    """The period of an address; None for the report's own and for what is named by a word."""
    return parse_period(text) if text and ".." in text else None


def _finding(before: Statement, now: Statement) -> Finding:
    value = before.printed.value * times_of(before) / times_of(now)
    expected = Mend(now.printed, rounded(now.printed, value)).expected
    named = {
        "printed": told(now.printed),
        "earlier": told(before.printed),
        "line": before.printed.line,
    }
    certain = not (before.printed.about or now.printed.about)
    return Finding(
        kind="series",
        at=now.printed,
        expected=expected,
        message=_(
            "Here it says %(printed)s, but the earlier report says %(earlier)s on line %(line)s."
        )
        % named,
        certainty="certain" if certain else "likely",
    )
