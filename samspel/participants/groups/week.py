"""A week of sessions, day by day: of the reader's own teams and of groups shared with them."""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from django.db.models import Exists, OuterRef, Q
from django.utils.translation import gettext as _

from samspel.accounts.user import User
from samspel.organisation.team import Team
from samspel.participants.groups.group import Leader
from samspel.participants.groups.session import Session
from samspel.participants.visits.calendar import WEEK, monday_of
from samspel.records.days_off import days_off
from samspel.records.recurrence import DAYS_OF_WEEK, Weekday

_CODE = re.compile(r"(\d{4})-W(\d{2})", re.ASCII)


@dataclass(frozen=True, slots=True)
class Day:
    """A day of the week with its sessions."""

    on: date
    title: str
    is_today: bool
    holiday: str
    sessions: list[Session]


@dataclass(frozen=True, slots=True)
class SessionWeek:
    """A week; the codes name it and its neighbours in addresses, such as 2026-W12."""

    title: str
    code: str
    before: str
    after: str
    is_current: bool
    days: list[Day]

    @property
    def is_empty(self) -> bool:
        """Whether there is no session at all."""
        return not any(day.sessions for day in self.days)


def code_of(monday: date) -> str:
    """The week's code by ISO 8601."""
    year, week, _day = monday.isocalendar()
    return f"{year}-W{week:02}"


def monday_by(code: str, today: date) -> date:
    """The Monday of the week that a code names; of today's week for anything else."""
    match = _CODE.fullmatch(code)
    try:
        monday = date.fromisocalendar(int(match[1]), int(match[2]), 1) if match else None
    except ValueError:
        monday = None
    # A week at the very end of the calendar has no neighbour.
    fits = monday is not None and date.min + WEEK <= monday <= date.max - 2 * WEEK
    return monday if monday is not None and fits else monday_of(today)


def led_by(user: User) -> Q:
    """Sessions that the user leads: this once, or as one of the group's leaders."""
    leads = Leader.objects.filter(group=OuterRef("group"), user=user)
    return Q(led_by=user) | Q(Exists(leads), led_by=None)


def session_week(
    *, user: User, teams: Sequence[Team], monday: date, today: date, only_own: bool
) -> SessionWeek:
    """The week from ``monday``; one query. ``only_own`` are those that the user leads."""
    found = Session.objects.of_teams(teams).filter(on__gte=monday, on__lt=monday + WEEK)
    if only_own:
        found = found.filter(led_by(user))
    by_day: dict[date, list[Session]] = {}
    for each in found.select_related("group", "team", "kind").order_by("on", "at", "pk"):
        by_day.setdefault(each.on, []).append(each)
    days = [monday + timedelta(days=nth) for nth in range(DAYS_OF_WEEK)]
    holidays = days_off(days)
    return SessionWeek(
        title=_("Week %(number)s") % {"number": monday.isocalendar().week},
        code=code_of(monday),
        before=code_of(monday - WEEK),
        after=code_of(monday + WEEK),
        is_current=monday == monday_of(today),
        days=[
            Day(on, str(Weekday(nth).label), on == today, holidays.get(on, ""), by_day.get(on, []))
            for nth, on in enumerate(days)
            if on in by_day or on in holidays or on == today
        ],
    )
