"""Entering, changing and ending an absence: who has a coach's list, and for how long."""

from dataclasses import dataclass
from datetime import date, timedelta

from django.core.exceptions import ValidationError
from django.utils.translation import gettext as _

from samspel.accounts.actor import Actor
from samspel.accounts.log import log
from samspel.accounts.user import User
from samspel.organisation.team import Team
from samspel.participants.absences.absence import Absence
from samspel.participants.coaches import coaches
from samspel.participants.constraints import broken_constraints, saving
from samspel.participants.plausible import AHEAD
from samspel.records.versions import must_be

FIELDS = ("coach", "substitute", "first_on", "last_on")


@dataclass(frozen=True, slots=True)
class Away:
    """Who is away, who has the list, and the first and last day, both included."""

    coach: User
    substitute: User
    first_on: date
    last_on: date


def enter(*, team: Team, away: Away, today: date, by: Actor) -> Absence:
    """Hand a coach's list to another for a time.

    Raises ValidationError with what is wrong, by field.
    """
    with saving(by):
        _locked_team(team.pk)
        row = Absence(team=team)
        _set(row, away, today)
        row.save(force_insert=True)
        _tell("absence_entered", row, list(FIELDS), by)
    return row


def change(*, absence: Absence, version: int, away: Away, today: date, by: Actor) -> Absence:
    """Change an absence. Raises ValidationError, and ChangedMeanwhileError."""
    with saving(by):
        row = _locked(absence, version)
        changed = [name for name in FIELDS if getattr(row, name) != getattr(away, name)]
        if not changed:
            return row
        _set(row, away, today)
        row.version += 1
        row.save()
        _tell("absence_changed", row, changed, by)
    return row


def end(*, absence: Absence, version: int, today: date, by: Actor) -> None:
    """The coach is back today: yesterday was the last day away. One that has not begun is gone.

    Of one that is over nothing changes. Raises ChangedMeanwhileError.
    """
    with saving(by):
        row = _locked(absence, version)
        if row.last_on < today:
            return
        if row.first_on >= today:
            _tell("absence_changed", row, ["first_on", "last_on"], by)
            row.delete()
            return
        row.last_on = today - timedelta(days=1)
        row.version += 1
        row.save()
        _tell("absence_changed", row, ["last_on"], by)


def _locked_team(pk: int) -> None:
    """Absences of a team are written one after the other, so that no two of a coach overlap."""
    Team.objects.select_for_update().get(pk=pk)


def _locked(absence: Absence, version: int) -> Absence:
    _locked_team(absence.team_id)
    row = Absence.objects.select_related("team", "coach", "substitute").get(pk=absence.pk)
    must_be(version, row)
    return row


def _set(row: Absence, away: Away, today: date) -> None:
    for name in FIELDS:
        setattr(row, name, getattr(away, name))
    if faults := broken_constraints(row) or _faults(row, today):
        raise ValidationError(faults)


def _faults(row: Absence, today: date) -> dict[str, list[str]]:
    faults: dict[str, list[str]] = {}
    if not coaches([row.team]).filter(pk=row.substitute_id).exists():
        faults["substitute"] = [_("Choose one of the team's coaches.")]
    elif other := _absence_of(row.substitute, row):
        faults["substitute"] = [_away_then(other)]
    if other := _absence_of(row.coach, row):
        faults["coach"] = [_away_then(other)]
    if row.last_on > today + AHEAD:
        faults["last_on"] = [_("Check the year: the date is more than a year ahead.")]
    elif row.last_on < today:
        faults["last_on"] = [_("That has been: an absence is entered for today or later.")]
    return faults


def _absence_of(user: User, row: Absence) -> Absence | None:
    """Another absence of ``user`` in the same team and days."""
    others = Absence.objects.filter(team=row.team, coach=user).exclude(pk=row.pk)
    return others.filter(first_on__lte=row.last_on, last_on__gte=row.first_on).first()


def _away_then(other: Absence) -> str:
    return _("%(name)s is away %(first)s – %(last)s.") % {
        "name": other.coach.name,
        "first": other.first_on,
        "last": other.last_on,
    }


def _tell(act: str, row: Absence, fields: list[str], by: Actor) -> None:
    log(
        by=by,
        act=act,
        subject=f"absence:{row.pk}",
        team_id=row.team_id,
        details={"fields": fields},
    )
