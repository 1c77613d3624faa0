"""Everything that is due of all subjects, and whose it is: what the day's pages show."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date

from samspel.accounts.user import User
from samspel.organisation.team import Team
from samspel.participants.closings.due import checks_due, episodes_to_check
from samspel.participants.day.cases import Case, cases_of
from samspel.participants.day.rules import RULES
from samspel.participants.due import Due, DueKind
from samspel.participants.episode import Episode, EpisodeQuerySet
from samspel.participants.notes.due import drafts_due
from samspel.participants.participant import visible
from samspel.participants.stage import ongoing
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
    """The day of the teams where ``user`` does casework: one query for each rule at most."""
    seen = Episode.objects.filter(visible(user, teams, "participant__"))
    cases = cases_of(seen.filter(ongoing(today)), user=user, today=today, teams=teams)
    checked: list[Case] = []
    if any(team.checks_after_closing for team in teams):
        checked = cases_of(episodes_to_check(user, today), user=user, today=today)
    dues = [
        *_dues(cases, user, today),
        *checks_due([case.episode for case in checked], today),
        *visits_due(teams, today),
    ]
    return Day(cases, _lines(dues, [*cases, *checked]))


def gather_of(found: EpisodeQuerySet, *, user: User, today: date) -> Day:
    """The same of some open episodes, and of nothing that is about no case."""
    cases = cases_of(found, user=user, today=today)
    return Day(cases, _lines(_dues(cases, user, today), cases))


def _dues(cases: Sequence[Case], user: User, today: date) -> Iterator[Due]:
    episodes = [case.episode for case in cases]
    if episodes:
        for rule in (*RULES, drafts_due(user)):
            yield from rule(episodes, today)


def _lines(dues: Iterable[Due], cases: Iterable[Case]) -> list[Line]:
    by_id = {case.pk: case for case in cases}
    return [
        Line(each, by_id[each.episode_id] if each.episode_id else None) for each in sorted(dues)
    ]
