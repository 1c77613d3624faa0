"""The groups and the single activities of a period, as a report names them."""

from dataclasses import dataclass
from datetime import date

from samspel.figures.period import Period
from samspel.organisation.team import Team
from samspel.participants.groups.group import Group
from samspel.participants.groups.rows import session_rows
from samspel.participants.groups.session import Session


@dataclass(frozen=True, slots=True)
class ToldGroup:
    """A group: ``key`` names it in figures, ``teams`` are the other teams that are in it."""

    key: str
    name: str
    kind: str
    teams: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class ToldActivity:
    """A single activity that was held: ``key`` names its session in figures."""

    key: str
    on: date
    title: str
    kind: str


@dataclass(frozen=True, slots=True)
class Activities:
    """The groups by kind and name, and the single activities by date."""

    groups: tuple[ToldGroup, ...] = ()
    single: tuple[ToldActivity, ...] = ()


def activities_of(team: Team, period: Period) -> Activities:
    """The team's groups that met in the period, also with others, and its single activities."""
    return Activities(_groups(team, period), _single(team, period))


def _groups(team: Team, period: Period) -> tuple[ToldGroup, ...]:
    met = {row.group for row in session_rows(team, period.end) if row.on >= period.start}
    found = (
        Group.objects.filter(pk__in=met - {""})
        .select_related("team", "kind")
        .prefetch_related("sharings__team")
    )
    ordered = sorted(found, key=lambda group: (group.kind.title, group.name, group.starts_on))
    return tuple(
        ToldGroup(str(each.pk), each.name, each.kind.title, _others(each, team, period))
        for each in ordered
    )


def _others(group: Group, team: Team, period: Period) -> tuple[str, ...]:
    """The other teams that took part on a day of the period."""
    taking_part = {
        each.team.name
        for each in group.sharings.all()
        if (each.from_on is None or each.from_on <= period.end)
        and (each.ended_on is None or each.ended_on > period.start)
        and each.team_id != team.pk
    }
    return tuple(sorted(taking_part | ({group.team.name} if group.team_id != team.pk else set())))


def _single(team: Team, period: Period) -> tuple[ToldActivity, ...]:
    held = Session.objects.held().filter(team=team, group=None)
    found = held.filter(on__range=(period.start, period.end)).order_by("on", "at", "pk")
    rows = found.values_list("pk", "on", "title", "kind__title")
    return tuple(ToldActivity(str(pk), on, title, kind) for pk, on, title, kind in rows)
