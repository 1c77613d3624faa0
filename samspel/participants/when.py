"""When something may be done with an episode: what its stage allows.

Who may is decided where the episode is fetched (`visible_to`). Button, form and refusal all ask
this table.
"""

from collections.abc import Mapping
from enum import StrEnum

from django.core.exceptions import ValidationError
from django.utils.translation import gettext_lazy as _

from samspel.participants.stage import ENROLLED_STAGES, Stage


class Step(StrEnum):
    """What a coach does with an episode, in the order in which the buttons stand."""

    REFER = "refer"
    ENROL = "enrol"
    DECIDE_TRIAL = "decide_trial"
    NOTE = "note"
    ATTEND = "attend"
    PLAN = "plan"
    FOLLOW_UP = "follow_up"
    PLACE = "place"
    SCORE = "score"
    CONSENT = "consent"
    BEGIN_CLOSING = "begin_closing"
    CLOSE = "close"
    STATE = "state"
    CHECK = "check"
    WITHDRAW = "withdraw"
    CORRECT = "correct"


_BEFORE = frozenset({Stage.STUDY_VISIT, Stage.QUEUE})
_ENROLLED = frozenset(ENROLLED_STAGES)
_ENDED = frozenset({Stage.CLOSED, Stage.WITHDRAWN})

WHEN_MAY: Mapping[Step, frozenset[Stage]] = {
    Step.REFER: frozenset({Stage.STUDY_VISIT}) | _ENDED,
    Step.ENROL: _BEFORE,
    Step.DECIDE_TRIAL: frozenset({Stage.TRIAL, Stage.ACTIVE}),
    Step.NOTE: frozenset(Stage),
    Step.ATTEND: _ENROLLED,
    Step.PLAN: _ENROLLED,
    Step.FOLLOW_UP: _ENROLLED,
    Step.PLACE: _ENROLLED,
    Step.SCORE: _ENROLLED,
    Step.CONSENT: _BEFORE | _ENROLLED,
    Step.BEGIN_CLOSING: frozenset({Stage.TRIAL, Stage.ACTIVE, Stage.CLOSING}),
    Step.CLOSE: _ENROLLED,
    Step.STATE: frozenset({Stage.ACTIVE, Stage.CLOSING, Stage.CLOSED}),
    Step.CHECK: frozenset({Stage.CLOSED}),
    Step.WITHDRAW: _BEFORE,
    Step.CORRECT: frozenset(Stage),
}

LEADS_TO: Mapping[Step, Stage] = {
    Step.REFER: Stage.QUEUE,
    Step.ENROL: Stage.TRIAL,
    Step.DECIDE_TRIAL: Stage.ACTIVE,
    Step.BEGIN_CLOSING: Stage.CLOSING,
    Step.CLOSE: Stage.CLOSED,
    Step.WITHDRAW: Stage.WITHDRAWN,
}
"""The steps that move an episode on; the others leave it in its stage."""

NOT_NOW = {
    Step.REFER: _("The person already has a referral that is open."),
    Step.ENROL: _("Only someone in the queue or at the study visit can be enrolled."),
    Step.DECIDE_TRIAL: _("Only of someone who is or has been on trial it can be decided."),
    Step.NOTE: _("Nothing can be noted now."),
    Step.ATTEND: _("Only someone who is enrolled can come."),
    Step.PLAN: _("Only someone who is enrolled has a plan."),
    Step.FOLLOW_UP: _("Only of someone who is enrolled there are follow-ups."),
    Step.PLACE: _("Only someone who is enrolled can have a work placement."),
    Step.SCORE: _("Only of someone who is enrolled scores are recorded."),
    Step.CONSENT: _("The case has ended, and with it the consents."),
    Step.BEGIN_CLOSING: _("Only someone who is enrolled can be closed."),
    Step.CLOSE: _("Only someone who is enrolled can be closed."),
    Step.STATE: _("The closing statement is written when the trial period is over."),
    Step.CHECK: _("Only someone who has been closed can be asked how it went."),
    Step.WITHDRAW: _("Only someone who has not been enrolled can be withdrawn."),
    Step.CORRECT: _("The case cannot be corrected now."),
}


def may(step: Step, stage: Stage) -> bool:
    """Whether an episode in ``stage`` can take ``step``."""
    return stage in WHEN_MAY[step]


def offered(stage: Stage) -> list[Step]:
    """The steps that an episode in ``stage`` can take, in the order of the buttons."""
    return [step for step in Step if may(step, stage)]


def require(step: Step, stage: Stage) -> None:
    """Raise ValidationError with the reason where the stage does not allow the step."""
    if not may(step, stage):
        raise ValidationError(NOT_NOW[step], code="not_now")


def transitions() -> list[tuple[Stage, Step, Stage]]:
    """Every way on from a stage: what the flow charts in the product and in the docs draw.

    A step that leads to where the episode is already is no way on, and an ended case begins
    anew as another episode.
    """
    return [
        (stage, step, LEADS_TO[step])
        for stage in Stage
        if stage not in _ENDED
        for step in offered(stage)
        if step in LEADS_TO and LEADS_TO[step] != stage
    ]
