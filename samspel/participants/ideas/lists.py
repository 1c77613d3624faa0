"""The lists of ideas, suggestions and planning days: filters, columns, and rows as plain texts."""

from collections.abc import Iterable, Mapping, Sequence
from datetime import date
from typing import Any, NamedTuple

from django.db.models import Count, F, Q, QuerySet
from django.urls import reverse
from django.utils.text import Truncator
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy as lazy

from samspel.organisation.team import Team
from samspel.pages.listing import Column, Filter
from samspel.participants.ideas.idea import Idea, IdeaQuerySet, IdeaState, in_states
from samspel.participants.ideas.planning_day import CameOf, PlanningDay
from samspel.participants.ideas.suggestion import IN_STATE, Suggestion, SuggestionState

CURRENT, ALL = "", "all"
WIDE = "d-none d-md-table-cell"
"""Columns that a phone has no room for."""
IDEA_COLUMNS = (
    Column("title", lazy("Idea"), ("title",)),
    Column("signed", lazy("Signed up"), ("signed_up", "title"), "number"),
    Column("last", lazy("Last day"), ("last_on", "title"), WIDE),
    Column("state", lazy("Stands")),
)
SUGGESTION_COLUMNS = (
    Column("left", lazy("Left"), ("left_on",)),
    Column("text", lazy("Suggestion")),
    Column("state", lazy("Stands"), ("answered_on", "left_on")),
)
DAY_COLUMNS = (
    Column("on", lazy("Day"), ("on",)),
    Column("place", lazy("Where"), ("place", "on"), WIDE),
    Column("participants", lazy("Participants"), ("participants", "on"), "number"),
    Column("ideas", lazy("Ideas"), ("ideas", "on"), "number"),
    Column("done", lazy("Of them done or a group"), ("done", "on"), f"number {WIDE}"),
)
TEAM = Column("team", lazy("Team"), ("team__name",), WIDE)
"""Beside the others where the user has several teams."""
IDEA_MARKS = {
    IdeaState.PROPOSED: "is-due",
    IdeaState.OPEN: "",
    IdeaState.GROUP: "is-active",
    IdeaState.CLOSED: "is-quiet",
}
SUGGESTION_MARKS = {
    SuggestionState.WAITING: "",
    SuggestionState.ANSWERED: "is-active",
    SuggestionState.ASIDE: "is-quiet",
}


class Line(NamedTuple):
    """A row of the list of ideas or suggestions."""

    url: str
    title: str
    on: str
    numbers: str
    state: str
    mark: str
    team: str


def with_team(teams: Sequence[Team], columns: tuple[Column, ...]) -> tuple[Column, ...]:
    """The columns, and the team's where there are several."""
    return columns if len(teams) == 1 else (*columns, TEAM)


def _filters(teams: Sequence[Team], *own: Filter) -> list[Filter]:
    if len(teams) == 1:
        return list(own)
    named = [(each.slug, each.name) for each in teams]
    return [Filter("team", _("Team"), [("", _("All my teams")), *named]), *own]


def idea_filters(teams: Sequence[Team]) -> list[Filter]:
    """What the list of ideas can be narrowed by; it begins with what is to be seen to."""
    states = [(CURRENT, _("Proposed and open")), *IdeaState.choices, (ALL, _("All"))]
    return _filters(teams, Filter("state", _("Stands"), states))


def suggestion_filters(teams: Sequence[Team]) -> list[Filter]:
    """What the list of suggestions can be narrowed by; it begins with what waits."""
    waiting, *others = SuggestionState.choices
    states = [(CURRENT, waiting[1]), *others, (ALL, _("All"))]
    return _filters(teams, Filter("state", _("Stands"), states))


def day_filters(teams: Sequence[Team], years: Iterable[int]) -> list[Filter]:
    """What the list of planning days can be narrowed by."""
    named = [(str(year), str(year)) for year in years]
    return _filters(teams, Filter("year", _("Year"), [("", _("All years")), *named]))


def _own(teams: Sequence[Team], chosen: Mapping[str, str]) -> Q:
    slug = chosen.get("team", "")
    return Q(team__in=[each for each in teams if slug in ("", each.slug)])


def ideas_of(teams: Sequence[Team], chosen: Mapping[str, str], today: date) -> IdeaQuerySet:
    """The ideas that the filters leave."""
    found = Idea.objects.filter(_own(teams, chosen))
    state = chosen["state"]
    if state == CURRENT:
        # One that has enough still waits for the team when its last day has gone by.
        counted: Any = Idea.objects.with_signed_up()
        enough = counted.filter(group=None, closed_on=None, signed_up__gte=F("enough"))
        return found.filter(
            in_states((IdeaState.PROPOSED, IdeaState.OPEN), today) | Q(pk__in=enough.values("pk"))
        )
    return found if state == ALL else found.filter(in_states([IdeaState(state)], today))


def suggestions_of(
    teams: Sequence[Team], chosen: Mapping[str, str]
) -> "QuerySet[Suggestion, Suggestion]":
    """The suggestions that the filters leave."""
    found = Suggestion.objects.filter(_own(teams, chosen))
    state = chosen["state"]
    if state == ALL:
        return found
    return found.filter(IN_STATE[SuggestionState(state or SuggestionState.WAITING)])


def days_of(
    teams: Sequence[Team], chosen: Mapping[str, str]
) -> "QuerySet[PlanningDay, PlanningDay]":
    """The planning days that the filters leave, with ``ideas`` and ``done``."""
    found = PlanningDay.objects.filter(_own(teams, chosen))
    if chosen["year"]:
        found = found.filter(on__year=int(chosen["year"]))
    has_group = Q(raised__group__isnull=False) | Q(raised__idea__group__isnull=False)
    is_done = Q(raised__came_of=CameOf.DONE) | has_group
    return found.annotate(ideas=Count("raised"), done=Count("raised", filter=is_done))


def idea_lines(found: Iterable[Any], teams: Sequence[Team], today: date) -> list[Line]:
    """Turn ideas, which come with ``signed_up``, into rows of texts; enough stands out."""
    names = {team.pk: team.name for team in teams}
    return [_idea_line(each, names[each.team_id], today) for each in found]


def _idea_line(each: Any, team: str, today: date) -> Line:
    state = each.state(today)
    told, mark = str(state.label), IDEA_MARKS[state]
    if state == IdeaState.OPEN and each.signed_up >= each.enough:
        told, mark = _("enough have signed up"), "is-due"
    numbers = {"signed": each.signed_up, "enough": each.enough}
    return Line(
        url=reverse("idea", args=[each.pk]),
        title=each.title,
        on=each.last_on.isoformat() if each.last_on else "",
        numbers="" if each.opened_on is None else _("%(signed)s of %(enough)s") % numbers,
        state=told,
        mark=mark,
        team=team,
    )


def suggestion_lines(found: Iterable[Suggestion], teams: Sequence[Team], today: date) -> list[Line]:
    """Turn suggestions into rows of texts; one that has waited for long stands out."""
    names = {team.pk: team.name for team in teams}
    return [
        Line(
            url=reverse("suggestion", args=[each.pk]),
            title=Truncator(" ".join(each.text.split())).chars(90),
            on=each.left_on.isoformat(),
            numbers="",
            state=str(each.state.label),
            mark="is-due" if each.is_late(today) else SUGGESTION_MARKS[each.state],
            team=names[each.team_id],
        )
        for each in found
    ]
