"""Laying out the sessions of a group's times, some weeks ahead; once more changes nothing."""

from collections.abc import Iterator, Sequence
from datetime import date, timedelta

from django.core.exceptions import ValidationError
from django.db.models import Q
from django.utils.translation import gettext as _

from samspel.participants.groups.group import Group
from samspel.participants.groups.overlapping import overlap
from samspel.participants.groups.recess import Recess
from samspel.participants.groups.schedule import GroupTime
from samspel.participants.groups.session import Session, SessionQuerySet
from samspel.records.days_off import days_off

AHEAD = timedelta(weeks=8)
"""How far ahead sessions are laid out."""


def lay_out(*, group: Group, start: date, today: date) -> int:
    """Lay out what is missing from ``start`` until `AHEAD` of ``today``; returns how many.

    Inside the act's transaction, with the group locked. No session falls on a public holiday,
    outside of the group's days, or beside another one; in a recess it is laid out as cancelled, and
    not counted. A group with a number of sessions gets no
    more than those, a cancelled one aside, which is made up for at the end.
    """
    end = min(today + AHEAD, group.ends_on or date.max)
    days = _days(group, max(start, group.starts_on), end)
    off = days_off({day for day, _time in days})
    known = set(group.sessions.exclude(time=None).values_list("time", "planned_on"))
    held = list(group.sessions.held())
    room = None if group.sessions_planned is None else group.sessions_planned - len(held)
    recesses = list(Recess.objects.of_group(group).from_day(start))
    made: list[Session] = []
    cancelled: list[Session] = []
    for day, time in days:
        if day in off or (time.pk, day) in known or (room is not None and len(made) >= room):
            continue
        session = _session(group, time, day)
        if _is_cancelled_by(recesses, session):
            cancelled.append(session)
        elif not any(each.on == day and overlap(each, session) for each in (*held, *made)):
            made.append(session)
    Session.objects.bulk_create([*made, *cancelled])
    return len(made)


def _is_cancelled_by(recesses: Sequence[Recess], session: Session) -> bool:
    """Whether a recess covers the session's day: then it is laid out as cancelled by it."""
    session.recess = next((each for each in recesses if each.covers(session.on)), None)
    session.cancelled_because = session.recess.because if session.recess else ""
    return session.recess is not None


def _days(group: Group, start: date, end: date) -> list[tuple[date, GroupTime]]:
    found = [(day, time) for time in group.times.all() for day in time.days(start, end)]
    return sorted(found, key=lambda each: (each[0], each[1].at))


def _session(group: Group, time: GroupTime, day: date) -> Session:
    return Session(
        team_id=group.team_id,
        kind_id=group.kind_id,
        group=group,
        on=day,
        at=time.at,
        ends_at=time.ends_at,
        time=time,
        planned_on=day,
    )


def left_out(group: Group, times: Sequence[GroupTime], today: date) -> Iterator[tuple[date, str]]:
    """The holidays until `AHEAD` on which the group does not meet although its times say so."""
    end = min(today + AHEAD, group.ends_on or date.max)
    start = max(today, group.starts_on)
    days = {day for time in times for day in time.days(start, end)}
    yield from sorted(days_off(days).items())


_HOLDS = (
    Q(attendances__isnull=False)
    | Q(taps__isnull=False)
    | Q(unknown_guests__isnull=False)
    | ~Q(note="")
)
"""Sessions of which something is recorded, be it a tap that was refused."""


def _remove_empty(found: SessionQuerySet) -> None:
    """Take away those of which nothing is recorded."""
    kept = Session.objects.filter(_HOLDS).order_by().values("pk")
    Session.objects.filter(
        pk__in=list(found.exclude(pk__in=kept).values_list("pk", flat=True))
    ).delete()


def take_away_ahead(time: GroupTime, today: date) -> int:
    """Take away the sessions of a time that are ahead and hold nothing; returns how many stay.

    Those that something is recorded of, and those that were cancelled on their own, stay as they
    were; a recess cancels the new ones too.
    """
    ahead = Session.objects.filter(time=time, on__gt=today)
    _remove_empty(ahead.filter(Q(cancelled_because="") | Q(recess__isnull=False)))
    return ahead.count()


def take_away_surplus(group: Group, today: date) -> None:
    """Of a group with a number of sessions take away the last ones ahead that are too many."""
    if group.sessions_planned is None:
        return
    held = Session.objects.held().filter(group=group)
    surplus = held.count() - group.sessions_planned
    if surplus > 0:
        last = held.filter(on__gt=today).exclude(time=None).order_by("-on", "-at", "pk")
        _remove_empty(Session.objects.filter(pk__in=[each.pk for each in last[:surplus]]))


def take_away_after(group: Group, last: date) -> None:
    """Take away the sessions after a group's last day, cancelled ones too.

    Raises ValidationError where something is recorded of one after it.
    """
    after = Session.objects.filter(group=group, on__gt=last)
    kept = after.filter(_HOLDS).order_by("on").first()
    if kept is not None:
        text = _("Something is recorded of a session after that day: %(day)s.")
        raise ValidationError({"ends_on": [text % {"day": kept.on.isoformat()}]})
    after.delete()
