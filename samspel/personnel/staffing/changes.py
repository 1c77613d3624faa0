"""What has changed among the staff, as lines of a page: with names, for who may see the staff."""

from collections.abc import Mapping, Sequence
from datetime import date
from typing import NamedTuple

from django.urls import reverse
from django.utils.translation import gettext as _

from samspel.figures.period import Period
from samspel.figures.staff_changes import Change, ChangeKind, changes_in
from samspel.figures.staff_rows import WHOLE, StaffRow
from samspel.organisation.team import Team
from samspel.personnel.staffing.position import Position
from samspel.personnel.staffing.words import percent_text


class ChangeLine(NamedTuple):
    """One thing that happened: the day, who or which position, its page, and what."""

    on: date
    who: str
    url: str
    what: str


def change_lines(
    team: Team, positions: Mapping[str, Position], rows: Sequence[StaffRow], period: Period
) -> list[ChangeLine]:
    """What happened in the period, the latest first; ``positions`` by their ids as text."""
    found = [_line(team, positions, each) for each in changes_in(rows, period)]
    return list(reversed(found))


def _line(team: Team, positions: Mapping[str, Position], change: Change) -> ChangeLine:
    position = positions[change.position]
    who = position.name or position.role
    url = reverse("position", args=[team.slug, position.pk])
    return ChangeLine(change.on, who, url, _what(change, position, positions))


def _what(change: Change, position: Position, positions: Mapping[str, Position]) -> str:
    if change.kind == ChangeKind.SHARE:
        told = _("working share %(after)s, before that %(before)s")
        return told % {
            "after": percent_text(change.after or WHOLE),
            "before": percent_text(change.before or WHOLE),
        }
    if change.kind in (ChangeKind.LEAVE_BEGAN, ChangeKind.LEAVE_CHANGED):
        if change.after == WHOLE:
            return _("on leave")
        return _("on leave %(percent)s") % {"percent": percent_text(change.after or WHOLE)}
    if change.kind == ChangeKind.STOOD_IN:
        absent = positions.get(str(position.stands_in_for_id))
        who = (absent.name or absent.role) if absent else ""
        return _("stands in for %(name)s") % {"name": who}
    plain = {
        ChangeKind.BEGAN: _("came to the team as %(role)s"),
        ChangeKind.TOOK_ON: _("began as %(role)s"),
        ChangeKind.VACANT: _("stands vacant"),
        ChangeKind.LEAVE_ENDED: _("back from leave"),
        ChangeKind.GAVE_UP: _("ended as %(role)s"),
        ChangeKind.ENDED: _("left the team"),
    }
    return plain[change.kind] % {"role": position.role}
