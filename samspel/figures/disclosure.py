"""The public edition: the same figures, without what could point at a person.

Counts from 1 to under the threshold are printed as ``<5``, and other cells are withheld where such
a count could be worked out from them (``suppression.py``). Shares, means and medians are made
after that, from what is printed, so they cannot tell what the counts do not. The smallest and
largest value of a measure belong to one person each and are never public; neither is anything
broken down in a way that ``relations.py`` does not list.

The counts of one period are protected together; two periods that overlap are protected each on
its own.
"""

from collections.abc import Mapping, Sequence
from dataclasses import replace
from functools import cached_property

from samspel.figures.address import Address, Where, parse_address, share_of
from samspel.figures.answer import answer
from samspel.figures.codes import NOT_RESULT, OUTCOMES, RESULT
from samspel.figures.compute import Figures
from samspel.figures.definition import MeasureFigure, ShareFigure
from samspel.figures.definitions import MEASURES
from samspel.figures.period import Period
from samspel.figures.relations import Edition, edition
from samspel.figures.suppression import Suppression, suppress
from samspel.figures.values import EXTREME, REST, SHARE, SIZE, Value

THRESHOLD = 5


class PublicFigures:
    """Figures that may be read by anyone; what they withhold they withhold everywhere.

    ``wholes_exact`` prints the size of every cohort as it is and protects what is below it.
    ``earlier`` is ``published()`` of an earlier edition of the same period: nothing it withheld is
    printed, and nothing can be learnt from the difference between the two.
    """

    def __init__(
        self,
        figures: Figures,
        threshold: int = THRESHOLD,
        *,
        wholes_exact: bool = False,
        earlier: Mapping[str, int | None] | None = None,
    ) -> None:
        self.figures = figures
        self.threshold = threshold
        self.wholes_exact = wholes_exact
        self._earlier = earlier
        self._others: dict[Period, PublicFigures] = {figures.period: self}

    @property
    def period(self) -> Period:
        """The period of the figures."""
        return self.figures.period

    @property
    def team(self) -> str | None:
        """The team of the figures."""
        return self.figures.team

    def for_period(self, period: Period) -> "PublicFigures":
        """The public edition of another period."""
        if period not in self._others:
            other = PublicFigures(
                self.figures.for_period(period), self.threshold, wholes_exact=self.wholes_exact
            )
            other._others = self._others
            self._others[period] = other
        return self._others[period]

    def since_start(self) -> "PublicFigures":
        """The public edition of the figures since the team started."""
        return self.for_period(self.figures.since_start().period)

    def value(self, address: str) -> Value:
        """The number at any address, marked where it is withheld."""
        parsed = parse_address(address)
        if parsed.period:
            there = self.for_period(self.figures.at(parsed.period).period)
            return replace(there.value(str(parsed.here())), address=address)
        return replace(self._disclosed(parsed), address=address)

    def keys(self, cohort: str, dimension: str) -> list[str]:
        """The keys to show in a breakdown; outcomes may be merged to result and not result."""
        keys = self.figures.keys(cohort, dimension)
        if dimension != "outcome" or self._edition.outcomes:
            return keys
        exact = {RESULT: 0, NOT_RESULT: 0}
        for key in exact:
            exact[key] = self.figures.size(cohort, (("outcome", key),))
        return [key for key, number in exact.items() if number]

    @property
    def merges_outcomes(self) -> bool:
        """Whether outcomes are told as result and not result only."""
        return not self._edition.outcomes

    @property
    def merges_outcomes_by_gender(self) -> bool:
        """Whether outcomes by gender are told as result and not result only."""
        return not self._edition.crossed

    def published(self) -> dict[str, int | None]:
        """Every cell of the edition, ``None`` where withheld; to be kept with what is published."""
        made, held = self._chosen
        cells = set(made.counts.values) - made.counts.unseen
        return {
            cell: None if held.withholds(cell) else made.counts.values[cell]
            for cell in sorted(cells)
        }

    @cached_property
    def _chosen(self) -> tuple[Edition, Suppression]:
        """The edition that prints the most counts; among equals the one that tells outcomes."""
        choices = [
            self._attempt(outcomes=outcomes, crossed=crossed)
            for outcomes, crossed in ((True, True), (True, False), (False, False))
        ]
        return max(choices, key=lambda choice: _printed(*choice))

    @property
    def _edition(self) -> Edition:
        return self._chosen[0]

    def _attempt(self, *, outcomes: bool, crossed: bool) -> tuple[Edition, Suppression]:
        made = edition(
            self.figures, outcomes=outcomes, crossed=crossed, wholes_exact=self.wholes_exact
        )
        if self._earlier is None:
            return made, suppress(made.counts, self.threshold)
        return made, self._republished(made, self._earlier)

    def _republished(self, made: Edition, earlier: Mapping[str, int | None]) -> Suppression:
        """Keep back what was kept back; and if a printed cell must now be, then all that changed.

        A cell that the earlier edition did not have counts as withheld there. Nothing is marked as
        small: a mark that comes or goes would itself tell.
        """
        values = made.counts.values
        kept_back = {cell for cell in values if earlier.get(cell) is None} - made.counts.unseen
        kept_back -= made.counts.open_cells
        first = suppress(made.counts, self.threshold, kept_back=kept_back, say_small=False)
        if first.others <= kept_back:
            return first
        changed = {cell for cell, value in earlier.items() if value != values.get(cell)}
        kept_back |= changed & set(values) - made.counts.unseen
        return suppress(made.counts, self.threshold, kept_back=kept_back, say_small=False)

    def _disclosed(self, address: Address) -> Value:
        exact = answer(self.figures, address)
        definition = address.definition
        if isinstance(definition, MeasureFigure):
            return self._measure(address, exact)
        if isinstance(definition, ShareFigure) or address.statistic == SHARE:
            return self._share(address, exact)
        cell = self._edition.cell(address.figure, address.where)
        if cell is None and self._edition.outcomes and _is_of_outcomes(address):
            return self._folded(exact, address.where[0][1].split("+"))
        return self._count(exact, cell)

    def _folded(self, exact: Value, outcomes: Sequence[str]) -> Value:
        """Closed with one of several outcomes: told where each that occurs is told.

        An outcome that ``keys`` does not list is known not to occur.
        """
        occurring = set(self.figures.keys("closed", "outcome")) & set(outcomes)
        told = all(self._is_printed("closed", (("outcome", code),)) for code in occurring)
        return exact if told else _withheld(exact)

    def _count(self, exact: Value, cell: str | None) -> Value:
        held = self._chosen[1]
        if cell is not None and not held.withholds(cell):
            return exact
        return _withheld(exact, self.threshold if cell in held.small else None)

    def _is_printed(self, cohort: str, where: Where) -> bool:
        cell = self._edition.cell(cohort, where)
        return cell is not None and not self._chosen[1].withholds(cell)

    def _share(self, address: Address, exact: Value) -> Value:
        definition = address.definition
        if isinstance(definition, ShareFigure):
            part = Address(definition.part, address.where)
            whole = Address(definition.whole, address.where)
        else:
            part, whole = share_of(address)
        if not self._is_printed(whole.figure, whole.where):
            return _withheld(exact)
        if address.statistic == SIZE or exact.whole == 0:
            return exact
        enough = (exact.whole or 0) >= self.threshold
        printed = self._is_printed(part.figure, part.where)
        return exact if printed and enough else _withheld(exact)

    def _measure(self, address: Address, exact: Value) -> Value:
        size = self._count(exact, self._size_cell(address))
        if address.statistic == SIZE:
            return size
        if size.n == 0:
            return exact
        personal = exact.kind in (EXTREME, REST)
        enough = size.n is not None and size.n >= self.threshold
        return exact if enough and not personal else _withheld(exact)

    def _size_cell(self, address: Address) -> str | None:
        """The cell with the n of a measure, where it is told apart from its cohort or not."""
        own = str(Address(address.figure, address.where, SIZE))
        if own in self._edition.counts.values:
            return own
        measure = MEASURES[address.figure]
        if self.figures.distribution(address.figure).n != self.figures.size(measure.cohort):
            return None
        return self._edition.cell(measure.cohort, address.where)


def _is_of_outcomes(address: Address) -> bool:
    """Whether it counts the closed of known outcomes, narrowed by nothing else."""
    if address.figure != "closed" or [dimension for dimension, _ in address.where] != ["outcome"]:
        return False
    return set(address.where[0][1].split("+")) <= {outcome.code for outcome in OUTCOMES}


def _withheld(exact: Value, below: int | None = None) -> Value:
    return replace(exact, exact=None, n=None, part=None, whole=None, withheld=True, below=below)


def _printed(made: Edition, held: Suppression) -> int:
    """Number of printed cells that say more than nothing."""
    cells = set(made.counts.values) - made.counts.unseen
    return sum(made.counts.values[cell] > 0 and not held.withholds(cell) for cell in cells)
