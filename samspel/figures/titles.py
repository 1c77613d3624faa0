"""The English title of every key; a team's own key is its own title."""

from collections.abc import Callable, Mapping, Sequence

from samspel.figures.codes import (
    GENDERS,
    INCOME_SOURCES,
    OCCUPATIONS,
    OUTCOMES,
    PLACEHOLDERS,
    REFERRERS,
    UNKNOWN,
    WITHDRAWAL_REASONS,
    Code,
    Outcome,
    Referrer,
    WithdrawalReason,
)
from samspel.figures.definitions import COUNTS, MEASURES, RATIOS, RESOURCES, SHARES
from samspel.figures.partners import PARTNER_KINDS
from samspel.figures.steering import SEAT_KINDS
from samspel.figures.words import noop
from samspel.figures.work_codes import (
    EMPLOYED_OTHERWISE,
    EMPLOYER_KINDS,
    PLACEMENT_OUTCOMES,
    PURPOSES,
    SCORE_CHANGES,
    SINGLE,
    PlacementOutcome,
)
from samspel.figures.working_method_rows import STAFF_SESSION_KINDS

ALL = noop("All")

_CODES: Mapping[str, Sequence[Code | Referrer | Outcome | WithdrawalReason | PlacementOutcome]] = {
    "gender": GENDERS,
    "referred_by": REFERRERS,
    "income_source": INCOME_SOURCES,
    "outcome": OUTCOMES,
    "withdrawal_reason": WITHDRAWAL_REASONS,
    "occupation_before": OCCUPATIONS,
    "occupation_after": OCCUPATIONS,
    "income_after": INCOME_SOURCES,
    "group": (Code(SINGLE, noop("Single activities")),),
    "employer_kind": EMPLOYER_KINDS,
    "purpose": PURPOSES,
    "led_to": PLACEMENT_OUTCOMES,
    "score_change": SCORE_CHANGES,
    "partner_kind": PARTNER_KINDS,
    "staff_session_kind": STAFF_SESSION_KINDS,
    "seat_kind": SEAT_KINDS,
    "agency": EMPLOYED_OTHERWISE,
}
_TITLES: Mapping[str, Mapping[str, str]] = {
    dimension: {code.code: code.title for code in codes} for dimension, codes in _CODES.items()
}
NAMED_BY_TEAM = (
    *("group_kind", "group", "session"),
    *("agency", "meeting_kind", "staff_role", "position", "budget_line", "funder"),
)
"""Breakdowns whose keys are the team's own words."""

_PLACEHOLDERS = {code.code: code.title for code in PLACEHOLDERS}


def key_title(dimension: str, key: str) -> str:
    """Title of a key of a dimension, to be translated; bands are written with an en dash."""
    if title := _TITLES.get(dimension, {}).get(key):
        return title
    if _is_placeholder(dimension, key):
        return _PLACEHOLDERS[key]
    return key.replace("-", "–") if dimension == "age_band" else key


def _is_placeholder(dimension: str, key: str) -> bool:
    """A team may call a kind of group what stands for something else in other breakdowns."""
    return key in _PLACEHOLDERS and (dimension not in NAMED_BY_TEAM or key == UNKNOWN)


def translated_key(dimension: str, key: str, translate: Callable[[str], str]) -> str:
    """Title of a key in the reader's language; bands and a team's own keys stay as they are."""
    title = key_title(dimension, key)
    known = _is_placeholder(dimension, key) or key in _TITLES.get(dimension, {})
    return translate(title) if known else title


def figure_title(figure: str) -> str:
    """Title of a figure, to be translated. Raises ``KeyError`` for no figure."""
    return next(
        group[figure] for group in (COUNTS, SHARES, MEASURES, RESOURCES, RATIOS) if figure in group
    ).title
