"""The public edition: the same figures, without what could point at a person.

Counts from 1 to under the threshold are printed as ``<5``, and other cells are withheld where such
a count could be worked out from them (``suppression.py``). Shares, means and medians are made
after that, from what is printed, so they cannot tell what the counts do not. The smallest and
largest value of a measure belong to one person each and are never public; neither is anything
broken down in a way that ``relations.py`` does not list.

The counts of one period are protected together with those of all periods before it in the same
rhythm (``rhythm.py``), for what a period ends with the next begins with. Nothing is told of any
other period, but for the wholes since the start: two periods that overlap would tell by their
difference. What is told of a period never depends on what comes after it.

The figures of the way through the team, from visit to closing, and what follows on income and
occupation after it are for those who do the casework: nothing is told of them here.

Means and medians are rounded to the places they are printed with, in their value too: an exact
mean times its number would be an exact sum of somebody's days.
"""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace
from functools import cached_property

from samspel.figures.address import SINCE_START, Address, Where, parse_address, share_of
from samspel.figures.answer import answer
from samspel.figures.bound_counts import Inherited, Suppression
from samspel.figures.codes import NOT_RESULT, OUTCOMES, RESULT
from samspel.figures.compute import Figures
from samspel.figures.definition import MeasureFigure, ShareFigure
from samspel.figures.definitions import MEASURES
from samspel.figures.edition import WHOLES, Detail, Edition, may_be_told
from samspel.figures.period import Period
from samspel.figures.printing import rounded
from samspel.figures.relations import edition
from samspel.figures.rhythm import in_step
from samspel.figures.succession import Before, beginning, follows_others
from samspel.figures.suppression import suppress
from samspel.figures.values import EXTREME, REST, SHARE, SIZE, Value

THRESHOLD = 5
_DETAILS = (
    Detail(),
    Detail(crossed=False),
    Detail(outcomes=False, crossed=False),
    Detail(crossed=False, results_by_gender=False),
)


class PublicFigures:
    """Figures that may be read by anyone; what they withhold they withhold everywhere.

    ``wholes_exact`` prints the sizes of the cohorts in ``edition.WHOLES`` as they are and protects
    what is below them; otherwise a whole is protected like any other count.
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

    @property
    def starts_later(self) -> bool:
        """Whether the team is known to have started after the period."""
        return self.figures.starts_later

    def value(self, address: str) -> Value:
        """The number at any address, marked where it is withheld.

        Of other periods than its own, the edition knows those before it in the same rhythm, and
        the wholes since the start.
        """
        parsed = parse_address(address)
        figures, here = self.figures.at(parsed.period), parsed.here()
        if in_step(self.period, figures.period) and parsed.period != SINCE_START:
            return replace(self.in_step(figures.period).disclosed(here), address=address)
        exact = answer(figures, here)
        told = parsed.period == SINCE_START and self.wholes_exact and str(here) in WHOLES
        return replace(exact if told else _withheld(exact), address=address)

    def in_step(self, period: Period) -> "PublicFigures":
        """The public edition of the same or an earlier period in the same rhythm.

        Raises ``ValueError`` for any other period.
        """
        if not in_step(self.period, period):
            raise ValueError(f"{period} is not in step with {self.period}.")
        if period not in self._others:
            other = PublicFigures(
                self.figures.for_period(period), self.threshold, wholes_exact=self.wholes_exact
            )
            other._others = self._others
            self._others[period] = other
        return self._others[period]

    @cached_property
    def _before(self) -> Before | None:
        """The edition of the period before; none where the period keeps no rhythm."""
        if self.period.whole_months is None:
            return None
        if not follows_others(self.figures):
            return beginning(self.figures)
        return self.in_step(self.period.previous()).for_the_next()

    def for_the_next(self) -> Before:
        """What the edition of the next period goes on from."""
        return Before(*self._chosen)

    def keys(self, cohort: str, dimension: str) -> list[str]:
        """The keys to show in a breakdown; outcomes may be merged to result and not result.

        A key that nobody has is shown where that is withheld, and no key is where nothing is told.
        """
        if not may_be_told(Address(cohort, ((dimension, ""),))):
            return []
        keys = self._edition.keys(cohort, dimension)
        if dimension == "outcome" and not self._edition.detail.outcomes:
            keys = [RESULT, NOT_RESULT]
        cells = {key: self._edition.cell(cohort, ((dimension, key),)) for key in keys}
        values, held = self._edition.counts.values, self._chosen[1]
        return [
            key for key, cell in cells.items() if cell and (values[cell] or held.withholds(cell))
        ]

    @property
    def merges_outcomes(self) -> bool:
        """Whether outcomes are told as result and not result only."""
        return not self._edition.detail.outcomes

    @property
    def merges_outcomes_by_gender(self) -> bool:
        """Whether outcomes by gender are told as result and not result only."""
        return not self._edition.detail.crossed

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
        """The edition that prints the most; among equals the one that tells most of outcomes."""
        choices = [self._attempt(detail) for detail in _DETAILS]
        return max(choices, key=lambda choice: _printed(*choice))

    @property
    def _edition(self) -> Edition:
        return self._chosen[0]

    def _attempt(self, detail: Detail) -> tuple[Edition, Suppression]:
        made = edition(
            self.figures,
            self._before,
            detail=detail,
            wholes_exact=self.wholes_exact,
        )
        if self._earlier is None:
            return made, suppress(made.counts, self.threshold, inherited=self._inherited)
        return made, self._republished(made, self._earlier)

    @cached_property
    def _inherited(self) -> Inherited | None:
        return self._before.told() if self._before else None

    def _republished(self, made: Edition, earlier: Mapping[str, int | None]) -> Suppression:
        """Keep back what was kept back; and if a printed cell must now be, then all that changed.

        A cell that the earlier edition did not have counts as withheld there. Nothing is marked as
        small: a mark that comes or goes would itself tell.
        """
        values = made.counts.values
        kept_back = {cell for cell in values if earlier.get(cell) is None} - made.counts.unseen
        kept_back -= made.counts.open_cells
        first = self._kept_back(made, kept_back)
        if first.others <= kept_back:
            return first
        changed = {cell for cell, value in earlier.items() if value != values.get(cell)}
        kept_back |= changed & set(values) - made.counts.unseen
        return self._kept_back(made, kept_back)

    def _kept_back(self, made: Edition, cells: Iterable[str]) -> Suppression:
        return suppress(
            made.counts,
            self.threshold,
            kept_back=cells,
            say_small=False,
            inherited=self._inherited,
        )

    def disclosed(self, address: Address) -> Value:
        """The number at an address of the edition's own period, marked where it is withheld."""
        exact = answer(self.figures, address)
        definition = address.definition
        if not may_be_told(address):
            return _withheld(exact)
        if isinstance(definition, MeasureFigure):
            return self._measure(address, exact)
        if isinstance(definition, ShareFigure) or address.statistic == SHARE:
            return self._share(address, exact)
        cell = self._edition.cell(address.figure, address.where)
        if cell is None and self._edition.detail.outcomes and _is_of_outcomes(address):
            return self._folded(exact, address.where[0][1].split("+"))
        return self._count(exact, cell)

    def _folded(self, exact: Value, outcomes: Sequence[str]) -> Value:
        """Closed with one of several outcomes: told where each of them is told."""
        told = all(self._is_printed("closed", (("outcome", code),)) for code in outcomes)
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
        if not enough or personal or exact.exact is None:
            return _withheld(exact)
        return replace(exact, exact=rounded(exact))

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
    """What the printed cells that say more than nothing are worth."""
    values, cost = made.counts.values, made.counts.cost
    cells = set(values) - made.counts.unseen
    return sum(cost[cell] for cell in cells if values[cell] and not held.withholds(cell))
