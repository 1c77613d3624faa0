"""A sheet to tick by hand: of one session, or of a group's month; names of the own team only."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from uuid import UUID

from django.utils.translation import gettext as _
from django.utils.translation import pgettext

from samspel.accounts.user import User
from samspel.figures.period import Period, month_end
from samspel.organisation.team import Team
from samspel.participants.attendance.attendance import Attendance, Presence
from samspel.participants.attendance.session_people import name_of, people_of, place_of
from samspel.participants.attendance.session_sheet import BUTTONS
from samspel.participants.episode import Episode
from samspel.participants.groups.group import Group
from samspel.participants.groups.membership import GroupMember
from samspel.participants.groups.session import Session
from samspel.participants.participant import visible

ROWS_FOR_GUESTS = 5
TICK = "×"


@dataclass(frozen=True, slots=True)
class PaperRow:
    """One line: a name, empty for a guest, and what is recorded already."""

    name: str
    marks: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Paper:
    """What is printed, on the page and in the PDF alike; ``period`` is what it is about."""

    title: str
    about: str
    columns: tuple[str, ...]
    rows: tuple[PaperRow, ...]
    key: str
    """What the marks mean, where there are others than a tick."""
    period: Period


def session_paper(session: Session, user: User, teams: Sequence[Team]) -> Paper:
    """The sheet of a session: a column for each presence, ticked where it is recorded."""
    episodes = people_of(session, user, teams)
    rows = Attendance.objects.filter(session=session, episode__in=episodes)
    found = dict(rows.values_list("episode_id", "presence"))
    lines = [
        PaperRow(
            name_of(each), tuple(_tick(found.get(each.pk), value) for value, _label in BUTTONS)
        )
        for each in episodes
    ]
    where = f", {session.where}" if session.where else ""
    return Paper(
        title=session.name,
        about=f"{session.on.isoformat()} {session.clock}{where}",
        columns=tuple(str(label) for _value, label in BUTTONS),
        rows=_with_guests(lines, len(Presence)),
        key="",
        period=Period(session.on, session.on),
    )


def _tick(presence: str | None, value: str) -> str:
    return TICK if presence == value else ""


def month_paper(group: Group, user: User, teams: Sequence[Team], month: Period) -> Paper:
    """The sheet of a group's month: a column for each session, marked where it has been."""
    seen = Session.objects.of_teams(teams).held().filter(group=group)
    sessions = list(seen.filter(on__gte=month.start, on__lte=month.end))
    episodes = _people(group, user, teams, sessions)
    rows = Attendance.objects.filter(session__in=sessions, episode__in=episodes)
    found = {
        (episode, session): presence
        for episode, session, presence in rows.values_list("episode_id", "session_id", "presence")
    }
    marks = _marks()
    lines = [
        PaperRow(
            name_of(each),
            tuple(marks.get(found.get((each.pk, session.pk), ""), "") for session in sessions),
        )
        for each in episodes
    ]
    return Paper(
        title=group.name,
        about=f"{month.start:%Y-%m}",
        columns=tuple(f"{each.on.day}/{each.on.month}" for each in sessions),
        rows=_with_guests(lines, len(sessions)),
        key=", ".join(f"{marks[value]} {value.label}" for value in Presence),
        period=month,
    )


def _people(
    group: Group, user: User, own: Sequence[Team], sessions: Sequence[Session]
) -> list[Episode]:
    """Who belongs to the group on a session's day, or is recorded of one, by name."""
    pks: set[UUID] = set()
    for day in {each.on for each in sessions}:
        members = GroupMember.objects.on(day).filter(group=group)
        pks.update(members.values_list("episode_id", flat=True))
    recorded = Attendance.objects.filter(session__in=sessions)
    pks.update(recorded.values_list("episode_id", flat=True))
    seen = Episode.objects.filter(visible(user, own, "participant__"), pk__in=pks)
    return sorted(seen.select_related("participant").order_by("pk"), key=place_of)


def _marks() -> dict[str, str]:
    """The mark of each presence: one letter, or a sign."""
    return {
        Presence.PRESENT: TICK,
        Presence.DIGITAL: pgettext("mark", "D"),
        Presence.EXCUSED: pgettext("mark", "E"),
        Presence.ABSENT: "–",
    }


def _with_guests(rows: Sequence[PaperRow], columns: int) -> tuple[PaperRow, ...]:
    empty = PaperRow("", ("",) * columns)
    return (*rows, *(empty for _number in range(ROWS_FOR_GUESTS)))


def month_or(text: str, today: date) -> Period:
    """The month written as 2026-03, otherwise that of ``today``."""
    try:
        day = date.fromisoformat(f"{text}-01")
    except ValueError:
        day = today.replace(day=1)
    return Period(day, month_end(day.year, day.month))


def name_column() -> str:
    """The heading over the names."""
    return _("Name")
