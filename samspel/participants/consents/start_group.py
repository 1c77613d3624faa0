"""Enrolling several persons who begin together: all of them, or nobody."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from datetime import date, datetime
from uuid import UUID

from django.core.exceptions import ValidationError
from django.utils.translation import gettext as _

from samspel.accounts.actor import Actor
from samspel.accounts.user import User
from samspel.participants.consents.enrolling import (
    Checklist,
    Meeting,
    enrol_at_meeting,
)
from samspel.participants.constraints import saving
from samspel.participants.enrolment import Enrolment
from samspel.participants.episode import Episode
from samspel.participants.visits.obligation import visit_missing
from samspel.records.versions import ChangedMeanwhileError

MOST = 50
"""As many as a page of the queue shows."""


@dataclass(frozen=True, slots=True)
class Beginner:
    """One of the group: the case, its version as the writer saw it, and who becomes coach."""

    episode: Episode
    version: int
    coach: User | None


class GroupRefusedError(Exception):
    """Nobody was enrolled; ``sentences`` say why not, by the episode's id."""

    def __init__(self, sentences: Mapping[UUID, list[str]]) -> None:
        super().__init__("the start group was refused")
        self.sentences = sentences


def enrol_start_group(
    *,
    beginners: Iterable[Beginner],
    enrolled_on: date,
    meeting: Meeting,
    today: date,
    now: datetime,
    by: Actor,
) -> list[Episode]:
    """Enrol everybody of a start group on one day; consents are entered one by one afterwards.

    Raises GroupRefusedError with what hinders each of those who cannot be enrolled; nothing is
    then saved of anybody. Whoever sends the same again finds the cases changed.
    """
    done: list[Episode] = []
    refused: dict[UUID, list[str]] = {}
    with saving(by):
        # In one order whoever locks, so that two groups never wait for each other.
        for each in sorted(beginners, key=lambda beginner: beginner.episode.pk):
            try:
                done.append(_enrol_one(each, enrolled_on, meeting, today, now, by))
            except ValidationError as error:
                refused[each.episode.pk] = error.messages
            except ChangedMeanwhileError:
                refused[each.episode.pk] = [_changed_meanwhile()]
        if refused:
            raise GroupRefusedError(refused)
    return done


def _changed_meanwhile() -> str:
    return _("Somebody saved the case meanwhile: open the group anew from the queue.")


def _enrol_one(
    one: Beginner, enrolled_on: date, meeting: Meeting, today: date, now: datetime, by: Actor
) -> Episode:
    """Enrol one of the group; what was known of the person already stays."""
    episode = one.episode
    kept = {
        name: getattr(episode, name)
        for name in ("income_source", "occupation_before", "public_support_months")
    }
    return enrol_at_meeting(
        episode=episode,
        version=one.version,
        enrolment=Enrolment(enrolled_on, coach=one.coach or episode.coach, **kept),
        checklist=Checklist(_for_one(meeting, episode)),
        today=today,
        now=now,
        by=by,
    )


def _for_one(meeting: Meeting, episode: Episode) -> Meeting:
    """A reason for leaving out the study visit belongs only where there was none."""
    return meeting if visit_missing(episode) else replace(meeting, without_visit_because="")
