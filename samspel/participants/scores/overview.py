"""The list of scores: everybody who is enrolled, with where the scores stand and what became."""

from collections.abc import Callable, Iterator, Mapping, Sequence
from datetime import date
from typing import Any, NamedTuple
from uuid import UUID

from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy as lazy

from samspel.accounts.user import User
from samspel.figures.attendance_weeks import numbers
from samspel.figures.score_change import ScoreChange
from samspel.organisation.team import Team
from samspel.pages.listing import Column, Filter, Listing
from samspel.participants.case_list import WIDE
from samspel.participants.episode import Episode
from samspel.participants.participant import visible
from samspel.participants.scores.course import CHANGES, Course, course_of, courses_of
from samspel.participants.scores.instrument import Instrument
from samspel.participants.scores.limits import Limits
from samspel.participants.scores.reading import limits_by_team
from samspel.participants.scores.score import Score
from samspel.participants.stage import ENROLLED_STAGES
from samspel.participants.whose import mine

MINE, SOME, NONE = "mine", "some", "none"
COLUMNS = (
    Column("name", lazy("Name"), ("name",)),
    Column("case", lazy("Case number"), ("case",), WIDE),
    Column("last", lazy("Latest ORS"), ("last",), "number"),
    Column("on", lazy("Day"), ("on",), WIDE),
    Column("change", lazy("From first to last"), ("change",)),
    Column("number", lazy("Scores"), ("number",), f"number {WIDE}"),
    Column("srs", lazy("Latest SRS"), ("srs",), f"number {WIDE}"),
    Column("coach", lazy("Coach"), ("coach",), WIDE),
)
TEAM = Column("team", lazy("Team"), ("team",), WIDE)


class ScoredRow(NamedTuple):
    """What a row of the list shows; a protected person's name is not in it."""

    episode_id: UUID
    name: str
    sort_key: str
    case_number: str
    team: str
    coach: str
    ors: Course | None
    ors_number: int
    srs: Course | None


def filters(teams: Sequence[Team]) -> list[Filter]:
    """What the list can be narrowed by; the team only where there are several."""
    classes = [(each.value, str(CHANGES[each]).capitalize()) for each in ScoreChange]
    more = [(SOME, _("One score so far")), (NONE, _("No score yet"))]
    choices = [
        Filter("change", _("From first to last"), [("", _("All")), *classes, *more]),
        Filter("coach", _("Coach"), [("", _("All coaches")), (MINE, _("My own"))]),
    ]
    if len(teams) > 1:
        named = [(each.slug, each.name) for each in teams]
        choices.insert(0, Filter("team", _("Team"), [("", _("All my teams")), *named]))
    return choices


def scored_rows(
    *, user: User, teams: Sequence[Team], chosen: Mapping[str, str], today: date
) -> list[ScoredRow]:
    """The rows that the filters leave, of those whom ``user`` may see: three queries."""
    seen = visible(user, teams, "participant__")
    found = Episode.objects.filter(seen).in_stages(ENROLLED_STAGES, today)
    if chosen["coach"] == MINE:
        found = found.filter(mine(user, today))
    if chosen.get("team"):
        found = found.filter(team__slug=chosen["team"])
    cases = list(found.order_by().select_related("participant", "coach"))
    by_case: dict[UUID, list[Score]] = {}
    for score in Score.objects.that_hold().filter(episode__in=found.order_by().values("pk")):
        by_case.setdefault(score.episode_id, []).append(score)
    rows = _rows(cases, by_case, teams, limits_by_team(teams))
    return [row for row in rows if not chosen["change"] or _class_of(row) == chosen["change"]]


def _rows(
    cases: Sequence[Episode],
    by_case: Mapping[UUID, list[Score]],
    teams: Sequence[Team],
    limits: Mapping[int, Limits],
) -> Iterator[ScoredRow]:
    names = {team.pk: team.name for team in teams}
    filled = numbers(
        pk for pk, scores in by_case.items() for each in scores if each.instrument == Instrument.ORS
    )
    for case in cases:
        person, scores = case.participant, by_case.get(case.pk, [])
        courses = courses_of(person, scores, limits[case.team_id])
        yield ScoredRow(
            episode_id=case.pk,
            name=person.listed_name,
            sort_key="" if person.is_protected else person.sort_key,
            case_number=case.case_number,
            team=names[case.team_id],
            coach=case.coach.name if case.coach else "",
            ors=course_of(courses, Instrument.ORS),
            ors_number=filled.get(case.pk, 0),
            srs=course_of(courses, Instrument.SRS),
        )


def _class_of(row: ScoredRow) -> str:
    if row.ors is None:
        return NONE
    return SOME if row.ors.change is None else row.ors.change.value


_PLACES = {each.value: place for place, each in enumerate(ScoreChange)} | {SOME: 8, NONE: 9}
_ORDERS: Mapping[str, Callable[[ScoredRow], Any]] = {
    "name": lambda row: row.sort_key,
    "case": lambda row: row.case_number,
    "last": lambda row: -1 if row.ors is None else row.ors.last.total,
    "on": lambda row: date.min if row.ors is None else row.ors.last.on,
    "change": lambda row: _PLACES[_class_of(row)],
    "number": lambda row: row.ors_number,
    "srs": lambda row: -1 if row.srs is None else row.srs.last.total,
    "coach": lambda row: (not row.coach, row.coach),
    "team": lambda row: row.team,
}


def page_of(listing: Listing, rows: Sequence[ScoredRow]) -> list[ScoredRow]:
    """The rows of the list's page in its order; what is alike stands by name."""
    ordered = sorted(rows, key=lambda row: (row.sort_key, row.case_number))
    order = _ORDERS[listing.sort.removeprefix("-")]
    ordered.sort(key=order, reverse=listing.sort.startswith("-"))
    return listing.cut(ordered)
