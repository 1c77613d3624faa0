"""The English title of every key; a team's own key is its own title."""

from collections.abc import Callable, Mapping, Sequence

from samspel.figures.codes import (
    GENDERS,
    INCOME_SOURCES,
    OCCUPATIONS,
    OUTCOMES,
    PLACEHOLDERS,
    REFERRERS,
    WITHDRAWAL_REASONS,
    Code,
    Outcome,
    Referrer,
    WithdrawalReason,
)
from samspel.figures.definitions import COUNTS, MEASURES, SHARES
from samspel.figures.words import noop
from samspel.figures.work_codes import (
    EMPLOYER_KINDS,
    PLACEMENT_OUTCOMES,
    PURPOSES,
    SCORE_CHANGES,
    SINGLE,
    PlacementOutcome,
)

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
}
_TITLES: Mapping[str, Mapping[str, str]] = {
    dimension: {code.code: code.title for code in codes} for dimension, codes in _CODES.items()
}
_PLACEHOLDERS = {code.code: code.title for code in PLACEHOLDERS}


def key_title(dimension: str, key: str) -> str:
    """Title of a key of a dimension, to be translated; bands are written with an en dash."""
    if title := _TITLES.get(dimension, {}).get(key):
        return title
    if key in _PLACEHOLDERS:
        return _PLACEHOLDERS[key]
    return key.replace("-", "–") if dimension == "age_band" else key


def translated_key(dimension: str, key: str, translate: Callable[[str], str]) -> str:
    """Title of a key in the reader's language; bands and a team's own keys stay as they are."""
    title = key_title(dimension, key)
    known = key in _PLACEHOLDERS or key in _TITLES.get(dimension, {})
    return translate(title) if known else title


def figure_title(figure: str) -> str:
    """Title of a count, share or measure, to be translated. Raises ``KeyError`` for no figure."""
    return next(group[figure] for group in (COUNTS, SHARES, MEASURES) if figure in group).title
