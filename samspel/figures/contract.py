"""The JSON object that scripts rely on: codes as keys, numbers unrounded, no data as null."""

from collections.abc import Mapping
from typing import Any

from samspel.figures.definitions import (
    MEASURES,
    PUBLIC_COHORTS,
    PUBLIC_SHARES,
    RATIOS,
    RESOURCES,
)
from samspel.figures.period import rolling_years
from samspel.figures.printing import percent
from samspel.figures.reading import Reader
from samspel.figures.resources import TeamFigures
from samspel.figures.values import EXTREME, Share, Value

ALWAYS = {"gender": ("woman", "man")}

BROKEN_DOWN_BY: Mapping[str, tuple[str, ...]] = {
    "newly_enrolled": ("gender", "age_band", "referred_by", "income_source"),
    "referred": ("gender", "referred_by"),
    "closed": ("gender", "outcome"),
    "closed_to_result": ("gender", "outcome", "age_band"),
}
_MEAN_AND_MEDIAN = ("mean", "median")
STATISTICS: Mapping[str, tuple[str, ...]] = {
    "throughput_months": _MEAN_AND_MEDIAN,
    "public_support_months": _MEAN_AND_MEDIAN,
    "age_at_closing": _MEAN_AND_MEDIAN,
    "age_at_end": ("mean", "youngest", "oldest"),
    "queue_days": _MEAN_AND_MEDIAN,
}


def contract(figures: Reader) -> dict[str, Any]:
    """The whole object, ready for ``json.dumps``.

    ``team`` is the team's name, ``period`` ISO days. In ``by``, women and men are always there and
    other keys when they occur. What the public edition withholds is null and ``"withheld": true``.
    ``resources`` has what is known of staff, meetings and money.
    """
    period = figures.period
    return {
        "team": figures.team,
        "period": {"start": period.start.isoformat(), "end": period.end.isoformat()},
        "counts": {cohort: _count(figures, cohort) for cohort in PUBLIC_COHORTS},
        "shares": {share: _share(figures.value(share)) for share in PUBLIC_SHARES},
        "means": {measure: _mean(figures, measure) for measure in STATISTICS},
        "series": {"throughput_months": _series(figures)},
        "resources": _resources(figures),
    }


def _resources(figures: Reader) -> dict[str, Any]:
    """What is on record of staff, meetings, seats and money, in kronor; of a file nothing."""
    if not isinstance(figures, TeamFigures):
        return {}
    found = {key: figures.value(key) for key in (*RESOURCES, *RATIOS)}
    return {key: _float(value) for key, value in found.items() if value.exact is not None}


def _number(value: Value) -> dict[str, Any]:
    return {"n": None, "withheld": True} if value.withheld else {"n": value.n}


def _count(figures: Reader, cohort: str) -> dict[str, Any]:
    def by(dimension: str) -> dict[str, Any]:
        addresses = {
            key: f"{cohort}.{dimension}.{key}" for key in _keys(figures, cohort, dimension)
        }
        return {key: _number(figures.value(at))["n"] for key, at in addresses.items()}

    dimensions = BROKEN_DOWN_BY.get(cohort, ("gender",))
    broken_down = {dimension: by(dimension) for dimension in dimensions}
    return {**_number(figures.value(cohort)), "by": broken_down}


def _keys(figures: Reader, cohort: str, dimension: str) -> list[str]:
    always = ALWAYS.get(dimension, ())
    occurring = figures.keys(cohort, dimension)
    return [*always, *(key for key in occurring if key not in always)]


def _share(value: Value) -> dict[str, Any]:
    if value.withheld or value.part is None or value.whole is None:
        return {"part": None, "whole": None, "percent": None, "withheld": True}
    share = Share(value.part, value.whole)
    return {"part": share.part, "whole": share.whole, "percent": percent(share)}


def _mean(figures: Reader, measure: str) -> dict[str, Any]:
    found = {name: _float(figures.value(f"{measure}.{name}")) for name in STATISTICS[measure]}
    genders = _keys(figures, MEASURES[measure].cohort, "gender")
    by = {gender: _mean_and_n(figures, f"{measure}.gender.{gender}") for gender in genders}
    return {**found, **_number(figures.value(f"{measure}.n")), "by": {"gender": by}}


def _mean_and_n(figures: Reader, address: str) -> dict[str, Any]:
    return {"mean": _float(figures.value(address)), **_number(figures.value(f"{address}.n"))}


def _float(value: Value) -> float | None:
    """Unrounded; an age in completed years stays a whole number."""
    if value.exact is None:
        return None
    whole_years = value.kind == EXTREME and value.exact.denominator == 1
    return int(value.exact) if whole_years else float(value.exact)


def _series(figures: Reader) -> list[dict[str, Any]]:
    points = []
    for window in rolling_years(figures.period.end):
        mean = figures.value(f"throughput_months@{window}")
        size = figures.value(f"throughput_months.n@{window}")
        points.append({"period": str(window), "mean": _float(mean), **_number(size)})
    return points
