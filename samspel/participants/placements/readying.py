"""Writing down who is ready since when, what they wish for and what they need."""

from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import date
from decimal import Decimal
from typing import Any

from django.core.exceptions import ValidationError
from django.utils.translation import gettext as _

from samspel.accounts.actor import Actor
from samspel.accounts.log import log
from samspel.participants.constraints import broken_constraints
from samspel.participants.employers.work_kind import WorkKind
from samspel.participants.episode import Episode
from samspel.participants.placements.changing import Faults, locked_case
from samspel.participants.placements.ladder import hours_fault
from samspel.participants.placements.readiness import Readiness
from samspel.records.versions import must_be, set_values


@dataclass(frozen=True, slots=True)
class Wishes:
    """What is entered about somebody's readiness. ``hours`` are per week, to begin with."""

    ready_on: date | None = None
    wishes: str = ""
    strengths: str = ""
    work_kinds: Sequence[WorkKind] = ()
    structure_at_most: str = ""
    accessibility: Sequence[str] = field(default_factory=list)
    hours: Decimal | None = None

    def values(self) -> dict[str, Any]:
        """The fields of the model, but for the kinds of work."""
        names = [name for name in self.__dataclass_fields__ if name != "work_kinds"]
        found = {name: getattr(self, name) for name in names}
        return found | {"accessibility": list(self.accessibility)}


def save_readiness(
    *, episode: Episode, version: int, wishes: Wishes, today: date, by: Actor
) -> Readiness:
    """Save what somebody wishes for and needs; ``version`` is 0 where there was nothing yet.

    Raises ValidationError where the case is not enrolled or the day does not fit, and
    ChangedMeanwhileError.
    """
    with locked_case(episode, today=today, by=by) as case:
        row = Readiness.objects.filter(episode=case).first() or Readiness(episode=case, version=0)
        kinds = set(row.work_kinds.values_list("pk", flat=True)) if row.version else set()
        wished = {each.pk for each in wishes.work_kinds}
        values = wishes.values()
        changed = [name for name, value in values.items() if getattr(row, name) != value]
        changed += ["work_kinds"] if kinds != wished else []
        if row.version and not changed:
            return row
        must_be(version, row)
        set_values(row, values)
        _check(row, wishes, today)
        row.version += 1
        row.save()
        row.work_kinds.set(wishes.work_kinds)
        case.team.touch()
        subject = f"episode:{case.pk}"
        told = {"fields": changed}
        log(by=by, act="readiness_saved", subject=subject, team_id=case.team_id, details=told)
    return row


def _check(row: Readiness, wishes: Wishes, today: date) -> None:
    faults: Faults = {}
    case = row.episode
    if row.ready_on is not None and row.ready_on > today:
        faults["ready_on"] = [_("The date is in the future: enter it when it has come.")]
    elif row.ready_on is not None and row.ready_on < case.began_on:
        faults["ready_on"] = [_("The date is before the case began.")]
    if row.hours is not None and (fault := hours_fault(row.hours)):
        faults["hours"] = [fault]
    if any(each.team_id != case.team_id for each in wishes.work_kinds):
        faults["work_kinds"] = [_("Choose one of the team's own.")]
    if found := faults or broken_constraints(row):
        raise ValidationError(found)
