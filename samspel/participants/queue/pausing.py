"""Pausing a team's intake, changing a pause, and ending it. The pauses that were stay."""

from dataclasses import dataclass
from datetime import date

from django.core.exceptions import ValidationError
from django.utils.translation import gettext as _

from samspel.accounts.actor import Actor
from samspel.accounts.log import log
from samspel.organisation.team import Team
from samspel.participants.constraints import broken_constraints, saving
from samspel.participants.plausible import AHEAD, FIRST_DAY
from samspel.participants.queue.intake_pause import IntakePause

FIELDS = ("first_on", "last_on", "reason")


@dataclass(frozen=True, slots=True)
class Pause:
    """From the first day to the last, or until it is ended; and why."""

    first_on: date
    reason: str
    last_on: date | None = None


def pause_intake(*, team: Team, pause: Pause, today: date, by: Actor) -> IntakePause:
    """Pause the intake of a team. Raises ValidationError with what is wrong, by field."""
    with saving(by):
        Team.objects.select_for_update().get(pk=team.pk)
        row = IntakePause(team=team)
        _set(row, pause, today)
        row.save(force_insert=True)
        _tell("intake_paused", row, list(FIELDS), by)
    return row


def change_pause(
    *, row: IntakePause, version: int, pause: Pause, today: date, by: Actor
) -> IntakePause:
    """Change a pause: its days or its reason; to end it is to give it a last day.

    Raises ValidationError with what is wrong, or when somebody else changed it meanwhile.
    """
    with saving(by):
        Team.objects.select_for_update().get(pk=row.team_id)
        stands = IntakePause.objects.select_for_update().select_related("team").get(pk=row.pk)
        if stands.version != version:
            raise ValidationError(_("Somebody else changed the pause meanwhile: look first."))
        changed = [name for name in FIELDS if getattr(stands, name) != getattr(pause, name)]
        if not changed:
            return stands
        ends = changed == ["last_on"] and pause.last_on is not None
        _set(stands, pause, today)
        stands.version += 1
        stands.save()
        _tell("intake_pause_ended" if ends else "intake_pause_changed", stands, changed, by)
    return stands


def _set(row: IntakePause, pause: Pause, today: date) -> None:
    for name in FIELDS:
        setattr(row, name, getattr(pause, name))
    faults = broken_constraints(row)
    for name in ("first_on", "last_on"):
        day = getattr(row, name)
        if day is not None and not FIRST_DAY <= day <= today + AHEAD:
            faults[name] = [_("Check the year: the date is too long ago or too far ahead.")]
    if not faults and _overlaps(row):
        faults["first_on"] = [_("The intake is paused already in those days.")]
    if faults:
        raise ValidationError(dict(faults))


def _overlaps(row: IntakePause) -> bool:
    last = row.last_on or date.max
    others = IntakePause.objects.filter(team=row.team, first_on__lte=last).exclude(pk=row.pk)
    return any((each.last_on or date.max) >= row.first_on for each in others)


def _tell(act: str, row: IntakePause, fields: list[str], by: Actor) -> None:
    details = {"fields": fields}
    log(by=by, act=act, subject=f"team:{row.team_id}", team_id=row.team_id, details=details)
