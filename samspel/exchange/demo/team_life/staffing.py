"""Who has worked in a team of the demo: coaches come and go, one is on leave, one agency is late.

The same in each team, moved by where its years begin; every name is invented.
"""

from collections.abc import Sequence
from datetime import date, timedelta
from decimal import Decimal
from typing import NamedTuple

from samspel.accounts.actor import Actor
from samspel.accounts.log import log
from samspel.accounts.models import User
from samspel.accounts.roles import Role
from samspel.exchange.demo.casework.chance import Chance
from samspel.exchange.demo.places import TEAMS
from samspel.organisation.models import Agency, Membership, Team
from samspel.personnel.staffing.models import EmployedBy, Leave, LeaveKind, Position, PositionShare

_DAY = timedelta(days=1)
_STAFF_ROLES = (Role.COACH, Role.TEAM_LEADER)
_FORMER = ("Disa Malmsten", "Love Hult", "Tove Åsbrink", "Elis Rönn", "Vide Sjöberg", "Maj Hallin")
_STAND_INS = ("Iris Palm", "Hugo Vall", "Nila Sund")
_COOKS = ("Åbygdens kök & kreativitet", "Bygdens hantverk", "Skogens lärare AB")


class _Held(NamedTuple):
    """A position with its shares: days, and percent from each."""

    position: Position
    shares: tuple[tuple[date, int], ...]


def fill_staffing(team: Team, *, by: Actor, today: date) -> list[Position]:
    """Write three years of positions for a team at work; in the order of their first days.

    Those who work there now have the names of the team's accounts. One agency has had nobody
    since the spring, and its position stands vacant.
    """
    chance = Chance(f"staffing {team.slug}")
    start = team.started_on or date(today.year - 3, 1, 1)
    members = Membership.objects.filter(team=team, ended_on=None).select_related("user", "agency")
    leader = members.get(role=Role.TEAM_LEADER)
    coaches = list(members.filter(role=Role.COACH).order_by("pk"))
    held = [
        _leader(team, leader.user, leader.agency, start),
        *_coaches(team, coaches, start, today, chance),
        *_gone(team, start, today, chance),
    ]
    Position.objects.bulk_create([each.position for each in held])
    _write_shares(held)
    _leave_with_stand_in(held, team=team, today=today, chance=chance)
    team.touch()
    log(
        by=by,
        act="fill_demo",
        subject=f"team:{team.pk}",
        team_id=team.pk,
        details={"positions": len(held) + 1},
    )
    return list(team.positions.order_by("first_on", "pk"))


def _position(team: Team, name: str, role: str, first_on: date, **fields: object) -> Position:
    return Position(team=team, name=name, role=role, first_on=first_on, **fields)


def _leader(team: Team, user: User, agency: Agency | None, start: date) -> _Held:
    """The leader is the host's, for the municipality, and part of the time leads another team."""
    position = _position(
        team, user.name, "teamledare", start, employed_by=EmployedBy.HOST, agency=agency
    )
    return _Held(position, ((start, 100), (_years_on(start, 2), 80)))


def _coaches(
    team: Team, coaches: Sequence[Membership], start: date, today: date, chance: Chance
) -> list[_Held]:
    """Those of now: the first from the beginning, the others after somebody who left."""
    held = []
    for number, each in enumerate(coaches):
        first = start if number == 0 else _years_on(start, 1 + number) + chance.days(10, 60)
        position = _position(
            team,
            each.user.name,
            "handledare",
            min(first, today - timedelta(days=200)),
            employed_by=EmployedBy.AGENCY,
            agency=each.agency,
        )
        begins = position.first_on
        more = ((date(today.year - 1, 9, 1), 75),) if number == 0 else ()
        later = tuple(share for share in more if share[0] > begins)
        held.append(_Held(position, ((begins, 100), *later)))
    return held


def _gone(team: Team, start: date, today: date, chance: Chance) -> list[_Held]:
    """Two who have left, a vacancy after the latter, and a hired leader of a group."""
    first, second = chance.some_of(_FORMER, 2)
    agencies = list(team.agencies.order_by("pk"))
    staff = Membership.objects.filter(team=team, ended_on=None, role__in=_STAFF_ROLES)
    used = set(staff.values_list("agency_id", flat=True))
    free = [each for each in agencies if each.pk not in used] or agencies[:1]
    left_on = today - timedelta(days=chance.number(120, 210))
    lent = _lent(free[0])
    leaves_first = min(_years_on(start, 2) + timedelta(days=20), left_on)
    came_on = start + chance.days(60, 120)
    rows = [
        _position(team, first, "handledare", start, last_on=leaves_first, **_lent(agencies[0])),
        _position(team, second, "handledare", came_on, last_on=left_on, **lent),
        _position(team, "", "handledare", left_on + _DAY, **lent),
        _position(
            team,
            "",
            "ledare av skapande grupp",
            today - timedelta(days=400),
            employed_by=EmployedBy.HIRED,
            comes_from=chance.one_of(_COOKS),
        ),
    ]
    rows[3].name = "Saga Lindh"
    percents = (100, 80, 80, 20)
    return [
        _Held(row, ((row.first_on, percent),)) for row, percent in zip(rows, percents, strict=True)
    ]


def _lent(agency: Agency) -> dict[str, object]:
    return {"employed_by": EmployedBy.AGENCY, "agency": agency}


def _leave_with_stand_in(held: Sequence[_Held], *, team: Team, today: date, chance: Chance) -> None:
    """The first coach was on parental leave last autumn; somebody from another team stood in."""
    absent = held[1].position
    first, last = date(today.year - 1, 10, 1), date(today.year, 3, 31)
    if last >= today:
        first, last = date(today.year - 2, 10, 1), date(today.year - 1, 3, 31)
    if first <= absent.first_on:
        return
    Leave.objects.create(
        position=absent, kind=LeaveKind.PARENTAL, percent=60, first_on=first, last_on=last
    )
    other = next(each.name for each in TEAMS if each.name != team.name)
    position = Position.objects.create(
        team=team,
        name=chance.one_of(_STAND_INS),
        role="handledare",
        employed_by=EmployedBy.BORROWED,
        comes_from=other,
        first_on=first,
        last_on=last,
        stands_in_for=absent,
    )
    PositionShare.objects.create(position=position, first_on=first, percent=50)
    studying = held[2].position
    begins = today - timedelta(days=40)
    Leave.objects.create(position=studying, kind=LeaveKind.STUDY, percent=20, first_on=begins)


def _write_shares(held: Sequence[_Held]) -> None:
    PositionShare.objects.bulk_create(
        PositionShare(position=each.position, first_on=first, percent=Decimal(percent))
        for each in held
        for first, percent in each.shares
        if each.position.last_on is None or first <= each.position.last_on
    )


def _years_on(day: date, years: int) -> date:
    return day.replace(year=day.year + years)
