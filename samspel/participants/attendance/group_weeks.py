"""The latest weeks of a group: which of the own people came when, and of others how many."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from uuid import UUID

from django.db.models import QuerySet
from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from samspel.accounts.user import User
from samspel.figures.attendance_weeks import (
    Tally,
    WeekPresence,
    monday_of,
    mondays,
    person_weeks,
    tallies,
    tally,
    weeks_without,
)
from samspel.organisation.team import Team
from samspel.participants.attendance.attendance import Attendance
from samspel.participants.attendance.session_people import name_of, place_of
from samspel.participants.episode import Episode
from samspel.participants.groups.group import Group
from samspel.participants.groups.membership import GroupMember
from samspel.participants.groups.session import Session
from samspel.participants.participant import visible

WEEKS_SHOWN = 8
WEEKS_TOLD = 2
"""After so many weeks without coming it is told of, as on the day's list."""

WORDS: dict[WeekPresence, Promise] = {
    WeekPresence.CAME: _("came"),
    WeekPresence.EXCUSED: _("excused"),
    WeekPresence.AWAY: _("did not come"),
    WeekPresence.UNRECORDED: _("not recorded"),
    WeekPresence.NONE: _("no session"),
}


@dataclass(frozen=True, slots=True)
class WeekCell:
    """One week of one person, with what it says in words."""

    number: int
    css: str
    words: Promise


@dataclass(frozen=True, slots=True)
class PersonWeeks:
    """One of the own people: a member now, or a guest of these weeks."""

    participant_id: UUID
    name: str
    is_guest: bool
    cells: list[WeekCell]
    tally: Tally
    weeks_without: int

    @property
    def is_long_away(self) -> bool:
        """Whether so many weeks went by without the person that it is told of."""
        return self.weeks_without >= WEEKS_TOLD


@dataclass(frozen=True, slots=True)
class OtherTeamWeeks:
    """Another team's records of these weeks, as numbers."""

    name: str
    tally: Tally


@dataclass(frozen=True, slots=True)
class GroupWeeks:
    """What `attendance/group_part.html` shows, as ``weeks``."""

    group: Group
    numbers: list[int]
    """The weeks' numbers by ISO 8601."""
    people: list[PersonWeeks]
    tally: Tally
    others: list[OtherTeamWeeks]
    month: str
    """The current month, as the address of its print sheet has it."""


def group_weeks(group: Group, user: User, teams: Sequence[Team], today: date) -> GroupWeeks:
    """The latest eight weeks up to today, by five queries; ``teams`` are the user's own."""
    first = max(monday_of(today) - timedelta(weeks=WEEKS_SHOWN - 1), monday_of(group.starts_on))
    weeks = mondays(first, max(first, today))
    taking_part = group.teams()
    own = [team for team in taking_part if team in set(teams)]
    seen = Session.objects.of_teams(own).held()
    sessions = seen.filter(group=group, on__gte=first, on__lte=today)
    held = list(sessions.values_list("on", flat=True))
    episodes, belong = _people(group, user, own, today, sessions)
    records: dict[UUID, list[tuple[date, str]]] = {each.pk: [] for each in episodes}
    of_teams: list[tuple[int, str]] = []
    rows = Attendance.objects.filter(session__in=sessions).order_by()
    for episode, team, on, presence in rows.values_list(
        "episode_id", "episode__team_id", "on", "presence"
    ):
        of_teams.append((team, presence))
        if episode in records:
            records[episode].append((on, presence))
    others, by_team = [team for team in taking_part if team not in own], tallies(of_teams)
    return GroupWeeks(
        group=group,
        numbers=[week.isocalendar().week for week in weeks],
        people=[
            _person(each, records[each.pk], belong.get(each.pk), held, weeks, today)
            for each in episodes
        ],
        tally=tally(presence for found in records.values() for _on, presence in found),
        others=[OtherTeamWeeks(team.name, by_team.get(team.pk, Tally())) for team in others],
        month=f"{today:%Y-%m}",
    )


def _people(
    group: Group, user: User, own: Sequence[Team], today: date, sessions: "QuerySet[Session]"
) -> tuple[list[Episode], dict[UUID, GroupMember]]:
    """The own members of today and the guests of the weeks, by name; and who belongs since when."""
    members = GroupMember.objects.on(today).filter(group=group)
    seen = Episode.objects.filter(visible(user, own, "participant__"))
    guests = Attendance.objects.filter(session__in=sessions).values("episode")
    listed = seen.filter(pk__in=members.values("episode")) | seen.filter(pk__in=guests)
    episodes = sorted(listed.select_related("participant").order_by("pk"), key=place_of)
    belong = {each.episode_id: each for each in members.filter(episode__in=episodes)}
    return episodes, belong


def _person(
    episode: Episode,
    records: list[tuple[date, str]],
    member: GroupMember | None,
    held: Sequence[date],
    weeks: Sequence[date],
    today: date,
) -> PersonWeeks:
    # A guest is expected on no day: the range from tomorrow to today is empty.
    first = member.from_on if member else today + timedelta(days=1)
    found = person_weeks(records, held, weeks, first=first, last=today)
    is_over = [week + timedelta(days=6) < today for week in weeks]
    over = [state for state, is_past in zip(found, is_over, strict=True) if is_past]
    came_now = bool(found) and not is_over[-1] and found[-1] == WeekPresence.CAME
    return PersonWeeks(
        participant_id=episode.participant_id,
        name=name_of(episode),
        is_guest=member is None,
        cells=[
            WeekCell(week.isocalendar().week, f"is-{state}", WORDS[state])
            for week, state in zip(weeks, found, strict=True)
        ],
        tally=tally(presence for _on, presence in records),
        weeks_without=0 if came_now else weeks_without(over),
    )
