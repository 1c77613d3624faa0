"""Referral (uppdrag): how an episode begins, for a new person or for one who comes back."""

from dataclasses import dataclass
from datetime import date

from django.core.exceptions import ValidationError
from django.utils.translation import gettext as _

from samspel.accounts.actor import Actor
from samspel.accounts.log import log
from samspel.accounts.user import User
from samspel.participants.case_numbers import next_case_number
from samspel.participants.changing import change_episode
from samspel.participants.checking import check_episode
from samspel.participants.constraints import saving
from samspel.participants.episode import Episode, newest_first
from samspel.participants.participant import Participant
from samspel.participants.when import Step, require


@dataclass(frozen=True, slots=True)
class Beginning:
    """How an episode begins, as entered; without a case number the team's next one is given."""

    study_visit_on: date | None = None
    referred_on: date | None = None
    referred_by: str = ""
    caseworker_name: str = ""
    caseworker_email: str = ""
    coach: User | None = None
    case_number: str = ""


def refer_again(
    *, participant: Participant, beginning: Beginning, today: date, by: Actor
) -> Episode:
    """Begin another episode of someone whose earlier ones have ended.

    Raises ValidationError when one is still open or a date makes no sense.
    """
    with saving(by):
        participant.team.touch()
        for episode in participant.episodes.select_related("team"):
            require(Step.REFER, episode.stage(today))
        return begin_episode(participant, beginning, today=today, by=by)


def record_referral(
    *, episode: Episode, version: int, beginning: Beginning, today: date, by: Actor
) -> Episode:
    """Enter the referral that follows on a study visit; the case keeps its number.

    Raises ValidationError and ChangedMeanwhileError as `change_episode` does.
    """
    _require_referrer(beginning)
    names = (
        "study_visit_on",
        "referred_on",
        "referred_by",
        "caseworker_name",
        "caseworker_email",
        "coach",
    )
    values = {name: getattr(beginning, name) for name in names}
    return change_episode(
        episode, values, version=version, step=Step.REFER, act="referred", today=today, by=by
    )


def begin_episode(
    participant: Participant, beginning: Beginning, *, today: date, by: Actor
) -> Episode:
    """Save the first dates of an episode, inside the caller's transaction and lock of the team."""
    _require_referrer(beginning)
    number = beginning.case_number or next_case_number(participant.team, today)
    values = {name: getattr(beginning, name) for name in Beginning.__dataclass_fields__}
    episode = Episode(
        participant=participant, team=participant.team, **values | {"case_number": number}
    )
    check_episode(episode, values, today=today, by=by)
    episode.save(force_insert=True)
    log(
        by=by,
        act="referred" if beginning.referred_on else "study_visit_entered",
        subject=f"episode:{episode.pk}",
        team_id=participant.team_id,
    )
    return episode


def _require_referrer(beginning: Beginning) -> None:
    if beginning.referred_on is not None and not beginning.referred_by:
        raise ValidationError({"referred_by": [_("Say who sent the referral.")]})
    if beginning.referred_on is None and beginning.study_visit_on is None:
        raise ValidationError(
            {"referred_on": [_("Enter the date of the referral or of the study visit.")]}
        )


def waiting_for_referral(participant: Participant) -> Episode | None:
    """The open episode that waits for its referral, if the person has one."""
    episodes = newest_first(participant.episodes.select_related("team"))
    current = episodes[0] if episodes else None
    waits = current is not None and current.is_open and current.referred_on is None
    return current if waits and current and current.enrolled_on is None else None
