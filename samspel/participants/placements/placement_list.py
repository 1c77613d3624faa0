"""The list of placements: those of the persons whom the user may see, a row for each."""

from collections.abc import Mapping, Sequence
from datetime import date
from typing import Any, NamedTuple
from uuid import UUID

from django.db.models import QuerySet
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy as lazy

from samspel.accounts.user import User
from samspel.organisation.team import Team
from samspel.pages.listing import Column, Filter
from samspel.participants.case_list import ALL, MINE, WIDE
from samspel.participants.coaches import coaches
from samspel.participants.employers.employer import EmployerKind
from samspel.participants.episode import Episode
from samspel.participants.participant import visible
from samspel.participants.placements.placement import Placement, PlacementQuerySet
from samspel.participants.placements.purpose import LOOKS, Purpose, State, titles_of
from samspel.participants.whose import mine

RUNNING = ""
_NAME = ("episode__participant__protection", "episode__participant__sort_key")
COLUMNS = (
    Column("name", lazy("Name"), _NAME),
    Column("employer", lazy("Employer"), ("employer__sort_key",)),
    Column("purpose", lazy("Purpose"), ("purpose", "employer__sort_key"), WIDE),
    Column("starts", lazy("Starts on"), ("starts_on",), WIDE),
    Column("ends", lazy("Ends on"), ("ends_planned_on",), WIDE),
    Column("state", lazy("State"), ("state_number", "starts_on")),
    Column("coach", lazy("Coach"), ("episode__coach__name", "starts_on"), WIDE),
)
TEAM = Column("team", lazy("Team"), ("episode__team__name", "starts_on"), WIDE)


class PlacementListRow(NamedTuple):
    """What a row of the list shows; a protected person's name is not in it."""

    pk: UUID
    name: str
    employer: str
    purpose: str
    starts_on: date
    ends_on: date | None
    is_over_time: bool
    state: State
    coach: str
    team: str

    @property
    def look(self) -> str:
        """The look of the state's mark."""
        return LOOKS[self.state]


def filters(teams: Sequence[Team]) -> list[Filter]:
    """What the list can be narrowed by; the team only where there are several."""
    staff = [(str(pk), name) for pk, name in coaches(teams).values_list("pk", "name")]
    states = [(each.value, each.label.capitalize()) for each in State]
    choices = [
        Filter(
            "state",
            _("State"),
            [(RUNNING, _("Planned and ongoing")), *states, (ALL, _("All"))],
        ),
        Filter("purpose", _("Purpose"), [("", _("All")), *titles_of(Purpose)]),
        Filter("kind", _("Employer"), [("", _("All")), *titles_of(EmployerKind)]),
        Filter("coach", _("Coach"), [("", _("All coaches")), (MINE, _("My own")), *staff]),
    ]
    if len(teams) > 1:
        named = [(each.slug, each.name) for each in teams]
        choices.insert(0, Filter("team", _("Team"), [("", _("All my teams")), *named]))
    return choices


def placements_found(
    *, user: User, teams: Sequence[Team], chosen: Mapping[str, str], today: date
) -> PlacementQuerySet:
    """The placements that the filters leave, of those whom ``user`` may see."""
    cases = Episode.objects.filter(visible(user, teams, "participant__"))
    if chosen["coach"] == MINE:
        cases = cases.filter(mine(user, today))
    elif chosen["coach"]:
        cases = cases.filter(coach=int(chosen["coach"]))
    if chosen.get("team"):
        cases = cases.filter(team__slug=chosen["team"])
    found = Placement.objects.filter(episode__in=cases.order_by().values("pk"))
    if chosen["state"] == RUNNING:
        found = found.in_states(State.PLANNED, State.ONGOING, today=today)
    elif chosen["state"] != ALL:
        found = found.in_states(State(chosen["state"]), today=today)
    if chosen["purpose"]:
        found = found.filter(purpose=chosen["purpose"])
    if chosen["kind"]:
        found = found.filter(employer__kind=chosen["kind"])
    return found


def shown(found: PlacementQuerySet, today: date) -> "QuerySet[Placement, Any]":
    """The rows with all that a line of the list shows."""
    parties = ("employer", "episode__participant", "episode__coach", "episode__team")
    return found.with_state_number(today).select_related(*parties)


def list_row(placement: Placement, today: date) -> PlacementListRow:
    """A placement as a line of the list."""
    episode, state = placement.episode, placement.state(today)
    planned = placement.ends_planned_on
    return PlacementListRow(
        pk=placement.pk,
        name=episode.participant.listed_name,
        employer=placement.employer.name,
        purpose=placement.get_purpose_display(),
        starts_on=placement.starts_on,
        ends_on=placement.end or planned,
        is_over_time=state == State.ONGOING and planned is not None and planned < today,
        state=state,
        coach=episode.coach.name if episode.coach else "",
        team=episode.team.name,
    )
