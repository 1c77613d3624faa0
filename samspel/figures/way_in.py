"""The way in: who came for a visit, who was referred and enrolled, and who left before that.

What has not come by the last day of the period had not happened then.
"""

from collections.abc import Sequence

import narwhals as nw

from samspel.figures.codes import OUTCOMES, Outcome, declined_codes
from samspel.figures.cohorts import by, referred, within
from samspel.figures.definition import CohortFigure, ShareFigure
from samspel.figures.period import Period
from samspel.figures.words import noop


def visited(period: Period, outcomes: Sequence[Outcome] = OUTCOMES) -> nw.Expr:
    """Study visit on a day of the period."""
    del outcomes
    return within("study_visit_on", period)


def visited_then_referred(period: Period, outcomes: Sequence[Outcome] = OUTCOMES) -> nw.Expr:
    """Of those who visited in the period: referred by its last day."""
    return visited(period, outcomes) & by("referred_on", period.end)


def referred_then_enrolled(period: Period, outcomes: Sequence[Outcome] = OUTCOMES) -> nw.Expr:
    """Of those referred in the period: enrolled by its last day."""
    return referred(period, outcomes) & by("enrolled_on", period.end)


def withdrawn(period: Period, outcomes: Sequence[Outcome] = OUTCOMES) -> nw.Expr:
    """Withdrawn on a day of the period, never enrolled by then."""
    del outcomes
    return within("withdrawn_on", period) & ~by("enrolled_on", period.end)


def withdrawn_before_referral(period: Period, outcomes: Sequence[Outcome] = OUTCOMES) -> nw.Expr:
    """Withdrawn in the period without having been referred."""
    return withdrawn(period, outcomes) & ~by("referred_on", period.end)


def withdrawn_from_queue(period: Period, outcomes: Sequence[Outcome] = OUTCOMES) -> nw.Expr:
    """Withdrawn in the period after the referral."""
    return withdrawn(period, outcomes) & by("referred_on", period.end)


def declined(period: Period, outcomes: Sequence[Outcome] = OUTCOMES) -> nw.Expr:
    """Withdrawn in the period because the team declined; the reason's own flag says so."""
    by_team = nw.col("withdrawal_reason").is_in(list(declined_codes()))
    return withdrawn(period, outcomes) & by_team.fill_null(value=False)


def at_study_visit_at_end(period: Period, outcomes: Sequence[Outcome] = OUTCOMES) -> nw.Expr:
    """Visited by the last day, and neither referred, enrolled, withdrawn nor closed by then."""
    del outcomes
    end = period.end
    gone = by("enrolled_on", end) | by("withdrawn_on", end) | by("closed_on", end)
    return by("study_visit_on", end) & ~by("referred_on", end) & ~gone


WAY_IN_COHORTS = (
    CohortFigure(
        key="visited",
        title=noop("Study visits"),
        text=noop("Came for a study visit on a day of the period."),
        expression=visited,
    ),
    CohortFigure(
        key="visited_then_referred",
        title=noop("Referred after their visit"),
        text=noop(
            "Came for a study visit in the period and had been referred by its last day, "
            "before or after the visit."
        ),
        expression=visited_then_referred,
        part_of="visited",
    ),
    CohortFigure(
        key="referred_then_enrolled",
        title=noop("Enrolled after their referral"),
        text=noop("Referred in the period and enrolled by its last day."),
        expression=referred_then_enrolled,
        part_of="referred",
    ),
    CohortFigure(
        key="withdrawn",
        title=noop("Left before enrolment"),
        text=noop(
            "Left on a day of the period without being enrolled: "
            "declined, or did not want to or could not come."
        ),
        expression=withdrawn,
    ),
    CohortFigure(
        key="withdrawn_before_referral",
        title=noop("Left before a referral"),
        text=noop("Left in the period without being enrolled, and had not been referred."),
        expression=withdrawn_before_referral,
        part_of="withdrawn",
    ),
    CohortFigure(
        key="withdrawn_from_queue",
        title=noop("Left the queue"),
        text=noop("Left in the period without being enrolled, after the referral."),
        expression=withdrawn_from_queue,
        part_of="withdrawn",
    ),
    CohortFigure(
        key="declined",
        title=noop("Declined by the team"),
        text=noop(
            "Left in the period without being enrolled, for a reason that is the team's: outside "
            "the target group, needs other help first, or no room."
        ),
        expression=declined,
        part_of="withdrawn",
    ),
    CohortFigure(
        key="at_study_visit_at_end",
        title=noop("Between visit and referral at the end"),
        text=noop(
            "Came for a study visit on or before the last day of the period, and neither "
            "referred, enrolled, withdrawn nor closed by that day."
        ),
        expression=at_study_visit_at_end,
    ),
)

WAY_IN_SHARES = (
    ShareFigure(
        key="referral_rate",
        title=noop("From visit to referral"),
        text=noop(
            "Those referred by the end of the period as a share of those who came for a study "
            "visit in it."
        ),
        part="visited_then_referred",
        whole="visited",
    ),
    ShareFigure(
        key="enrolment_rate",
        title=noop("From referral to enrolment"),
        text=noop(
            "Those enrolled by the end of the period as a share of those referred in it. "
            "Who still waits is not among the enrolled."
        ),
        part="referred_then_enrolled",
        whole="referred",
    ),
)
