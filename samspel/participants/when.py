"""When something may be done with an episode: what its stage allows.

Who may is decided where the episode is fetched (`visible_to`). Button, form and refusal all ask
this table.
"""

from collections.abc import Mapping
from enum import StrEnum

from django.core.exceptions import ValidationError
from django.utils.translation import gettext_lazy as _

from samspel.participants.stage import Stage


class Step(StrEnum):
    """What a coach does with an episode, in the order in which the buttons stand."""

    REFER = "refer"
    ENROL = "enrol"
    CLOSE = "close"
    WITHDRAW = "withdraw"
    CORRECT = "correct"


WHEN_MAY: Mapping[Step, frozenset[Stage]] = {
    Step.REFER: frozenset({Stage.STUDY_VISIT, Stage.CLOSED, Stage.WITHDRAWN}),
    Step.ENROL: frozenset({Stage.STUDY_VISIT, Stage.QUEUE}),
    Step.CLOSE: frozenset({Stage.TRIAL, Stage.ACTIVE}),
    Step.WITHDRAW: frozenset({Stage.STUDY_VISIT, Stage.QUEUE}),
    Step.CORRECT: frozenset(Stage),
}

NOT_NOW = {
    Step.REFER: _("The person already has a referral that is open."),
    Step.ENROL: _("Only someone in the queue or at the study visit can be enrolled."),
    Step.CLOSE: _("Only someone who is enrolled can be closed."),
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
