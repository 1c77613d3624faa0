"""Every relation that a reader could use on the counts of a public edition."""

from samspel.figures.address import Address, Where
from samspel.figures.codes import NOT_RESULT, dropout_codes, result_codes
from samspel.figures.compute import Figures
from samspel.figures.contract import BROKEN_DOWN_BY
from samspel.figures.definitions import PUBLIC_COHORTS, PUBLIC_MEASURES
from samspel.figures.edition import COSTS, WHOLES, Detail, Edition
from samspel.figures.succession import CARRIED, QUEUE_AT_START, Before

TWO_WAY = (("newly_enrolled", "gender", "age_band"), ("closed_to_result", "gender", "age_band"))
SIDES_OF_END = "enrolled_at_end_30_or_over"
WITHOUT_RESULT = "completed_without_result"
MISSING = "missing"
LEFT_QUEUE = "left_queue"
# Where one of these is missing among those enrolled, all that closes later is known to be others.
TWO_SIDES = ("woman", "man")


def edition(
    figures: Figures,
    before: Before | None,
    *,
    detail: Detail,
    wholes_exact: bool,
) -> Edition:
    """All cells and relations of a public edition of the figures.

    ``before`` is the period before, ``None`` where nothing is known of it.
    """
    made = Edition(figures, detail, _every_gender(figures, before))
    for where in made.everyone_and_each():
        _identities(made, where)
    _measures(made)
    _genders(made)
    _guard(made)
    _breakdowns(made)
    _every_outcome(made)
    if before:
        _carried(made, before)
    if not detail.results_by_gender:
        made.counts.unseen |= {name for name in made.counts.values if _is_result_of_gender(name)}
    if wholes_exact:
        made.counts.open_cells |= {*WHOLES, QUEUE_AT_START}
    return made


def _is_result_of_gender(name: str) -> bool:
    figure, *rest = name.split(".")
    cohort = PUBLIC_MEASURES[figure].cohort if figure in PUBLIC_MEASURES else figure
    tells_results = cohort in ("completed", "dropouts", "closed_to_result") or "outcome" in rest
    return "gender" in rest and tells_results


def _every_gender(figures: Figures, before: Before | None) -> tuple[str, ...]:
    found = {key for cohort in PUBLIC_COHORTS for key in figures.keys(cohort, "gender")}
    earlier = before.made.genders if before else ()
    return tuple(sorted({*found, *earlier, *TWO_SIDES}))


def _known_at_start(made: Edition, before: Before) -> set[str]:
    """The cells of the start that hold nobody because nobody of the kind was there before."""
    earlier = before.made.everyone_and_each()
    fresh = [where for where in made.everyone_and_each() if where not in earlier]
    return {str(Address(name, where)) for name in CARRIED.values() for where in fresh}


def _carried(made: Edition, before: Before) -> None:
    """Who waits at the end waited at the start or was referred; the others have left the queue."""
    values = made.counts.values
    whole, *genders = made.everyone_and_each()
    for where in (whole, *genders):
        waited = before.made.counts.values.get(str(Address("in_queue_at_end", where)), 0)
        start = made.put(str(Address(QUEUE_AT_START, where)), waited, seen=False)
        came, waits = made.add("referred", where), made.add("in_queue_at_end", where)
        left = str(Address(LEFT_QUEUE, where))
        made.put(left, waited + values[came] - values[waits], seen=False)
        made.counts.slack.add(left)
        made.relate([start, came], [waits, left])
    for rest in (QUEUE_AT_START, LEFT_QUEUE):
        made.relate([rest], [str(Address(rest, where)) for where in genders])
    made.counts.open_cells |= _known_at_start(made, before)


def _guard(made: Edition) -> None:
    """Women and men are told apart only where there are enough of both to be told.

    Those at the end are known for good: what the next periods tell is told beside them.
    """
    values = made.counts.values
    for cohort in CARRIED:
        sides = {str(Address(cohort, (("gender", gender),))) for gender in TWO_SIDES}
        if values[cohort] and any(values[side] == 0 for side in sides):
            made.counts.guarded |= sides


def _genders(made: Edition) -> None:
    """The genders add up to the whole, in every cohort and in what is left of it."""
    whole, *genders = made.everyone_and_each()
    for cohort in PUBLIC_COHORTS:
        made.relate([made.add(cohort, whole)], [made.add(cohort, where) for where in genders])
    for rest in (SIDES_OF_END, WITHOUT_RESULT):
        made.relate([rest], [str(Address(rest, where)) for where in genders])
    for measure in PUBLIC_MEASURES:
        parts = [_sized(made, measure, where) for where in genders]
        made.relate([_sized(made, measure, whole)], parts)


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


def _measures(made: Edition) -> None:
    """How many each mean is over, and how many of its cohort have no value.

    That few have none tells nothing of them, so nobody needs to be kept from knowing it.
    """
    values = made.counts.values
    for measure, figure in PUBLIC_MEASURES.items():
        for where in made.everyone_and_each():
            name, cohort = _sized(made, measure, where), made.add(figure.cohort, where)
            if name == cohort:
                continue
            rest = made.put(f"{name}.{MISSING}", values[cohort] - values[name], seen=False)
            made.counts.slack.add(rest)
            made.relate([cohort], [name, rest])


def _sized(made: Edition, measure: str, where: Where) -> str:
    """The cell with a mean's n: that of its cohort when everybody in it has a value."""
    cohort = PUBLIC_MEASURES[measure].cohort
    if made.figures.distribution(measure).n == made.figures.size(cohort):
        return made.add(cohort, where)
    name = str(Address(measure, where, "n"))
    if name not in made.counts.values:
        made.put(name, made.figures.distribution(measure, where).n, cost=COSTS[len(where)])
    return name


def _breakdowns(made: Edition) -> None:
    for cohort, dimensions in BROKEN_DOWN_BY.items():
        for dimension in set(dimensions) - {"gender", "outcome"}:
            keys = made.keys(cohort, dimension)
            parts = [made.add(cohort, ((dimension, key),)) for key in keys]
            made.relate([made.add(cohort, ())], parts)
    for cohort, first, second in TWO_WAY:
        _two_way(made, cohort, first, second)


def _every_outcome(made: Edition) -> None:
    if made.detail.outcomes:
        _outcomes(made, ())
    if made.detail.outcomes and made.detail.crossed:
        _two_way(made, "closed", "gender", "outcome")
        for where in made.everyone_and_each()[1:]:
            _outcomes(made, where)


def _outcomes(made: Edition, where: Where) -> None:
    """The outcomes add up to the closed, to the results and to the dropouts."""
    keys = made.keys("closed", "outcome")
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
    rows = [((first, key),) for key in made.keys(cohort, first)]
    columns = [((second, key),) for key in made.keys(cohort, second)]
    for row in rows:
        made.relate([made.add(cohort, row)], [made.add(cohort, (*row, *col)) for col in columns])
    for column in columns:
        made.relate([made.add(cohort, column)], [made.add(cohort, (*row, *column)) for row in rows])
