"""What a position may be: refused, allowed when confirmed, or allowed with a word about it."""

from collections.abc import Sequence

from django.core.exceptions import ValidationError
from django.utils.translation import gettext as _

from samspel.figures.staff_rows import StaffRow
from samspel.figures.staff_soundness import first_day_outside, over_full_time
from samspel.personnel.staffing.position import Position
from samspel.personnel.staffing.rows import person_key
from samspel.personnel.staffing.words import percent_text

CONFIRM = "is_confirmed"
"""The field of a form by which somebody says that an overlap is right."""


class OverlapError(ValidationError):
    """The person has another position on some of the days, and nobody said that it is right."""


def require_no_overlap(row: Position) -> None:
    """Raise OverlapError when the person of the position has another one on some of its days."""
    if row.is_vacant:
        return
    others = Position.objects.filter(team_id=row.team_id).exclude(pk=row.pk).exclude(name="")
    for other in others.overlapping(row.first_on, row.last_on):
        if person_key(other.name) == person_key(row.name):
            told = _(
                "%(name)s has another position on some of these days: %(role)s from %(day)s. "
                "Nothing is saved yet."
            )
            day = other.first_on.isoformat()
            raise OverlapError({CONFIRM: told % {"name": row.name, "role": other.role, "day": day}})


def require_days_for_what_is_there(row: Position) -> None:
    """Raise ValidationError when a share or a leave would lie outside the position's days."""
    leaves = row.leaves.all() if row.pk else []
    if any(
        not row.covers(each.first_on) or (each.last_on is not None and not row.covers(each.last_on))
        for each in leaves
    ):
        raise ValidationError(
            {"last_on": _("There is leave outside these days: change the leave first.")}
        )
    later = row.shares.order_by("first_on")[1:] if row.pk else []
    if any(each.first_on <= row.first_on or not row.covers(each.first_on) for each in later):
        raise ValidationError(
            {
                "last_on": _(
                    "The working share changes outside these days: take that change back first."
                )
            }
        )


def remarks(row: StaffRow, rows: Sequence[StaffRow]) -> list[str]:
    """What does not look right about a position, in sentences; ``rows`` are all of the team's."""
    return [each for each in (_too_much(row, rows), _stands_in_outside(row, rows)) if each]


def _too_much(row: StaffRow, rows: Sequence[StaffRow]) -> str:
    if row.is_vacant:
        return ""
    own = [each for each in rows if person_key(each.person) == person_key(row.person)]
    found = over_full_time(own)
    if found is None:
        return ""
    told = _("%(name)s works more than full time: %(percent)s on %(day)s.")
    percent, day = percent_text(found.percent), found.on.isoformat()
    return told % {"name": row.person, "percent": percent, "day": day}


def _stands_in_outside(row: StaffRow, rows: Sequence[StaffRow]) -> str:
    of = next((each for each in rows if each.position == row.stands_in_for), None)
    if of is None:
        return ""
    day = first_day_outside(row.first_on, row.last_on, of.leaves)
    if day is None:
        return ""
    who = {"name": of.person or _("the one stood in for"), "day": day.isoformat()}
    return _("%(name)s is not on leave on %(day)s, when somebody stands in.") % who
