"""The list of follow-ups: the next one of each enrolled person whom the user may see."""

from collections.abc import Callable, Iterator, Mapping, Sequence
from datetime import date
from typing import Any, NamedTuple
from uuid import UUID

from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy as lazy

from samspel.accounts.user import User
from samspel.organisation.team import Team
from samspel.pages.listing import Column, Filter, Listing
from samspel.participants.case_list import WIDE
from samspel.participants.episode import Episode
from samspel.participants.follow_ups.due import row_of
from samspel.participants.follow_ups.follow_up import FollowUp
from samspel.participants.follow_ups.schedule import next_due
from samspel.participants.follow_ups.state import LOOKS, State, state_of
from samspel.participants.participant import Protection, visible
from samspel.participants.stage import ENROLLED_STAGES
from samspel.participants.whose import mine

MINE = "mine"
COLUMNS = (
    Column("name", lazy("Name"), ("name",)),
    Column("case", lazy("Case number"), ("case_number",), WIDE),
    Column("due", lazy("Due"), ("due_on",)),
    Column("state", lazy("State"), ("state",)),
    Column("late", lazy("Days late"), ("late",), f"number {WIDE}"),
    Column("coach", lazy("Coach"), ("coach",), WIDE),
)
TEAM = Column("team", lazy("Team"), ("team",), WIDE)
_SHOWN = (State.OVERDUE, State.TO_WRITE, State.TO_BOOK, State.BOOKED, State.COMING)
_VALUES = (
    "pk",
    "participant__given_name",
    "participant__family_name",
    "participant__reference",
    "participant__protection",
    "participant__sort_key",
    "case_number",
    "team_id",
    "coach__name",
    "enrolled_on",
)


class WaitingRow(NamedTuple):
    """What a row of the list shows; a protected person's name is not in it."""

    episode_id: UUID
    name: str
    sort_key: str
    case_number: str
    team: str
    coach: str
    due_on: date
    meeting: str
    """Day and time of a booked meeting."""
    state: State
    late: int
    """Days that have gone by since the day it was due or booked for; 0 while it is not overdue."""

    @property
    def look(self) -> str:
        """The look of the state's mark."""
        return LOOKS[self.state]


def filters(teams: Sequence[Team]) -> list[Filter]:
    """What the list can be narrowed by; the team only where there are several."""
    states = [(each.value, each.label.capitalize()) for each in _SHOWN]
    choices = [
        Filter("state", _("State"), [("", _("All")), *states]),
        Filter("coach", _("Coach"), [("", _("All coaches")), (MINE, _("My own"))]),
    ]
    if len(teams) > 1:
        named = [(each.slug, each.name) for each in teams]
        choices.insert(0, Filter("team", _("Team"), [("", _("All my teams")), *named]))
    return choices


def waiting_rows(
    *, user: User, teams: Sequence[Team], chosen: Mapping[str, str], today: date
) -> list[WaitingRow]:
    """The rows that the filters leave, of those whom ``user`` may see: two queries."""
    seen = visible(user, teams, "participant__")
    found = Episode.objects.filter(seen).in_stages(ENROLLED_STAGES, today)
    if chosen["coach"] == MINE:
        found = found.filter(mine(user, today))
    if chosen.get("team"):
        found = found.filter(team__slug=chosen["team"])
    rows = _rows(list(found.order_by().values_list(*_VALUES)), found, teams, today)
    return [each for each in rows if not chosen["state"] or each.state == chosen["state"]]


def _rows(
    values: Sequence[tuple[Any, ...]], found: Any, teams: Sequence[Team], today: date
) -> Iterator[WaitingRow]:
    by_id = {team.pk: team for team in teams}
    known: dict[UUID, list[FollowUp]] = {}
    for each in FollowUp.objects.filter(episode__in=found.order_by().values("pk")).order_by():
        known.setdefault(each.episode_id, []).append(each)
    hidden = _("Protected identity")
    for pk, given, family, reference, protection, key, number, team_id, coach, first in values:
        team, rows = by_id[team_id], known.get(pk, [])
        due_on = next_due(first, team.follow_up_months, rows, today)
        row = row_of(rows, due_on)
        state = state_of(due_on, row, due_on, today)
        is_protected = protection != Protection.NONE
        booked_on = row.booked_on if row is not None else None
        yield WaitingRow(
            episode_id=pk,
            name=hidden if is_protected else f"{given} {family}".strip() or reference,
            sort_key="" if is_protected else key,
            case_number=number,
            team=team.name,
            coach=coach or "",
            due_on=due_on,
            meeting=f"{booked_on.isoformat()} {row.clock}" if row and booked_on else "",
            state=state,
            late=(today - max(due_on, booked_on or due_on)).days if state == State.OVERDUE else 0,
        )


_ORDERS: Mapping[str, Callable[[WaitingRow], Any]] = {
    "name": lambda row: row.sort_key,
    "case": lambda row: row.case_number,
    "due": lambda row: row.due_on,
    "state": lambda row: list(State).index(row.state),
    "late": lambda row: row.late,
    "coach": lambda row: (not row.coach, row.coach),
    "team": lambda row: row.team,
}


def page_of(listing: Listing, rows: Sequence[WaitingRow]) -> list[WaitingRow]:
    """The rows of the list's page in its order; what is alike stands by day, then by name.

    The rows are worked out from the schedule, so that no query can sort and count them.
    """
    ordered = sorted(rows, key=lambda row: (row.due_on, row.sort_key, row.case_number))
    order = _ORDERS[listing.sort.removeprefix("-")]
    ordered.sort(key=order, reverse=listing.sort.startswith("-"))
    return listing.cut(ordered)
