"""Whether times of the day overlap: of the same group never, of the same people with a word."""

from collections.abc import Iterable
from datetime import date, time, timedelta
from typing import Protocol

from django.core.exceptions import ValidationError
from django.utils.translation import gettext as _

from samspel.participants.groups.group import Group
from samspel.participants.groups.schedule import GroupTime
from samspel.participants.groups.session import Session

_EVERY_PAIR = timedelta(weeks=56)
"""After so many weeks any two rhythms of one to eight weeks have met, if they ever do."""


class Span(Protocol):
    """Something from one time of the day to another."""

    @property
    def at(self) -> time: ...
    @property
    def ends_at(self) -> time: ...


def overlap(one: Span, other: Span) -> bool:
    """Whether they are under way at the same time; one may begin when the other ends."""
    return one.at < other.ends_at and other.at < one.ends_at


def require_room(group: Group, session: Session) -> None:
    """Raise ValidationError where another session of the group is under way at the same time.

    The group must be locked, or another request could lay one out in between.
    """
    same_day = Session.objects.held().filter(group=group, on=session.on).exclude(pk=session.pk)
    for each in same_day:
        if overlap(each, session):
            raise ValidationError(
                {"at": [_("The group meets already at %(time)s.") % {"time": each.clock}]}
            )


def require_other_times(row: GroupTime, others: Iterable[GroupTime]) -> None:
    """Raise ValidationError where the time would meet another one of the group's."""
    for other in others:
        if other.pk != row.pk and overlap(row, other) and _common_day(row, other):
            text = _("The group meets already at that time: %(time)s.")
            raise ValidationError({"at": [text % {"time": str(other)}]})


def _common_day(one: GroupTime, other: GroupTime) -> date | None:
    start = max(one.first_on, other.first_on)
    end = start + _EVERY_PAIR
    return min(set(one.days(start, end)) & set(other.days(start, end)), default=None)
