"""Asking how it goes 6 and 12 months after a closing, where the team wants to."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, timedelta

from django.core.exceptions import ValidationError
from django.utils.translation import gettext as _

from samspel.accounts.actor import Actor
from samspel.accounts.log import log
from samspel.figures.period import shift_months
from samspel.participants.closings.check import ClosingCheck
from samspel.participants.constraints import saving
from samspel.participants.episode import Episode
from samspel.participants.when import Step, require

MONTHS = (6, 12)
"""After the closing; the same as the national network asks in its own surveys."""
WAITED_FOR = timedelta(days=90)
"""How long a check is asked for: later answers say nothing of half a year or a year."""


@dataclass(frozen=True, slots=True)
class Answered:
    """What came of a check; the codes are those of `figures.codes`."""

    done_on: date
    reached: str
    occupation: str = ""
    income: str = ""


def check_day(closed_on: date, months: int) -> date:
    """The day from which a check is asked for."""
    return shift_months(closed_on, months)


def checks_asked(closed_on: date, done: Iterable[int], today: date) -> list[int]:
    """The checks (in months) that are asked for on ``today`` and not done, the first one first."""
    settled = set(done)
    return [
        months
        for months in MONTHS
        if months not in settled
        and check_day(closed_on, months) <= today <= check_day(closed_on, months) + WAITED_FOR
    ]


def record_check(
    *, episode: Episode, months: int, answered: Answered, today: date, by: Actor
) -> ClosingCheck:
    """Write down what came of a check.

    Raises ValidationError when it is done already, too early, or says more than was answered.
    """
    with saving(by):
        row = Episode.objects.select_for_update().select_related("team").get(pk=episode.pk)
        require(Step.CHECK, row.stage(today))
        _require_sense(row, months, answered, today)
        check = ClosingCheck(
            episode=row,
            months=months,
            done_by=by.user,
            **{name: getattr(answered, name) for name in Answered.__dataclass_fields__},
        )
        check.validate_constraints()
        check.save()
        log(
            by=by,
            act="closing_checked",
            subject=f"episode:{row.pk}",
            team_id=row.team_id,
            details={"months": months},
        )
    return check


def _require_sense(episode: Episode, months: int, answered: Answered, today: date) -> None:
    faults: dict[str, list[str]] = {}
    if answered.done_on > today:
        faults["done_on"] = [_("The date is in the future: enter it when it has come.")]
    elif episode.closed_on and answered.done_on < check_day(episode.closed_on, months):
        faults["done_on"] = [_("That is too early: so many months have not passed yet.")]
    if answered.reached != "yes" and (answered.occupation or answered.income):
        faults["reached"] = [_("Leave occupation and income empty when nobody answered.")]
    if faults:
        raise ValidationError(dict(faults))
