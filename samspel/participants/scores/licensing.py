"""Confirming the team's licence, withdrawing it, and changing what scores are read by."""

from dataclasses import asdict, dataclass
from datetime import date, datetime

from django.core.exceptions import ValidationError
from django.utils import timezone
from django.utils.translation import gettext as _

from samspel.accounts.actor import Actor
from samspel.accounts.log import log
from samspel.organisation.team import Team
from samspel.participants.constraints import broken_constraints, saving
from samspel.participants.plausible import date_fault
from samspel.participants.scores.licence import ScoreLicence
from samspel.participants.scores.limits import Limits
from samspel.participants.scores.settings import (
    HIGHEST_CHANGE,
    HIGHEST_LINE,
    LOWEST_CHANGE,
    LOWEST_LINE,
    OLDEST_ADOLESCENT,
    OLDEST_ADULT,
    YOUNGEST_ADOLESCENT,
    YOUNGEST_ADULT,
    ScoreSettings,
    settings_of,
)
from samspel.records.versions import must_be, set_values

_LINES = ("cutoff_adult", "cutoff_adolescent", "cutoff_child", "srs_alert")


@dataclass(frozen=True, slots=True)
class Licensed:
    """Whose licence it is, since which day, and its number or wording."""

    holder: str
    agreed_on: date
    wording: str


def confirm_licence(*, team: Team, licensed: Licensed, now: datetime, by: Actor) -> ScoreLicence:
    """Confirm that the team may use the paper forms: the pages of scores open.

    Raises ValidationError by field, also where one is in force.
    """
    with saving(by):
        Team.objects.select_for_update().get(pk=team.pk)
        if sentence := date_fault("on", licensed.agreed_on, timezone.localdate(now)):
            raise ValidationError({"agreed_on": [sentence]})
        row = ScoreLicence(team=team, confirmed_by=by.user, confirmed_at=now, **asdict(licensed))
        if broken := broken_constraints(row):
            raise ValidationError(broken)
        row.save(force_insert=True)
        _tell("score_licence_confirmed", team, sorted(asdict(licensed)), by)
    return row


def withdraw_licence(*, team: Team, now: datetime, by: Actor) -> None:
    """Withdraw the licence in force: the pages close, and what is stored stays."""
    with saving(by):
        found = ScoreLicence.objects.select_for_update().filter(team=team, withdrawn_at=None)
        for row in found:
            row.withdrawn_at, row.withdrawn_by = now, by.user
            row.save()
            _tell("score_licence_withdrawn", team, ["withdrawn_at"], by)


def change_limits(*, team: Team, limits: Limits, version: int, by: Actor) -> ScoreSettings:
    """Set the team's numbers. ``version`` is 0 where it had the manual's.

    Raises ValidationError by field where a number is out of bounds, and ChangedMeanwhileError.
    """
    with saving(by):
        Team.objects.select_for_update().get(pk=team.pk)
        row = settings_of(team)
        must_be(version, row)
        changed = set_values(row, asdict(limits))
        if not changed:
            return row
        if faults := _faults(limits):
            raise ValidationError(faults)
        row.version += 1
        row.save()
        _tell("score_settings_changed", team, changed, by)
    return row


def _faults(limits: Limits) -> dict[str, list[str]]:
    """What is wrong with the numbers, by field."""
    faults: dict[str, list[str]] = {}
    for name in _LINES:
        if not LOWEST_LINE <= getattr(limits, name) <= HIGHEST_LINE:
            faults[name] = [_("Write a number from 10 to 40.")]
    if not LOWEST_CHANGE <= limits.reliable_change <= HIGHEST_CHANGE:
        faults["reliable_change"] = [_("Write a number from 1 to 20.")]
    if not YOUNGEST_ADOLESCENT <= limits.adolescent_from <= OLDEST_ADOLESCENT:
        faults["adolescent_from"] = [_("Write an age from 6 to 17.")]
    if not YOUNGEST_ADULT <= limits.adult_from <= OLDEST_ADULT:
        faults["adult_from"] = [_("Write an age from 14 to 25.")]
    elif limits.adult_from <= limits.adolescent_from:
        faults["adult_from"] = [_("An adult is older than an adolescent.")]
    return faults


def _tell(act: str, team: Team, fields: list[str], by: Actor) -> None:
    team.touch()
    log(by=by, act=act, subject=f"team:{team.pk}", team_id=team.pk, details={"fields": fields})
