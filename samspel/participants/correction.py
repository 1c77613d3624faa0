"""Corrections: what was entered wrongly, of the person or of an episode."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from decimal import Decimal

from django.core.exceptions import ValidationError
from django.utils.translation import gettext as _

from samspel.accounts.actor import Actor
from samspel.accounts.log import log
from samspel.accounts.user import User
from samspel.participants.changing import change_episode, locked
from samspel.participants.checking import check_participant
from samspel.participants.constraints import saving
from samspel.participants.episode import Episode
from samspel.participants.participant import Participant
from samspel.participants.registration import Particulars, name_staff
from samspel.participants.stage import trial_end
from samspel.participants.when import Step
from samspel.records.versions import set_values


@dataclass(frozen=True, slots=True)
class EpisodeFacts:
    """Everything that people enter about an episode."""

    case_number: str
    coach: User | None = None
    referred_by: str = ""
    income_source: str = ""
    study_visit_on: date | None = None
    referred_on: date | None = None
    enrolled_on: date | None = None
    trial_ends_on: date | None = None
    closing_begun_on: date | None = None
    closed_on: date | None = None
    withdrawn_on: date | None = None
    withdrawal_reason: str = ""
    outcome: str = ""
    caseworker_name: str = ""
    caseworker_email: str = ""
    occupation_before: str = ""
    occupation_after: str = ""
    income_after: str = ""
    public_support_months: Decimal | None = None


def correct_episode(
    *, episode: Episode, version: int, facts: EpisodeFacts, today: date, by: Actor
) -> Episode:
    """Correct an episode's dates and codes.

    Another day of enrolment moves the trial period with it, unless that is corrected as well.
    Raises ValidationError and ChangedMeanwhileError as `change_episode` does.
    """
    values = {name: getattr(facts, name) for name in EpisodeFacts.__dataclass_fields__}
    if facts.enrolled_on != episode.enrolled_on and facts.trial_ends_on == episode.trial_ends_on:
        values["trial_ends_on"] = facts.enrolled_on and trial_end(
            facts.enrolled_on, episode.team.trial_months
        )
    return change_episode(
        episode, values, version=version, step=Step.CORRECT, act="corrected", today=today, by=by
    )


def correct_participant(
    *, participant: Participant, version: int, particulars: Particulars, today: date, by: Actor
) -> Participant:
    """Correct a person's particulars; the log names the fields, never the values.

    When a protection is set, who sets it and the coaches of the person's open episode are named
    as the staff who may open the case; when it is lifted, nobody needs to be named any more.
    Raises ValidationError and ChangedMeanwhileError.
    """
    values = {name: getattr(particulars, name) for name in Particulars.__dataclass_fields__}
    with saving(by):
        person = locked(participant, version)
        before = {name: getattr(person, name) for name in values}
        set_values(person, values)
        check_participant(person, today=today, by=by)
        changed = [name for name in sorted(before) if before[name] != getattr(person, name)]
        if not changed:
            return person
        person.version += 1
        person.save()
        if "protection" in changed:
            _name_or_release(person, by.user)
        person.team.touch()
        log(
            by=by,
            act="corrected",
            subject=f"participant:{person.pk}",
            team_id=person.team_id,
            details={"fields": changed},
        )
    return person


def _name_or_release(person: Participant, user: User | None) -> None:
    if not person.is_protected:
        person.named_staff.clear()
        return
    coaches = User.objects.filter(episodes__in=person.episodes.filter(closed_on=None))
    name_staff(person, user, *coaches)


def set_named_staff(*, participant: Participant, staff: Iterable[User], by: Actor) -> None:
    """Say who may open the case of a protected person.

    Raises ValidationError when nobody would be left.
    """
    with saving(by):
        person = Participant.objects.select_for_update().get(pk=participant.pk)
        before = set(person.named_staff.values_list("pk", flat=True))
        after = {user.pk: user for user in staff}
        if not after:
            raise ValidationError({"staff": [_("Somebody must be able to open the case.")]})
        if before == set(after):
            return
        person.named_staff.set(after.values())
        person.version += 1
        person.save(update_fields=["version"])
        person.team.touch()
        log(
            by=by,
            act="staff_named",
            subject=f"participant:{person.pk}",
            team_id=person.team_id,
            details={"users": sorted(after)},
        )
