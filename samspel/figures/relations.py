"""The counts that a public edition prints, and every relation a reader could use on them."""

from collections.abc import Iterable
from dataclasses import dataclass, field

from samspel.figures.address import Address, Where
from samspel.figures.codes import NOT_RESULT, OPEN, RESULT, dropout_codes, result_codes
from samspel.figures.compute import Figures
from samspel.figures.contract import BROKEN_DOWN_BY
from samspel.figures.definitions import COHORTS, MEASURES
from samspel.figures.suppression import Counts, Relation

TWO_WAY = (("newly_enrolled", "gender", "age_band"), ("closed_to_result", "gender", "age_band"))
# Withholding a whole costs most, a cell of a two-way table least.
COSTS = (60, 15, 5)
CLOSED = ("closed", "completed", "closed_to_result", "dropouts")
SIDES_OF_END = "enrolled_at_end_30_or_over"
WITHOUT_RESULT = "completed_without_result"
MISSING = "missing"


@dataclass(slots=True)
class Edition:
    """The counts as a table of cells, and how much of the outcomes is told.

    ``outcomes`` is whether outcomes are told at all, or only result and not result; ``crossed``
    whether they are told by gender too.
    """

    figures: Figures
    outcomes: bool
    crossed: bool
    counts: Counts = field(default_factory=lambda: Counts({}, []))

    def cell(self, cohort: str, where: Where) -> str | None:
        """The cell that holds a count, ``None`` when the edition has no such cell."""
        name = cell_name(self.figures, cohort, where)
        return name if name in self.counts.values else None

    def add(self, cohort: str, where: Where, *, seen: bool = True) -> str:
        """Put a count among the cells; returns its name."""
        name = cell_name(self.figures, cohort, where)
        if name not in self.counts.values:
            value = self.figures.size(cohort, where)
            self.put(name, value, cost=COSTS[len(where)], seen=seen)
        return name

    def put(self, name: str, value: int, *, cost: int = 0, seen: bool = True) -> str:
        """Put a number among the cells under a name of its own."""
        self.counts.values[name] = value
        self.counts.cost[name] = cost
        if not seen:
            self.counts.unseen.add(name)
        return name

    def relate(self, whole: Iterable[str], parts: Iterable[str]) -> None:
        """State that the cells of ``whole`` and of ``parts`` have the same sum."""
        relation: dict[str, int] = {}
        for sign, names in ((1, whole), (-1, parts)):
            for name in names:
                relation[name] = relation.get(name, 0) + sign
        stated: Relation = {name: sign for name, sign in relation.items() if sign}
        if stated:
            self.counts.relations.append(stated)


def cell_name(figures: Figures, cohort: str, where: Where) -> str:
    """One name for one number: a result's outcome is the same cell in every cohort around it."""
    keys = dict(where)
    outcome = keys.get("outcome")
    if cohort in CLOSED and outcome == RESULT:
        del keys["outcome"]
        cohort = "closed_to_result"
    elif cohort in CLOSED and outcome is not None and outcome != NOT_RESULT:
        results, lost = result_codes(figures.outcomes), dropout_codes(figures.outcomes)
        holds = {
            "closed": outcome != OPEN,
            "completed": outcome not in lost,
            "dropouts": outcome in lost,
            "closed_to_result": outcome in results,
        }
        cohort = "closed" if holds[cohort] else cohort
    return str(Address(cohort, tuple(sorted(keys.items()))))


def edition(figures: Figures, *, outcomes: bool, crossed: bool, wholes_exact: bool) -> Edition:
    """All cells and relations of a public edition of the figures."""
    made = Edition(figures, outcomes, crossed)
    genders: list[Where] = [(("gender", key),) for key in _keys(figures, COHORTS, "gender")]
    for where in ((), *genders):
        _identities(made, where)
        _measures(made, where)
    _genders(made, genders)
    _breakdowns(made)
    for cohort, first, second in TWO_WAY:
        _two_way(made, cohort, first, second)
    if outcomes:
        _outcomes(made, ())
    if outcomes and crossed:
        _two_way(made, "closed", "gender", "outcome")
        for where in genders:
            _outcomes(made, where)
    if wholes_exact:
        made.counts.open_cells |= {name for name in made.counts.values if _is_whole(name)}
        _open_what_follows(made.counts)
    return made


def _open_what_follows(counts: Counts) -> None:
    """What known wholes give away by themselves cannot be protected, and is known with them."""
    closed = False
    while not closed:
        closed = True
        for relation in counts.relations:
            unknown = [cell for cell in relation if cell not in counts.open_cells]
            unknown = [cell for cell in unknown if counts.values[cell]]
            if len(unknown) == 1:
                counts.open_cells.add(unknown[0])
                closed = False


def _genders(made: Edition, genders: list[Where]) -> None:
    """The genders add up to the whole, in every cohort and in what is left of it."""
    for cohort in COHORTS:
        made.relate([made.add(cohort, ())], [made.add(cohort, where) for where in genders])
    for rest in (SIDES_OF_END, WITHOUT_RESULT):
        made.relate([rest], [str(Address(rest, where)) for where in genders])
    for measure in MEASURES:
        parts = [_sized(made, measure, where) for where in genders]
        made.relate([_sized(made, measure, ())], parts)


def _is_whole(name: str) -> bool:
    rest = name.partition(".")[2]
    return rest in ("", "n", f"outcome.{NOT_RESULT}")


def _keys(figures: Figures, cohorts: Iterable[str], dimension: str) -> list[str]:
    found: dict[str, None] = {}
    for cohort in cohorts:
        found.update(dict.fromkeys(figures.keys(cohort, dimension)))
    return list(found)


def _identities(made: Edition, where: Where) -> None:
    """What always holds between the cohorts, for everyone and for each gender alike."""
    start, new, closed, end, worked, dropouts, completed, result, young = (
        made.add(cohort, where)
        for cohort in (
            "enrolled_at_start",
            "newly_enrolled",
            "closed",
            "enrolled_at_end",
            "worked_with",
            "dropouts",
            "completed",
            "closed_to_result",
            "enrolled_at_end_under_30",
        )
    )
    old = _rest(made, SIDES_OF_END, where, end, young)
    unsuccessful = _rest(made, WITHOUT_RESULT, where, completed, result)
    not_result = made.add("closed", (*where, ("outcome", NOT_RESULT)))
    made.relate([start, new], [closed, end])
    made.relate([worked], [start, new])
    made.relate([closed], [dropouts, completed])
    made.relate([end], [young, old])
    made.relate([completed], [result, unsuccessful])
    made.relate([not_result], [dropouts, unsuccessful])
    made.relate([closed], [result, not_result])


def _rest(made: Edition, name: str, where: Where, whole: str, part: str) -> str:
    """The cell nobody prints that is left of a whole when a printed part is taken away."""
    values = made.counts.values
    return made.put(str(Address(name, where)), values[whole] - values[part], seen=False)


def _measures(made: Edition, where: Where) -> None:
    """How many each mean is over, and how many of its cohort have no value."""
    for measure, figure in MEASURES.items():
        name, cohort = _sized(made, measure, where), made.add(figure.cohort, where)
        if name == cohort:
            continue
        missing = made.counts.values[cohort] - made.counts.values[name]
        rest = made.put(f"{name}.{MISSING}", missing, seen=False)
        made.counts.open_cells.add(rest)
        made.relate([cohort], [name, rest])


def _sized(made: Edition, measure: str, where: Where) -> str:
    """The cell with a mean's n: that of its cohort when everybody in it has a value."""
    cohort = MEASURES[measure].cohort
    if made.figures.distribution(measure).n == made.figures.size(cohort):
        return made.add(cohort, where)
    name = str(Address(measure, where, "n"))
    if name not in made.counts.values:
        made.put(name, made.figures.distribution(measure, where).n, cost=COSTS[len(where)])
    return name


def _breakdowns(made: Edition) -> None:
    for cohort, dimensions in BROKEN_DOWN_BY.items():
        for dimension in set(dimensions) - {"gender", "outcome"}:
            keys = made.figures.keys(cohort, dimension)
            parts = [made.add(cohort, ((dimension, key),)) for key in keys]
            made.relate([made.add(cohort, ())], parts)


def _outcomes(made: Edition, where: Where) -> None:
    """The outcomes add up to the closed, to the results and to the dropouts."""
    keys = made.figures.keys("closed", "outcome")
    cells = {key: made.add("closed", (*where, ("outcome", key))) for key in keys}
    results, lost = (
        result_codes(made.figures.outcomes),
        dropout_codes(made.figures.outcomes),
    )
    made.relate([made.add("closed", where)], cells.values())
    made.relate(
        [made.add("closed_to_result", where)],
        [cell for key, cell in cells.items() if key in results],
    )
    made.relate(
        [made.add("closed", (*where, ("outcome", NOT_RESULT)))],
        [cell for key, cell in cells.items() if key not in results],
    )
    made.relate([made.add("dropouts", where)], [cell for key, cell in cells.items() if key in lost])


def _two_way(made: Edition, cohort: str, first: str, second: str) -> None:
    rows = [((first, key),) for key in _keys(made.figures, COHORTS, first)]
    columns = [((second, key),) for key in made.figures.keys(cohort, second)]
    for row in rows:
        made.relate([made.add(cohort, row)], [made.add(cohort, (*row, *col)) for col in columns])
    for column in columns:
        made.relate([made.add(cohort, column)], [made.add(cohort, (*row, *column)) for row in rows])
