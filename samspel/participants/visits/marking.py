"""What became of a visit when nobody came, and taking back what was entered by mistake."""

from datetime import date, datetime

from django.core.exceptions import ValidationError
from django.db import IntegrityError, router, transaction
from django.db.models.deletion import Collector, ProtectedError, RestrictedError
from django.utils import timezone
from django.utils.translation import gettext as _

from samspel.accounts.actor import Actor
from samspel.accounts.log import log
from samspel.participants.changing import change_episode
from samspel.participants.constraints import saving
from samspel.participants.episode import Episode
from samspel.participants.participant import Participant
from samspel.participants.visits.booking import locked, require_awaited, tell_of_booking
from samspel.participants.visits.occasions import ChosenTime
from samspel.participants.visits.places import take_place, taken
from samspel.participants.visits.visit import Began, Came, Visit
from samspel.participants.when import Step


def nobody_came(*, visit: Visit, now: datetime, by: Actor) -> Visit:
    """Enter that the person did not come. Raises ValidationError before the visit's time."""
    with saving(by):
        row = locked(visit)
        if row.came == Came.ABSENT:
            return row
        require_awaited(row)
        if row.starts_at > now:
            raise ValidationError(_("The visit has not begun yet: cancel it instead."))
        row.came = Came.ABSENT
        row.version += 1
        row.save()
        log(by=by, act="visit_absent", subject=f"visit:{row.pk}", team_id=row.team_id)
    return row


def undo(*, visit: Visit, now: datetime, by: Actor) -> Visit:
    """Take back what was entered of a visit, with the case that it began.

    A caseworker who was told that the visit is cancelled is told that it is booked. Raises
    ValidationError when something followed on it, or when the place of a cancelled visit is taken.
    """
    with saving(by):
        row = locked(visit)
        if row.is_awaited:
            return row
        was_cancelled = row.came == Came.CANCELLED
        if was_cancelled:
            take_place(row, ChosenTime(row.starts_at, row.place, row.standing_time_id))
        episode, began = row.episode, row.began
        if episode is not None:
            _give_back_name(row, episode)
        row.episode, row.began, row.came = None, "", ""
        row.caseworker_was_present = None
        row.version += 1
        _save(row)
        if episode is not None:
            _take_back(episode, began, row.on, today=timezone.localdate(now), by=by)
        if was_cancelled:
            tell_of_booking(row, now=now, by=by)
        log(by=by, act="visit_undone", subject=f"visit:{row.pk}", team_id=row.team_id)
    return row


def _save(visit: Visit) -> None:
    try:
        with transaction.atomic():
            visit.save()
    except IntegrityError as error:
        raise taken() from error


def _give_back_name(visit: Visit, episode: Episode) -> None:
    """The name stands with the person since they came; a protected one goes into no list."""
    person = episode.participant
    if not person.is_protected:
        visit.given_name, visit.family_name = person.given_name, person.family_name


def _take_back(episode: Episode, began: str, on: date, *, today: date, by: Actor) -> None:
    if began == Began.DATE:
        _take_back_date(episode, on, today=today, by=by)
    elif began in (Began.EPISODE, Began.PERSON):
        person = episode.participant
        _remove(episode)
        if began == Began.PERSON:
            _remove(person)
        person.team.touch()


def _take_back_date(episode: Episode, on: date, *, today: date, by: Actor) -> None:
    if episode.study_visit_on != on or episode.enrolled_on or not episode.is_open:
        raise _followed()
    change_episode(
        episode,
        {"study_visit_on": None},
        version=episode.version,
        step=Step.CORRECT,
        act="corrected",
        today=today,
        by=by,
    )


def _remove(row: Episode | Participant) -> None:
    """Delete what this visit made, as long as nobody has changed it or hung anything on it."""
    if row.version != 1 or _something_hangs_on(row):
        raise _followed()
    row.delete()


def _something_hangs_on(row: Episode | Participant) -> bool:
    collector = Collector(using=router.db_for_write(type(row), instance=row))
    named = type(row) is Participant and Participant.named_staff.through
    try:
        collector.collect([row])
    except (ProtectedError, RestrictedError):
        return True
    others = [model for model in collector.data if model not in (type(row), named)]
    return bool(others) or any(
        found.exists() for found in collector.fast_deletes if found.model is not named
    )


def _followed() -> ValidationError:
    return ValidationError(
        _("Something has been entered in the case since: correct the case instead.")
    )
