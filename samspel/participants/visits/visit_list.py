"""The list of visits: one row per booking, of those that the user may see, as plain texts."""

from collections.abc import Mapping, Sequence
from datetime import date
from typing import NamedTuple

from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy as lazy

from samspel.accounts.user import User
from samspel.figures.codes import REFERRERS
from samspel.organisation.team import Team
from samspel.pages.listing import Column, Filter
from samspel.participants.referrers import own_referrer_titles
from samspel.participants.visits.calendar import day_bounds
from samspel.participants.visits.visit import Came, Visit, VisitQuerySet

COMING, PAST, ALL = "", "past", "all"
AWAITED = "awaited"
WIDE = "d-none d-md-table-cell"
"""Columns that a phone has no room for."""

COLUMNS = (
    Column("when", lazy("When"), ("starts_at",)),
    Column("who", lazy("Who")),
    Column("referrer", lazy("Referrer"), ("referred_by", "starts_at"), WIDE),
    Column("caseworker", lazy("Caseworker"), ("caseworker_name", "starts_at"), WIDE),
    Column("state", lazy("Came"), ("came", "starts_at")),
)
TEAM = Column("team", lazy("Team"), ("team__name", "starts_at"), WIDE)
"""Beside the others where the user has several teams."""
MARKS = {Came.CAME: "is-active", Came.ABSENT: "is-danger", Came.CANCELLED: "is-quiet"}


class VisitRow(NamedTuple):
    """What a row of the list shows; a protected person's name is not in it."""

    url: str
    day: str
    clock: str
    who: str
    referrer: str
    caseworker: str
    state: str
    mark: str
    team: str


def filters(teams: Sequence[Team]) -> list[Filter]:
    """What the list can be narrowed by; the team only where there are several."""
    times = [(COMING, _("To come")), (PAST, _("Past")), (ALL, _("All"))]
    states = [("", _("All")), (AWAITED, _("awaited")), *Came.choices]
    choices = [Filter("when", _("When"), times), Filter("state", _("Came"), states)]
    if len(teams) > 1:
        named = [(each.slug, each.name) for each in teams]
        choices.insert(0, Filter("team", _("Team"), [("", _("All my teams")), *named]))
    return choices


def visits(*, user: User, chosen: Mapping[str, str], today: date) -> VisitQuerySet:
    """The visits that the filters leave, of those that ``user`` may see; today's are to come."""
    found = Visit.objects.visible_to(user)
    start, _after = day_bounds(today, today)
    if chosen["when"] != ALL:
        is_past = chosen["when"] == PAST
        found = found.filter(starts_at__lt=start) if is_past else found.filter(starts_at__gte=start)
    if chosen["state"]:
        found = found.filter(came="" if chosen["state"] == AWAITED else chosen["state"])
    if chosen.get("team"):
        found = found.filter(team__slug=chosen["team"])
    return found


def _state(visit: Visit, today: date) -> tuple[str, str]:
    """What became of it, and how it is marked; what is past and not said is due."""
    if visit.came:
        return str(Came(visit.came).label), MARKS[Came(visit.came)]
    if visit.on < today:
        return _("to be entered"), "is-due"
    return _("awaited"), ""


def visit_rows(shown: Sequence[Visit], teams: Sequence[Team], *, today: date) -> list[VisitRow]:
    """Turn visits, which come with their episode's participant, into rows of texts."""
    names = {team.pk: team.name for team in teams}
    titles = {each.code: _(each.title) for each in REFERRERS} | own_referrer_titles(teams)
    return [
        VisitRow(
            url=reverse("visit", args=[each.pk]),
            day=each.on.isoformat(),
            clock=each.clock,
            who=each.listed_name,
            referrer=titles.get(each.referred_by, each.referred_by),
            caseworker=each.caseworker_name,
            state=state,
            mark=mark,
            team=names.get(each.team_id, ""),
        )
        for each in shown
        for state, mark in [_state(each, today)]
    ]
