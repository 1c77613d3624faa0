"""Enrolment (inskrivning): the first day of a stay with the team."""

from dataclasses import dataclass
from datetime import date
from decimal import Decimal

from samspel.accounts.actor import Actor
from samspel.accounts.user import User
from samspel.participants.changing import change_episode
from samspel.participants.episode import Episode
from samspel.participants.stage import trial_end
from samspel.participants.when import Step


@dataclass(frozen=True, slots=True)
class Enrolment:
    """What is entered at enrolment; the months are on public support before it."""

    enrolled_on: date
    coach: User | None = None
    income_source: str = ""
    public_support_months: Decimal | None = None
    occupation_before: str = ""
    caseworker_name: str | None = None
    caseworker_email: str | None = None
    """Who has the case at the referrer; None leaves it as it is."""


def enrol(
    *, episode: Episode, version: int, enrolment: Enrolment, today: date, by: Actor
) -> Episode:
    """Enrol someone who is in the queue or came to a study visit.

    The day may lie ahead: until then the episode stays in the queue. The trial period is as long
    as the team's setting says on this day, and stays so when the setting changes. Raises
    ValidationError and ChangedMeanwhileError as `change_episode` does.
    """
    values = {name: getattr(enrolment, name) for name in Enrolment.__dataclass_fields__}
    for name in ("caseworker_name", "caseworker_email"):
        if values[name] is None:
            del values[name]
    values["trial_ends_on"] = trial_end(enrolment.enrolled_on, episode.team.trial_months)
    return change_episode(
        episode, values, version=version, step=Step.ENROL, act="enrolled", today=today, by=by
    )
