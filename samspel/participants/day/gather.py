"""Everything that is due of all subjects, and whose it is: what the day's pages show."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date

from django.db.models import Q

from samspel.accounts.roles import Act
from samspel.accounts.user import User
from samspel.organisation.team import Team
from samspel.participants.closings.due import checks_due, episodes_to_check
from samspel.participants.day.cases import Case, cases_of
from samspel.participants.day.decisions import decisions_due
from samspel.participants.day.rules import RULES
from samspel.participants.due import LOOK_AHEAD, Due, DueKind
from samspel.participants.episode import Episode, EpisodeQuerySet
from samspel.participants.groups.due import sessions_due
from samspel.participants.ideas.due import ideas_due, leaders_dues
from samspel.participants.notes.due import drafts_due
from samspel.participants.notes.note import Note
from samspel.participants.participant import visible
from samspel.participants.stage import OPEN_STAGES, begun, ongoing
from samspel.participants.visits.due import visits_due


@dataclass(frozen=True, slots=True)
class Line:
    """Something due and the case that it is about, if there is one yet."""

    due: Due
    case: Case | None

    @property
    def is_mine(self) -> bool:
        """The own cases', those stood in for, and what is the whole team's: a study visit."""
        return self.case is None or self.case.is_mine or self.due.kind == DueKind.DRAFT


@dataclass(frozen=True, slots=True)
class Day:
    """The open cases that the reader may see, and all that is due, the earliest first."""

    cases: list[Case]
    lines: list[Line]


def gather(*, user: User, teams: Sequence[Team], today: date) -> Day:
    """The day of the teams where ``user`` does casework: one query for each rule at most.

    Of a case that has ended only what its author has not signed yet is waited for.
    """
    seen = Episode.objects.filter(visible(user, teams, "participant__"))
    unsigned = Q(pk__in=Note.objects.drafts_of(user).values("episode"))
    asked = seen.filter(begun(today), ongoing(today) | unsigned)
    found = cases_of(asked, user=user, today=today, teams=teams)
    cases = [case for case in found if case.stage in OPEN_STAGES]
    led = list(Team.objects.where_user_may(user, Act.TEAM_SETTINGS))
    checked: list[Case] = []
    if any(team.checks_after_closing for team in teams):
        checked = cases_of(episodes_to_check(user, today), user=user, today=today)
    dues = [
        *_dues(cases, today),
        *drafts_due(user)([case.episode for case in found], today),
        *checks_due([case.episode for case in checked], today),
        *visits_due(teams, today),
        *sessions_due(user, teams, today),
        *ideas_due(teams, today),
        *leaders_dues(led, today),
        *decisions_due(led, today),
    ]
    return Day(cases, _lines(dues, [*found, *checked], today))


def gather_of(found: EpisodeQuerySet, *, user: User, today: date) -> Day:
    """The same of some open episodes, and of nothing that is about no case."""
    cases = cases_of(found, user=user, today=today)
    drafts = drafts_due(user)([case.episode for case in cases], today) if cases else ()
    return Day(cases, _lines([*_dues(cases, today), *drafts], cases, today))


def _dues(cases: Sequence[Case], today: date) -> Iterator[Due]:
    episodes = [case.episode for case in cases]
    if episodes:
        for rule in RULES:
            yield from rule(episodes, today)


def _lines(dues: Iterable[Due], cases: Iterable[Case], today: date) -> list[Line]:
    """What lies within `LOOK_AHEAD` or has gone by, with its case, the earliest first."""
    by_id = {case.pk: case for case in cases}
    return [
        Line(each, by_id[each.episode_id] if each.episode_id else None)
        for each in sorted(dues)
        if each.on <= today + LOOK_AHEAD
    ]
