"""The numbers of people behind means: told, or added up from a list of what women and men did."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from decimal import Decimal

from samspel.figures.address import Address
from samspel.figures.codes import OUTCOMES
from samspel.figures.definitions import MEASURES
from samspel.figures.period import Period
from samspel.figures.values import SIZE
from samspel.report.checking.claims import Claim, MeanOfParts, Sum
from samspel.report.checking.printed import Printed
from samspel.report.checking.same_figure import Best, figure_of
from samspel.report.checking.statement import Statement

_RESULTS = tuple(outcome.code for outcome in OUTCOMES if outcome.counts_as_result)
_GENDERS = ("woman", "man")
_FURTHER_GENDERS = ("other", "unknown")
_SURE_FROM = 2
"""So many outcomes must be listed fully by gender before a third is held to be meant so too."""


def with_sizes(
    claims: Sequence[Claim],
    statements: Sequence[Statement],
    period: Period | None,
    *,
    has_further_genders: bool,
) -> Iterator[Claim]:
    """The claims, the means of parts with the sizes that the report tells, and further means.

    A mean whose parts need not be all of it is no claim.
    """
    sizes = _Sizes(statements, period)
    means = [each for each in claims if isinstance(each, MeanOfParts)]
    for each in claims:
        filled = sizes.filled(each) if isinstance(each, MeanOfParts) else each
        if not isinstance(filled, MeanOfParts) or not _is_open(
            filled, has_further_genders=has_further_genders
        ):
            yield filled
    for mean in sizes.further(means):
        if not _is_open(mean, has_further_genders=has_further_genders):
            yield mean


def outcomes_by_gender(
    statements: Sequence[Statement], best: Best, period: Period | None
) -> Iterator[Claim]:
    """What women and men did, listed, makes up each outcome of the results table."""
    listed = _Listed(statements, period)
    complete = []
    for outcome in _RESULTS:
        whole, parts = best.number(Address("closed", (("outcome", outcome),))), listed.of(outcome)
        if whole is not None and parts:
            complete.append((whole, parts, sum(each.value for each in parts) == whole.value))
    fitting = sum(fits for _whole, _parts, fits in complete)
    for whole, parts, _fits in complete:
        yield Sum(whole, parts, sure=fitting >= _SURE_FROM, by_definition="sum")


def _is_open(mean: MeanOfParts, *, has_further_genders: bool) -> bool:
    """Whether somebody may be in the whole who is in none of the parts."""
    is_sized = all(mean.numbers) or any(mean.counted)
    return has_further_genders and not is_sized


class _Listed:
    """Outcomes of women and men as a list tells them, perhaps several lines for one."""

    def __init__(self, statements: Sequence[Statement], period: Period | None) -> None:
        self.numbers: dict[tuple[str, str], dict[tuple[int, int], Printed]] = {}
        for each in statements:
            where = dict(each.address.where)
            if where.keys() != {"gender", "outcome"} or each.exception:
                continue
            address = figure_of(each.address, period)
            if address == Address("closed", address.where):
                listed = self.numbers.setdefault((where["outcome"], where["gender"]), {})
                listed[each.printed.place] = each.printed

    def of(self, outcome: str, *genders: str) -> tuple[Printed, ...]:
        """The numbers of one outcome, in reading order."""
        found: dict[tuple[int, int], Printed] = {}
        for gender in genders or _GENDERS:
            found |= self.numbers.get((outcome, gender), {})
        return tuple(found[place] for place in sorted(found))


class _Sizes:
    """How many people each mean is of."""

    def __init__(self, statements: Sequence[Statement], period: Period | None) -> None:
        self.statements = statements
        self.best = Best.of(statements, period)
        self.listed = _Listed(statements, period)
        self.address_at = {
            each.printed.place: figure_of(each.address, period) for each in statements
        }

    def filled(self, claim: MeanOfParts) -> MeanOfParts:
        """A mean with the sizes of its parts, where the report tells them."""
        whole = self.address_at.get(claim.whole.place)
        parts = [self.address_at.get(part.place) for part in claim.parts]
        if whole is None or None in parts or whole.figure not in MEASURES:
            return claim
        known = [part for part in parts if part is not None]
        return self._sized(claim, whole, known)

    def further(self, known: Iterable[MeanOfParts]) -> Iterator[MeanOfParts]:
        """Means told for all and for each gender in places that no reader has put together."""
        taken = {number.place for mean in known for number in (mean.whole, *mean.parts)}
        for address, statement in self.best.statements.items():
            if address != Address(address.figure, address.where) or address.where:
                continue
            if address.figure not in MEASURES:
                continue
            told = {
                gender: part
                for gender in (*_GENDERS, *_FURTHER_GENDERS)
                if (part := self._best(address, gender)) is not None
            }
            mean, own = statement.printed, [part.printed for part in told.values()]
            in_years = {each.address.in_years for each in (statement, *told.values())}
            free = not any(number.place in taken for number in (mean, *own))
            if told.keys() >= set(_GENDERS) and len(in_years) == 1 and free:
                claim = MeanOfParts(mean, tuple(own), (None,) * len(own), measure=address.figure)
                yield self._sized(claim, address, [_of(address, gender) for gender in told])

    def _sized(self, claim: MeanOfParts, whole: Address, parts: Sequence[Address]) -> MeanOfParts:
        cohort = MEASURES[whole.figure].cohort
        told = [
            number or self._size(cohort, part)
            for number, part in zip(claim.numbers, parts, strict=True)
        ]
        all_of = claim.all_of or self._size(cohort, whole)
        people = self.best.number(Address(cohort, whole.where))
        lacks = all_of is not None and people is not None and all_of.value != people.value
        if lacks and not all(claim.numbers):
            told = list(claim.numbers)
        counted: tuple[tuple[Printed, ...], ...] = ()
        if None in told and not lacks and cohort == "closed_to_result" and not whole.where:
            counted = self._counted(parts, people)
        return replace(
            claim,
            numbers=tuple(told),
            all_of=all_of,
            measure=claim.measure or whole.figure,
            counted=counted,
        )

    def _size(self, cohort: str, mean: Address) -> Printed | None:
        """How many a mean is of: told beside it, else everybody in the cohort."""
        own = self.best.number(replace(mean, statistic=SIZE))
        return own or self.best.number(Address(cohort, mean.where))

    def _counted(
        self, parts: Sequence[Address], people: Printed | None
    ) -> tuple[tuple[Printed, ...], ...]:
        """The outcomes listed for each gender, where together they are everybody."""
        genders = [dict(part.where).get("gender", "") for part in parts]
        if "" in genders or people is None:
            return ()
        counted = tuple(
            tuple(number for outcome in _RESULTS for number in self.listed.of(outcome, gender))
            for gender in genders
        )
        everybody = sum((each.value for one in counted for each in one), Decimal(0))
        return counted if everybody == people.value else ()

    def _best(self, address: Address, gender: str) -> Statement | None:
        return self.best.statements.get(_of(address, gender))


def _of(address: Address, gender: str) -> Address:
    return replace(address, where=(*address.where, ("gender", gender)))
