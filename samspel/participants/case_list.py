"""The list of cases: one row per episode, of those whom the user may see, as plain texts."""

from collections.abc import Sequence
from datetime import date
from types import SimpleNamespace
from typing import Any, NamedTuple

from django.db.models import Q, QuerySet
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy as lazy

from samspel.accounts.user import User
from samspel.organisation.team import Team
from samspel.pages.listing import Column, Filter
from samspel.participants.coaches import coaches
from samspel.participants.episode import Episode, EpisodeQuerySet
from samspel.participants.participant import Participant, Protection, visible
from samspel.participants.stage import OPEN_STAGES, Stage, stage_of, stage_since
from samspel.participants.whose import mine

OPEN, ALL, MINE = "", "all", "mine"

WIDE = "d-none d-md-table-cell"
"""Columns that a phone has no room for."""

COLUMNS = (
    Column("name", lazy("Name"), ("participant__protection", "participant__sort_key")),
    Column("case", lazy("Case number"), ("case_number",), WIDE),
    Column("stage", lazy("Stage"), ("stage_number", "participant__sort_key")),
    Column("days", lazy("Days in stage"), ("-since",), "number"),
    Column("coach", lazy("Coach"), ("coach__name", "participant__sort_key"), WIDE),
    Column("referred", lazy("Referred on"), ("referred_on",), WIDE),
    Column("enrolled", lazy("Enrolled on"), ("enrolled_on",), WIDE),
)
TEAM = Column("team", lazy("Team"), ("team__name", "participant__sort_key"), WIDE)
"""Beside the others where the user has several teams."""
VALUES = (
    "participant_id",
    "participant__given_name",
    "participant__family_name",
    "participant__reference",
    "participant__protection",
    "case_number",
    "team_id",
    "coach__name",
    "study_visit_on",
    "referred_on",
    "enrolled_on",
    "trial_ends_on",
    "closing_begun_on",
    "closed_on",
    "withdrawn_on",
)


class CaseRow(NamedTuple):
    """What a row of the list shows; a protected person's name is not in it."""

    participant_id: str
    name: str
    case_number: str
    stage: str
    days: str
    coach: str
    referred_on: str
    enrolled_on: str
    team: str


def filters(teams: Sequence[Team]) -> list[Filter]:
    """What the list can be narrowed by; the team only where there are several."""
    stages = [(each.value, each.label.capitalize()) for each in Stage]
    staff = [(str(pk), name) for pk, name in coaches(teams).values_list("pk", "name")]
    choices = [
        Filter("stage", _("Stage"), [(OPEN, _("All open")), *stages, (ALL, _("All"))]),
        Filter("coach", _("Coach"), [("", _("All coaches")), (MINE, _("My own")), *staff]),
    ]
    if len(teams) > 1:
        named = [(each.slug, each.name) for each in teams]
        choices.insert(0, Filter("team", _("Team"), [("", _("All my teams")), *named]))
    return choices


def cases(
    *, user: User, teams: Sequence[Team], chosen: dict[str, str], search: str, today: date
) -> EpisodeQuerySet:
    """The episodes that the filters and the search leave, of those whom ``user`` may see.

    ``teams`` are those where the user does casework, fetched already for the page.
    """
    found = Episode.objects.filter(visible(user, teams, "participant__"))
    if chosen["stage"] != ALL:
        stage = chosen["stage"]
        found = found.in_stages([Stage(stage)] if stage else OPEN_STAGES, today)
    if chosen["coach"]:
        is_mine = chosen["coach"] == MINE
        found = found.filter(mine(user, today) if is_mine else Q(coach=int(chosen["coach"])))
    if chosen.get("team"):
        found = found.filter(team__slug=chosen["team"])
    if search:
        found = found.filter(participant__in=Participant.objects.matching(search))
    return found


def sortable(found: EpisodeQuerySet, sort: str, *, today: date) -> "QuerySet[Episode, Any]":
    """The values of the list's rows, with what the chosen order needs."""
    key = sort.removeprefix("-")
    if key == "stage":
        found = found.with_stage_number(today)
    if key == "days":
        found = found.with_since(today)
    return found.values_list(*VALUES)


def case_rows(
    values: Sequence[tuple[Any, ...]], *, teams: Sequence[Team], today: date
) -> list[CaseRow]:
    """Turn values into rows of texts."""
    by_id = {team.pk: team for team in teams}
    titles = {stage: stage.label.capitalize() for stage in Stage}
    hidden = _("Protected identity")
    return [_row(each, by_id, titles, hidden, today) for each in values]


def _row(
    values: tuple[Any, ...],
    teams: dict[int, Team],
    titles: dict[Stage, str],
    hidden: str,
    today: date,
) -> CaseRow:
    person, given, family, reference, protection, number, team_id, coach, *dates = values
    team = teams[team_id]
    episode = SimpleNamespace(**dict(zip(VALUES[8:], dates, strict=True)))
    stage = stage_of(episode, today)
    since = stage_since(episode, stage)
    is_protected = protection != Protection.NONE
    name = hidden if is_protected else f"{given} {family}".strip() or reference
    return CaseRow(
        participant_id=str(person),
        name=name,
        case_number=number,
        stage=titles[stage],
        days=str((today - since).days) if since and since <= today else "",
        coach=coach or "",
        referred_on=_iso(episode.referred_on),
        enrolled_on=_iso(episode.enrolled_on),
        team=team.name,
    )


def _iso(day: date | None) -> str:
    return "" if day is None else day.isoformat()
