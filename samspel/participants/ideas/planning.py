"""Entering planning days, what was raised on them, and what became of it."""

from collections.abc import Mapping
from datetime import date, timedelta
from typing import Any

from django.core.exceptions import ValidationError
from django.db.models import Max
from django.utils.translation import gettext as _

from samspel.accounts.actor import Actor
from samspel.accounts.log import log
from samspel.organisation.team import Team
from samspel.participants.constraints import broken_constraints, saving
from samspel.participants.ideas.planning_day import PlanningDay, Raised
from samspel.participants.plausible import FIRST_DAY
from samspel.records.versions import must_be, set_values

FARTHEST = timedelta(days=366)
MOST_RAISED = 200


def enter_day(*, team: Team, values: Mapping[str, Any], today: date, by: Actor) -> PlanningDay:
    """A planning day that was held or is to come. Raises ValidationError with every fault."""
    with saving(by):
        row = PlanningDay(team=team)
        set_values(row, values)
        _check_day(row, today)
        row.save(force_insert=True)
        team.touch()
        _tell("planning_day_entered", row, by)
    return row


def change_day(
    *, day: PlanningDay, version: int, values: Mapping[str, Any], today: date, by: Actor
) -> PlanningDay:
    """Change a planning day. Raises ValidationError, and ChangedMeanwhileError."""
    with saving(by):
        found = PlanningDay.objects.select_for_update(of=("self",)).select_related("team")
        row = found.get(pk=day.pk)
        must_be(version, row)
        changed = set_values(row, values)
        if not changed:
            return row
        _check_day(row, today)
        row.version += 1
        row.save()
        row.team.touch()
        _tell("planning_day_changed", row, by, fields=changed)
    return row


def _check_day(row: PlanningDay, today: date) -> None:
    faults: dict[str, list[str]] = {}
    if row.on < FIRST_DAY:
        faults["on"] = [_("Check the year: the date is before 1990.")]
    elif row.on > today + FARTHEST:
        faults["on"] = [_("Check the year: it is more than a year ahead.")]
    if faults := faults or broken_constraints(row):
        raise ValidationError(dict(faults))


def enter_raised(*, day: PlanningDay, text: str, by: Actor) -> Raised:
    """Something that was raised on the day. The same text again is the same.

    Raises ValidationError where there is an unlikely number of them.
    """
    with saving(by):
        found = PlanningDay.objects.select_for_update(of=("self",)).select_related("team")
        locked = found.get(pk=day.pk)
        known = Raised.objects.filter(day=locked, text=text).first()
        if known is not None:
            return known
        last = Raised.objects.filter(day=locked).aggregate(last=Max("place"))["last"] or 0
        if last >= MOST_RAISED:
            raise ValidationError(_("So many ideas of one day are more than can be followed up."))
        row = Raised(day=locked, text=text, place=last + 1)
        if faults := broken_constraints(row):
            raise ValidationError(faults)
        row.save(force_insert=True)
        locked.team.touch()
        _tell("planning_idea_entered", locked, by)
    return row


def change_raised(*, raised: Raised, version: int, values: Mapping[str, Any], by: Actor) -> Raised:
    """Say what became of something that was raised, or mend its text.

    Raises ValidationError with every fault, and ChangedMeanwhileError.
    """
    with saving(by):
        row = Raised.objects.select_for_update(of=("self",)).get(pk=raised.pk)
        must_be(version, row)
        changed = set_values(row, values)
        if not changed:
            return row
        if faults := broken_constraints(row):
            raise ValidationError(faults)
        row.version += 1
        row.save()
        raised.day.team.touch()
        _tell("planning_idea_changed", raised.day, by, fields=changed)
    return row


def _tell(act: str, row: PlanningDay, by: Actor, **details: object) -> None:
    log(by=by, act=act, subject=f"planning_day:{row.pk}", team_id=row.team_id, details=details)
