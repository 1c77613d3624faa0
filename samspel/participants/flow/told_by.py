"""Which figures tell of each stage and of each way between stages: the chart's one table of them.

Each is an address in the catalogue of figures. A way that no figure counts is drawn without a
number: what would be subtracted to get one is counted nowhere.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from django.utils.translation import gettext_lazy as _

from samspel.participants.stage import Stage
from samspel.participants.when import Step


@dataclass(frozen=True, slots=True)
class StageFigures:
    """Who stands in a stage, who came to it in a period, and for how long people were in it."""

    title: Any
    now: str
    came: str = ""
    came_words: Any = ""
    days: str = ""
    days_so_far: str = ""


@dataclass(frozen=True, slots=True)
class EndFigures:
    """Who ended there in a period, and which of them are to be seen by themselves."""

    title: Any
    number: str
    part: str
    part_words: Any


@dataclass(frozen=True, slots=True)
class WayFigures:
    """Who went that way in a period, and the share that they are; ``words`` say who is counted."""

    number: str
    share: str = ""
    words: Any = ""


STAGES: Mapping[Stage, StageFigures] = {
    Stage.STUDY_VISIT: StageFigures(
        _("Study visit"),
        now="at_study_visit_at_end",
        came="visited",
        came_words=_("Came"),
        days="days_from_visit_to_referral.median",
        days_so_far="visit_days_so_far.median",
    ),
    Stage.QUEUE: StageFigures(
        _("Queue"),
        now="in_queue_at_end",
        came="referred",
        came_words=_("Referred"),
        days="queue_days.median",
        days_so_far="queue_days_so_far.median",
    ),
    Stage.TRIAL: StageFigures(
        _("Trial period"),
        now="on_trial_at_end",
        came="newly_enrolled",
        came_words=_("Newly enrolled"),
        days="trial_days.median",
        days_so_far="trial_days_so_far.median",
    ),
    Stage.ACTIVE: StageFigures(
        _("Active"),
        now="active_at_end",
        days="active_days.median",
        days_so_far="active_days_so_far.median",
    ),
    Stage.CLOSING: StageFigures(
        _("Closing"),
        now="closing_at_end",
        days="closing_days.median",
        days_so_far="closing_days_so_far.median",
    ),
}
ENDS: Mapping[Stage, EndFigures] = {
    Stage.CLOSED: EndFigures(_("Closed"), "closed", "closed_to_result", _("to a result")),
    Stage.WITHDRAWN: EndFigures(
        _("Left before enrolment"), "withdrawn", "declined", _("declined by the team")
    ),
}
WAYS: Mapping[tuple[Stage, Step], WayFigures] = {
    (Stage.STUDY_VISIT, Step.REFER): WayFigures("visited_then_referred", "referral_rate"),
    (Stage.STUDY_VISIT, Step.WITHDRAW): WayFigures("withdrawn_before_referral"),
    (Stage.QUEUE, Step.ENROL): WayFigures("referred_then_enrolled", "enrolment_rate"),
    (Stage.QUEUE, Step.WITHDRAW): WayFigures("withdrawn_from_queue"),
    (Stage.TRIAL, Step.DECIDE_TRIAL): WayFigures("trial_passed", "trial_rate"),
    (Stage.TRIAL, Step.CLOSE): WayFigures("dropouts_on_trial", words=_("dropouts")),
    (Stage.ACTIVE, Step.CLOSE): WayFigures("dropouts_after_trial", words=_("dropouts")),
    (Stage.CLOSING, Step.CLOSE): WayFigures("closing_days.n"),
}
STEPS: Mapping[Step, Any] = {
    Step.REFER: _("Enter referral"),
    Step.ENROL: _("Enrol"),
    Step.DECIDE_TRIAL: _("Decide on the trial period"),
    Step.BEGIN_CLOSING: _("Begin the closing"),
    Step.CLOSE: _("Close the case"),
    Step.WITHDRAW: _("Take out of the queue"),
}
"""The steps that lead on, called as on their buttons."""


def title_of(stage: Stage) -> Any:
    """What the chart calls a stage."""
    return STAGES[stage].title if stage in STAGES else ENDS[stage].title
