"""The enrolment meeting: everything that is gone through there, saved at once or not at all."""

from collections.abc import Mapping
from dataclasses import dataclass, field, fields
from datetime import date, datetime
from typing import Any

from django.core.exceptions import ValidationError
from django.utils.translation import gettext as _

from samspel.accounts.actor import Actor
from samspel.accounts.log import log
from samspel.participants.changing import change_episode
from samspel.participants.checking import check_participant
from samspel.participants.consents.giving import Terms, add_consent
from samspel.participants.consents.meeting import EnrolmentMeeting
from samspel.participants.constraints import saving
from samspel.participants.enrolment import Enrolment, enrol
from samspel.participants.episode import Episode
from samspel.participants.participant import Participant
from samspel.participants.visits.obligation import visit_missing
from samspel.participants.when import Step


@dataclass(frozen=True, slots=True)
class Meeting:
    """What is agreed at the meeting, beside dates and consents."""

    start_group: str = ""
    is_informed: bool = False
    referrer_books_follow_ups: bool = False
    first_step: str = ""
    first_step_on: date | None = None
    without_visit_because: str = ""
    is_despite_intake: bool = False
    is_settled: bool = False


@dataclass(frozen=True, slots=True)
class Checklist:
    """Everything of one meeting. ``particulars`` fill in what was not known of the person."""

    meeting: Meeting
    particulars: Mapping[str, Any] = field(default_factory=dict)
    consents: tuple[Terms, ...] = ()


def enrol_at_meeting(
    *,
    episode: Episode,
    version: int,
    enrolment: Enrolment,
    checklist: Checklist,
    today: date,
    now: datetime,
    by: Actor,
) -> Episode:
    """Enrol somebody with the whole checklist.

    Raises ValidationError, by field, for whatever cannot be saved, and where the team asks for a
    study visit and there was none, unless it is said why; and ChangedMeanwhileError. Nothing is
    then saved.
    """
    with saving(by):
        _fill_in(episode.participant, checklist.particulars, today=today, by=by)
        row = enrol(episode=episode, version=version, enrolment=enrolment, today=today, by=by)
        _refuse_without_visit(row, checklist.meeting)
        keep_meeting(row, checklist.meeting, today=today, by=by)
        for terms in checklist.consents:
            add_consent(row, terms, today=today, now=now, by=by)
    return row


def complete_checklist(
    *,
    episode: Episode,
    version: int,
    values: Mapping[str, Any],
    checklist: Checklist,
    today: date,
    now: datetime,
    by: Actor,
) -> Episode:
    """Fill in what an enrolment lacked: ``values`` are columns of the episode.

    Raises ValidationError and ChangedMeanwhileError; nothing is then saved.
    """
    with saving(by):
        _fill_in(episode.participant, checklist.particulars, today=today, by=by)
        row = change_episode(
            episode, values, version=version, step=Step.CONSENT, act="corrected", today=today, by=by
        )
        keep_meeting(row, checklist.meeting, today=today, by=by)
        for terms in checklist.consents:
            add_consent(row, terms, today=today, now=now, by=by)
    return row


def _fill_in(person: Participant, values: Mapping[str, Any], *, today: date, by: Actor) -> None:
    """Set what was empty; what somebody else filled in meanwhile is not written over."""
    if not any(values.values()):
        return
    row = Participant.objects.select_for_update().select_related("team").get(pk=person.pk)
    taken = {
        name: [_("Somebody else filled this in meanwhile: open the page anew.")]
        for name, value in values.items()
        if value and getattr(row, name) and getattr(row, name) != value
    }
    if taken:
        raise ValidationError(dict(taken))
    before = {name: getattr(row, name) for name in ("identity_number", "birth_date", "gender")}
    for name, value in values.items():
        if value:
            setattr(row, name, value)
    check_participant(row, today=today, by=by)
    changed = sorted(name for name in before if before[name] != getattr(row, name))
    row.version += 1
    row.save()
    row.team.touch()
    log(
        by=by,
        act="corrected",
        subject=f"participant:{row.pk}",
        team_id=row.team_id,
        details={"fields": changed},
    )


def _refuse_without_visit(episode: Episode, meeting: Meeting) -> None:
    if visit_missing(episode) and not meeting.without_visit_because:
        raise ValidationError(
            {
                "without_visit_because": [
                    _(
                        "The team asks for a study visit before the enrolment and none is "
                        "entered: enter the visit first, or say why it is left out."
                    )
                ]
            }
        )


def keep_meeting(episode: Episode, meeting: Meeting, *, today: date, by: Actor) -> None:
    """Save what the meeting agreed, over what was agreed before; the log names the fields."""
    row = EnrolmentMeeting.objects.filter(episode=episode).first()
    is_new = row is None
    if row is None:
        row = EnrolmentMeeting(episode=episode, held_on=today, recorded_by=by.user, version=0)
    values = {each.name: getattr(meeting, each.name) for each in fields(Meeting)}
    changed = sorted(name for name in values if getattr(row, name) != values[name])
    if not changed and not is_new:
        return
    for name in changed:
        setattr(row, name, values[name])
    row.version += 1
    row.save()
    log(
        by=by,
        act="enrolment_gone_through",
        subject=f"episode:{episode.pk}",
        team_id=episode.team_id,
        details={"fields": changed},
    )
