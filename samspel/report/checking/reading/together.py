"""What follows from statements together, by the definitions of the figures (`figures.md`)."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import cached_property

from samspel.figures.address import Address, share_of
from samspel.figures.codes import OTHER as OTHER_GENDER
from samspel.figures.codes import OUTCOMES, UNKNOWN
from samspel.figures.definitions import COUNTS
from samspel.figures.period import Period
from samspel.figures.values import SHARE
from samspel.report.checking.claims import Claim, Difference, Flow, Share, Sum
from samspel.report.checking.printed import Printed
from samspel.report.checking.reading.sizes import outcomes_by_gender, with_sizes
from samspel.report.checking.same_figure import Best, same_figures
from samspel.report.checking.statement import Statement

_RESULTS = tuple(outcome.code for outcome in OUTCOMES if outcome.counts_as_result)
_FLOW = ("enrolled_at_start", "newly_enrolled", "closed", "enrolled_at_end")
_TWO_GENDERS = ("woman", "man")
_FURTHER_GENDERS = (OTHER_GENDER, UNKNOWN)


def claims_together(
    statements: Sequence[Statement], claims: Sequence[Claim], period: Period | None
) -> tuple[Claim, ...]:
    """The claims of a report and those that the definitions make of its statements.

    The readers' means of parts get the numbers of people that they are weighted by. Nothing is
    claimed twice: where the report itself says it, the definitions are silent.
    """
    in_tables = [each for each in statements if each.where == "table"]
    told = _Told(Best.of(statements, period), tuple(claims), same_figures(in_tables, period))
    drawn = (
        *_genders(told),
        *outcomes_by_gender(statements, told.best, period),
        *_results(told),
        *_completed(told),
        *_worked_with(told),
        *_flow(told),
        *_shares(told),
    )
    further = told.has_further_genders
    filled = with_sizes(claims, statements, period, has_further_genders=further)
    return (*filled, *dict.fromkeys(drawn))


@dataclass(frozen=True)
class _Told:
    """The figures that a report tells, and what it claims of them itself."""

    best: Best
    claims: tuple[Claim, ...]
    tables: Mapping[Address, Sequence[Statement]]

    def number(self, figure: str, *where: tuple[str, str]) -> Printed | None:
        """The number of a figure of the report's own period."""
        return self.best.number(Address(figure, where))

    def in_table(self, figure: str, *where: tuple[str, str]) -> Printed | None:
        """The number as the first table tells it, else as the report tells it anywhere."""
        address = Address(figure, tuple(sorted(where)))
        found = (each.printed for each in self.tables.get(address, ()))
        return next(found, None) or self.number(figure, *where)

    def groups(self, figure: str) -> list[tuple[tuple[str, str], ...]]:
        """What a figure is told for: all, and each group."""
        return [each.where for each in self.best.statements if each == Address(figure, each.where)]

    @cached_property
    def has_further_genders(self) -> bool:
        """Whether anybody is told of who is neither woman nor man, or of unknown gender."""
        return any(
            ("gender", gender) in address.where and statement.printed.value
            for address, statement in self.best.statements.items()
            for gender in _FURTHER_GENDERS
        )

    def is_summed(self, parts: Sequence[Printed]) -> bool:
        """Whether the report itself says what the parts make."""
        return frozenset(part.place for part in parts) in self._summed

    def is_shared(self, percent: Printed) -> bool:
        """Whether the report itself says what the percent is of."""
        return percent.place in self._shared

    @cached_property
    def _summed(self) -> set[frozenset[tuple[int, int]]]:
        sums = (claim for claim in self.claims if isinstance(claim, Sum))
        return {frozenset(part.place for part in each.parts) for each in sums}

    @cached_property
    def _shared(self) -> set[tuple[int, int]]:
        return {claim.percent.place for claim in self.claims if isinstance(claim, Share)}


def _genders(told: _Told) -> Iterator[Claim]:
    """Women and men make up each count that is told for both."""
    for figure in COUNTS:
        for where in told.groups(figure):
            if "gender" in dict(where):
                continue
            whole = told.number(figure, *where)
            two = [told.number(figure, *where, ("gender", gender)) for gender in _TWO_GENDERS]
            more = [told.number(figure, *where, ("gender", each)) for each in _FURTHER_GENDERS]
            parts = tuple(part for part in (*two, *more) if part is not None)
            if whole is None or None in two or told.is_summed(parts):
                continue
            yield Sum(whole, parts, sure=not told.has_further_genders, by_definition="sum")


def _results(told: _Told) -> Iterator[Claim]:
    """Work, studies and other work-oriented rehabilitation make up those closed to result."""
    whole = told.number("closed_to_result")
    found = (told.number("closed", ("outcome", outcome)) for outcome in _RESULTS)
    parts = tuple(part for part in found if part is not None)
    if whole is not None and len(parts) == len(_RESULTS) and not told.is_summed(parts):
        yield Sum(whole, parts, by_definition="sum")


def _completed(told: _Told) -> Iterator[Claim]:
    """The completed are the closed without the dropouts."""
    for where in told.groups("completed"):
        completed = told.number("completed", *where)
        closed, dropouts = told.number("closed", *where), told.number("dropouts", *where)
        if completed and closed and dropouts:
            yield Difference(closed, (dropouts,), completed)


def _worked_with(told: _Told) -> Iterator[Claim]:
    """Worked with are those enrolled at the start and the new, and those at the end and closed."""
    for where in told.groups("worked_with"):
        whole = told.number("worked_with", *where)
        for pair in (("enrolled_at_start", "newly_enrolled"), ("enrolled_at_end", "closed")):
            parts = tuple(part for each in pair if (part := told.number(each, *where)) is not None)
            if whole is not None and len(parts) == len(pair) and not told.is_summed(parts):
                yield Sum(whole, parts, by_definition="identity")


def _flow(told: _Told) -> Iterator[Claim]:
    """Start and new less closed are the end, where the results table does not say it by itself.

    A table's own numbers are taken before what the text says again.
    """
    for where in told.groups("enrolled_at_end"):
        start, new, closed, end = (told.in_table(figure, *where) for figure in _FLOW)
        if start is None or new is None or closed is None or end is None:
            continue
        flow = Flow(start, new, closed, end)
        if not any(isinstance(each, Flow) and each.end == end for each in told.claims):
            yield flow


def _shares(told: _Told) -> Iterator[Claim]:
    """Shares that are told by themselves, and the share of the completed that got to a result."""
    for address, statement in told.best.statements.items():
        percent = statement.printed
        if percent.unit != "percent" or told.is_shared(percent):
            continue
        part: Printed | None = None
        wholes: tuple[Printed, ...] = ()
        if address.figure == "result_rate" and address.statistic is None:
            part = told.number("closed_to_result", *address.where)
            wholes = _wholes_of_rate(told, address.where)
        elif address.statistic == SHARE and address.where:
            part, whole = (told.best.number(each) for each in _counts_of(address))
            wholes = (whole,) if whole else ()
        if part is not None and wholes:
            yield Share(part, percent, wholes)


def _counts_of(address: Address) -> tuple[Address, Address]:
    part, whole = share_of(replace(address, statistic=None))
    return part, whole


def _wholes_of_rate(told: _Told, where: tuple[tuple[str, str], ...]) -> tuple[Printed, ...]:
    """The completed; the closed too, as some reports count, or where nobody is said to drop out."""
    completed, closed = told.number("completed", *where), told.number("closed", *where)
    dropouts = told.number("dropouts", *where)
    if completed is None and dropouts is not None and dropouts.value:
        return ()
    return tuple(whole for whole in (completed, closed) if whole is not None)
