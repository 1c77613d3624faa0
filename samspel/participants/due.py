"""What is to be done, and when: one line of the day's list.

Each subject offers what its records ask for; the day and the person's page gather it. Rules are
pure and are handed the day.
"""

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, field
from datetime import date, time, timedelta
from typing import TypeAlias
from uuid import UUID

from django.db import models
from django.utils.translation import gettext_lazy as _

from samspel.participants.episode import Episode

LOOK_AHEAD = timedelta(days=14)
"""How long before its day something is told of: time enough to book a meeting."""


class DueKind(models.TextChoices):
    """What is waited for, in the order in which a day's list shows it."""

    SESSION = "session", _("session")
    VISIT = "visit", _("study visit")
    REFERRAL = "referral", _("referral to answer")
    ENROLMENT = "enrolment", _("enrolment to complete")
    FIRST_STEP = "first_step", _("first step")
    TRIAL_ENDS = "trial_ends", _("decision on the trial period")
    NO_ATTENDANCE = "no_attendance", _("has not come")
    FOLLOW_UP = "follow_up", _("follow-up")
    GOAL_STEP = "goal_step", _("step of the plan")
    PLACEMENT = "placement", _("work placement")
    CONSENT_ENDS = "consent_ends", _("consent runs out")
    DRAFT = "draft", _("note to sign")
    CLOSING = "closing", _("closing under way")
    CLOSING_CHECK = "closing_check", _("check after closing")
    IDEA = "idea", _("idea for an activity")
    SUGGESTION = "suggestion", _("suggestion to answer")
    WALL = "wall", _("wall page that closes")
    DECISION = "decision", _("decision to carry out")


@dataclass(frozen=True, slots=True, order=True)
class Due:
    """Something to be done on a day; sorts by that day, then by its kind's place and its text.

    ``text`` says what, without the person's name; ``url`` is where it is done. ``episode_id`` is
    None for what is about no case yet. ``at`` is the time of day of what is booked, in Swedish
    time: one meets somebody then.
    """

    on: date
    place: int
    text: str
    url: str
    kind: DueKind = field(compare=False)
    episode_id: UUID | None = field(default=None, compare=False)
    at: time | None = field(default=None, compare=False)
    who: str = field(default="", compare=False)
    """Who it is about, of what is about no case yet."""

    def is_past(self, today: date) -> bool:
        """Whether the day has gone by."""
        return self.on < today


def due(
    kind: DueKind,
    on: date,
    text: str,
    url: str,
    episode_id: UUID | None = None,
    at: time | None = None,
    who: str = "",
) -> Due:
    """One line of the list, in its kind's place."""
    return Due(on, _PLACES[kind], str(text), url, kind, episode_id, at, who)


_PLACES = {kind: place for place, kind in enumerate(DueKind)}


DueRule: TypeAlias = Callable[[Sequence[Episode], date], Iterable[Due]]
"""What a subject offers: the dues of some open episodes on a day, by one query at most.

The episodes come with team, participant and coach. What lies further ahead than `LOOK_AHEAD` is
left out; what has gone by stays until it is done.
"""
