"""Somebody came: the visit begins the case, so that every figure follows from it."""

from dataclasses import dataclass
from datetime import date

from django.core.exceptions import ValidationError
from django.utils.translation import gettext as _

from samspel.accounts.actor import Actor
from samspel.accounts.log import log
from samspel.accounts.user import User
from samspel.participants.case_numbers import next_reference
from samspel.participants.changing import change_episode
from samspel.participants.constraints import saving
from samspel.participants.episode import Episode
from samspel.participants.participant import Participant
from samspel.participants.referral import Beginning, begin_episode, refer_again
from samspel.participants.registration import Particulars, register
from samspel.participants.visits.booking import locked, require_awaited
from samspel.participants.visits.visit import Began, Came, Visit
from samspel.participants.when import Step


@dataclass(frozen=True, slots=True)
class Presence:
    """Who was there beside the person, and who in the team takes care of the case."""

    caseworker: bool | None = None
    coach: User | None = None


def came_as_new(
    *,
    visit: Visit,
    particulars: Particulars,
    is_another_person: bool = False,
    presence: Presence,
    today: date,
    by: Actor,
) -> Visit:
    """Register who came. Raises PossibleDuplicatesError and ValidationError as `register`."""
    with saving(by):
        row = _to_be_marked(visit, today)
        person = register(
            team=row.team,
            particulars=particulars,
            beginning=_beginning(row, presence),
            is_another_person=is_another_person,
            today=today,
            by=by,
        )
        return _mark(row, person.episodes.get(), Began.PERSON, presence, by=by)


def came_without_name(*, visit: Visit, presence: Presence, today: date, by: Actor) -> Visit:
    """Begin a case of somebody who does not give a name: known by a reference only.

    The name can be entered when there is one, as a correction.
    """
    with saving(by):
        row = _to_be_marked(visit, today)
        row.team.touch()  # locks the team's row: numbers are given one at a time
        person = Participant(team=row.team, reference=next_reference(row.team, today))
        person.save(force_insert=True)
        subject = f"participant:{person.pk}"
        log(by=by, act="registered", subject=subject, team_id=row.team_id)
        episode = begin_episode(person, _beginning(row, presence), today=today, by=by)
        return _mark(row, episode, Began.PERSON, presence, by=by)


def came_again(
    *, visit: Visit, participant: Participant, presence: Presence, today: date, by: Actor
) -> Visit:
    """Enter the visit of a person whom the team has already.

    In a case that waits for its enrolment the visit's day is entered, unless there is one; where
    every case has ended a new one begins. ``participant`` is one whom ``by`` may see, with team.
    Raises ValidationError for somebody who is enrolled.
    """
    with saving(by):
        row = _to_be_marked(visit, today)
        if participant.team_id != row.team_id:
            raise ValidationError(_("The person belongs to another team."))
        row.team.touch()
        current = participant.episodes.select_related("team", "participant").filter(
            closed_on=None, withdrawn_on=None
        )
        episode = current.first()
        began: Began | None = Began.EPISODE
        if episode is None:
            beginning = _beginning(row, presence)
            episode = refer_again(participant=participant, beginning=beginning, today=today, by=by)
        else:
            episode, has_entered = _enter_day(episode, row.on, today=today, by=by)
            began = Began.DATE if has_entered else None
        return _mark(row, episode, began, presence, by=by)


def require_day(visit: Visit, today: date) -> None:
    """Raise ValidationError where it cannot be entered yet, or any more, who came."""
    require_awaited(visit)
    if visit.on > today:
        raise ValidationError(_("The day of the visit has not come yet."))


def _to_be_marked(visit: Visit, today: date) -> Visit:
    row = locked(visit)
    require_day(row, today)
    return row


def _beginning(visit: Visit, presence: Presence) -> Beginning:
    return Beginning(
        study_visit_on=visit.on,
        referred_by=visit.referred_by,
        caseworker_name=visit.caseworker_name,
        caseworker_email=visit.caseworker_email,
        coach=presence.coach,
    )


def _enter_day(episode: Episode, on: date, *, today: date, by: Actor) -> tuple[Episode, bool]:
    """The episode with the visit's day, and whether it was entered now."""
    if episode.enrolled_on is not None:
        raise ValidationError(
            _("The person is enrolled already: a study visit comes before the enrolment.")
        )
    if episode.study_visit_on is not None:
        return episode, False
    changed = change_episode(
        episode,
        {"study_visit_on": on},
        version=episode.version,
        step=Step.CORRECT,
        act="study_visit_entered",
        today=today,
        by=by,
    )
    return changed, True


def _mark(
    visit: Visit, episode: Episode, began: Began | None, presence: Presence, *, by: Actor
) -> Visit:
    """The name is the person's from now on, so that its protection is theirs too."""
    visit.came, visit.episode, visit.began = Came.CAME, episode, began or ""
    visit.caseworker_was_present = presence.caseworker
    visit.given_name = visit.family_name = ""
    visit.version += 1
    visit.save()
    log(by=by, act="visit_came", subject=f"visit:{visit.pk}", team_id=visit.team_id)
    return visit
