"""What a cohort can be broken down by: each dimension's key for an episode.

Every episode has exactly one key in every dimension, so a breakdown always adds up.
"""

from collections.abc import Callable, Mapping, Sequence
from typing import Protocol

import narwhals as nw

from samspel.figures.bands import AgeBand
from samspel.figures.codes import (
    GENDERS,
    INCOME_SOURCES,
    NOT_WITHDRAWN,
    OCCUPATIONS,
    OPEN,
    OUTCOMES,
    OUTSIDE,
    REFERRERS,
    UNKNOWN,
    WITHDRAWAL_REASONS,
    Outcome,
)
from samspel.figures.period import Period
from samspel.figures.work_codes import (
    EMPLOYER_KINDS,
    PLACEMENT_OUTCOMES,
    PURPOSES,
    SCORE_CHANGES,
)

Dimension = Callable[[Period, Sequence[AgeBand]], nw.Expr]


def _stated(column: str) -> Dimension:
    def key(period: Period, bands: Sequence[AgeBand]) -> nw.Expr:
        del period, bands
        return nw.col(column).fill_null(UNKNOWN)

    return key


def _known_when(column: str, day: str, otherwise: str) -> Dimension:
    """What is stated when something happens: as known on the last day of the period."""

    def key(period: Period, bands: Sequence[AgeBand]) -> nw.Expr:
        del bands
        not_yet = nw.col(day).is_null() | (nw.col(day) > period.end)
        stated = nw.col(column).fill_null(UNKNOWN)
        return nw.when(not_yet).then(nw.lit(otherwise)).otherwise(stated)

    return key


def _age_band(period: Period, bands: Sequence[AgeBand]) -> nw.Expr:
    """Band of the completed years at enrolment.

    Unknown without a birth date, and for who was not enrolled by the last day: a later enrolment
    must not change what was known then.
    """
    age = nw.col("age_at_enrolment")
    not_yet = nw.col("enrolled_on").is_null() | (nw.col("enrolled_on") > period.end)
    key: nw.Expr = nw.lit(OUTSIDE)
    for band in bands:
        within = age >= band.low if band.high is None else age.is_between(band.low, band.high)
        key = nw.when(within).then(nw.lit(band.key)).otherwise(key)
    return nw.when(not_yet | age.is_null()).then(nw.lit(UNKNOWN)).otherwise(key)


DIMENSIONS: Mapping[str, Dimension] = {
    "gender": _stated("gender"),
    "age_band": _age_band,
    "referred_by": _stated("referred_by"),
    "income_source": _stated("income_source"),
    "coach": _stated("coach"),
    "outcome": _known_when("outcome", "closed_on", OPEN),
    "withdrawal_reason": _known_when("withdrawal_reason", "withdrawn_on", NOT_WITHDRAWN),
    "occupation_before": _stated("occupation_before"),
    "occupation_after": _known_when("occupation_after", "closed_on", OPEN),
    "income_after": _known_when("income_after", "closed_on", OPEN),
}


def canonical_order(
    dimension: str, bands: Sequence[AgeBand], outcomes: Sequence[Outcome] = OUTCOMES
) -> tuple[str, ...]:
    """Known keys of a dimension in the order they are shown; a coach has no order of its own."""
    occupations, incomes = _codes(OCCUPATIONS), _codes(INCOME_SOURCES)
    orders: dict[str, tuple[str, ...]] = {
        "gender": _codes(GENDERS),
        "age_band": (*(band.key for band in bands), OUTSIDE),
        "referred_by": _codes(REFERRERS),
        "income_source": incomes,
        "outcome": (*_codes(outcomes), OPEN),
        "withdrawal_reason": (*_codes(WITHDRAWAL_REASONS), NOT_WITHDRAWN),
        "occupation_before": occupations,
        "occupation_after": (*occupations, OPEN),
        "income_after": (*incomes, OPEN),
        "employer_kind": _codes(EMPLOYER_KINDS),
        "purpose": _codes(PURPOSES),
        "led_to": _codes(PLACEMENT_OUTCOMES),
        "score_change": _codes(SCORE_CHANGES),
    }
    return orders.get(dimension, ())


class _Coded(Protocol):
    @property
    def code(self) -> str: ...


def _codes(known: Sequence[_Coded]) -> tuple[str, ...]:
    return tuple(each.code for each in known)


def in_order(keys: Sequence[str], order: Sequence[str]) -> list[str]:
    """Sort keys: the known ones in their order, a team's own after them, unknown last."""
    place = {key: number for number, key in enumerate(order)}
    return sorted(keys, key=lambda key: (key == UNKNOWN, place.get(key, len(place)), key))
