"""The codes that events carry: how somebody was present, and where a placement was and led."""

from dataclasses import dataclass

from samspel.figures.codes import Code
from samspel.figures.words import noop

CAME = ("present", "digital")
"""Who took part, there or digitally, came; who was excused or absent did not."""

SINGLE = "single"
"""The key of a session that belongs to no group."""

OUTCOME_RATING = "ors"
"""The form whose scores tell how somebody fares."""


@dataclass(frozen=True, slots=True)
class PlacementOutcome:
    """What a placement led to; the flag is the only place that says what counts as work."""

    code: str
    title: str
    is_work: bool = False


EMPLOYER_KINDS = (
    Code("private", noop("Private company")),
    Code("municipal", noop("Municipality")),
    Code("cooperative", noop("Co-operative or social enterprise")),
    Code("non_profit", noop("Non-profit organisation")),
    Code("state_or_region", noop("State or region")),
)

PURPOSES = (
    Code("routine", noop("Getting into routines")),
    Code("hours", noop("Building up hours")),
    Code("exploring", noop("Exploring a kind of work")),
    Code("clarifying", noop("Clarifying work ability")),
    Code("employment", noop("Towards employment")),
)

PLACEMENT_OUTCOMES = (
    PlacementOutcome("work", noop("Employment without subsidy"), is_work=True),
    PlacementOutcome("subsidised_work", noop("Employment with subsidy"), is_work=True),
    PlacementOutcome("studies", noop("Studies")),
    PlacementOutcome("elsewhere", noop("Continued at another workplace")),
    PlacementOutcome("clarified", noop("Work ability clarified")),
    PlacementOutcome("purpose_reached", noop("Purpose reached, nothing agreed yet")),
    PlacementOutcome("broken_off", noop("Broken off before its end")),
)

SCORE_CHANGES = (
    Code("recovered", noop("Recovered")),
    Code("improved", noop("Improved")),
    Code("unchanged", noop("Unchanged")),
    Code("deteriorated", noop("Deteriorated")),
)
"""What became of a score, as `score_change.py` tells."""


def work_codes() -> tuple[str, ...]:
    """Codes of the outcomes of a placement that are work, in their own order."""
    return tuple(outcome.code for outcome in PLACEMENT_OUTCOMES if outcome.is_work)


EMPLOYED_OTHERWISE = (
    Code("host", noop("The host")),
    Code("borrowed", noop("Another team")),
    Code("hired", noop("Hired service")),
)
"""Where staff come from whom no agency lends."""
