"""The buttons of the person's page: what the stage allows, the likeliest first."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from samspel.participants.episode import Episode
from samspel.participants.participant import Participant
from samspel.participants.stage import Stage
from samspel.participants.when import Step, offered

PLACES: Mapping[Step, tuple[str, Any]] = {
    Step.REFER: ("episode_refer", _("Enter referral")),
    Step.ENROL: ("episode_enrol", _("Enrol")),
    Step.DECIDE_TRIAL: ("trial_decide", _("Decide on the trial period")),
    Step.NOTE: ("note_new", _("Write a note")),
    Step.PLAN: ("plan", _("Plan")),
    Step.FOLLOW_UP: ("follow_ups", _("Follow-ups")),
    Step.ATTEND: ("episode_groups", _("Groups")),
    Step.PLACE: ("placements_of", _("Work placements")),
    Step.SCORE: ("scores_of", _("Scores")),
    Step.CONSENT: ("consents", _("Consents")),
    Step.BEGIN_CLOSING: ("episode_begin_closing", _("Begin the closing")),
    Step.CLOSE: ("episode_close", _("Close the case")),
    Step.STATE: ("statement", _("Closing statement")),
    Step.WITHDRAW: ("episode_withdraw", _("Take out of the queue")),
    Step.CORRECT: ("episode_correct", _("Correct the case")),
}
"""Where each step is taken. A check after the closing is asked for by the list of what is due."""

LIKELIEST: Mapping[Stage, tuple[Step, ...]] = {
    Stage.STUDY_VISIT: (Step.NOTE, Step.REFER, Step.ENROL),
    Stage.QUEUE: (Step.NOTE, Step.ENROL),
    Stage.TRIAL: (Step.NOTE, Step.PLAN, Step.FOLLOW_UP),
    Stage.ACTIVE: (Step.NOTE, Step.PLAN, Step.FOLLOW_UP),
    Stage.CLOSING: (Step.NOTE, Step.STATE, Step.CLOSE),
    Stage.CLOSED: (Step.REFER, Step.STATE),
    Stage.WITHDRAWN: (Step.REFER,),
}
"""The two or three that stand as buttons; the first one stands out."""


@dataclass(frozen=True, slots=True)
class Place:
    """A button or a line of the menu."""

    step: str
    title: Any
    url: str

    @property
    def is_note(self) -> bool:
        """Whether the letter n leads here."""
        return self.step == Step.NOTE


@dataclass(frozen=True, slots=True)
class Acts:
    """What can be done now."""

    buttons: list[Place]
    more: list[Place]


def acts_of(person: Participant, current: Episode | None, stage: Stage | None) -> Acts:
    """The acts that the table of stages allows; of somebody without a case, a referral."""
    if current is None or stage is None:
        url = reverse("episode_refer", args=[person.pk])
        return Acts([Place(Step.REFER, _("Refer"), url)], [])
    allowed = {step: _place(step, current) for step in offered(stage) if step in PLACES}
    first = [step for step in LIKELIEST[stage] if step in allowed]
    rest = [place for step, place in allowed.items() if step not in first]
    if stage == Stage.CLOSED:
        details = reverse("closing_details", args=[current.pk])
        rest.append(Place("closing_details", _("What the closing led to"), details))
    objection = reverse("objection_new", kwargs={"episode_id": current.pk})
    rest.append(Place("object", _("Record an objection"), objection))
    return Acts([allowed[step] for step in first], rest)


def _place(step: Step, episode: Episode) -> Place:
    name, title = PLACES[step]
    if step == Step.REFER:
        again = _("Open a new case")
        url = reverse(name, args=[episode.participant_id])
        return Place(step, title if episode.is_open else again, url)
    return Place(step, title, reverse(name, args=[episode.pk]))
