"""The list of employers: filtered by what their tasks are like, and its rows as plain texts."""

from collections.abc import Iterable, Mapping, Sequence
from datetime import date
from typing import Any, NamedTuple
from uuid import UUID

from django.db.models import OuterRef, QuerySet, Subquery
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy as lazy
from django.utils.translation import ngettext

from samspel.organisation.team import Team
from samspel.pages.listing import Column, Filter
from samspel.participants.employers.contact_note import ContactNote
from samspel.participants.employers.demands import Accessibility
from samspel.participants.employers.employer import Employer, EmployerKind, EmployerQuerySet
from samspel.participants.employers.places import Places, places_at, together
from samspel.participants.employers.task import Task
from samspel.participants.employers.work_kind import WorkKind

FREE = "free"
USED, LEFT, ALL = "", "left", "all"
WIDE = "d-none d-md-table-cell"
"""Columns that a phone has no room for."""
COLUMNS = (
    Column("name", lazy("Employer"), ("sort_key",)),
    Column("kind", lazy("Kind of employer"), ("kind", "sort_key"), WIDE),
    Column("work", lazy("Kinds of work"), (), WIDE),
    Column("places", lazy("Places")),
    Column("talk", lazy("Last talk"), ("last_talk", "sort_key"), WIDE),
)
TEAM = Column("team", lazy("Team"), ("team__name", "sort_key"), WIDE)
"""Beside the others where the user has several teams."""
_FITTING = ("work", "access", "place")
"""The filters that one and the same task must fit."""


class EmployerRow(NamedTuple):
    """What a row of the list shows, and a file of it."""

    url: str
    name: str
    kind: str
    work: str
    places: str
    mark: str
    talk: str
    team: str
    number: str
    address: str
    website: str
    capacity: int
    free: int


def filters(teams: Sequence[Team]) -> list[Filter]:
    """What the list can be narrowed by; the team only where there are several."""
    kinds = WorkKind.objects.filter(team__in=teams, is_used=True)
    titles = dict(kinds.order_by("-title").values_list("code", "title"))
    work = sorted(titles.items(), key=lambda one: one[1].casefold())
    used = [(USED, _("We turn to")), (LEFT, _("No longer")), (ALL, _("All"))]
    choices = [
        Filter("kind", _("Kind of employer"), [("", _("All")), *_capital(EmployerKind.choices)]),
        Filter("work", _("Kinds of work"), [("", _("All")), *_capital(work)]),
        Filter("place", _("Places"), [("", _("All")), (FREE, _("With a free place now"))]),
        Filter("access", _("Accessibility"), [("", _("All")), *_capital(Accessibility.choices)]),
        Filter("used", _("Which"), used),
    ]
    if len(teams) > 1:
        named = [(each.slug, each.name) for each in teams]
        choices.insert(0, Filter("team", _("Team"), [("", _("All my teams")), *named]))
    return choices


def _capital(choices: Iterable[tuple[str, Any]]) -> list[tuple[str, str]]:
    return [(code, str(title)[:1].upper() + str(title)[1:]) for code, title in choices]


def employers(
    *, teams: Sequence[Team], chosen: Mapping[str, str], search: str, today: date
) -> EmployerQuerySet:
    """The teams' employers that the filters and the search leave."""
    found = Employer.objects.of_teams(teams)
    if chosen["used"] != ALL:
        found = found.filter(is_used=chosen["used"] == USED)
    if chosen["kind"]:
        found = found.filter(kind=chosen["kind"])
    if chosen.get("team"):
        found = found.filter(team__slug=chosen["team"])
    if any(chosen[each] for each in _FITTING):
        found = found.filter(pk__in=_with_a_fitting_task(teams, chosen, today))
    return found.matching(search) if search else found


def _with_a_fitting_task(
    teams: Sequence[Team], chosen: Mapping[str, str], today: date
) -> set[UUID]:
    """Employers with one task that fits all that is chosen of the tasks."""
    tasks: QuerySet[Task] = Task.objects.of_teams(teams).filter(is_offered=True)
    if chosen["work"]:
        tasks = tasks.filter(work_kinds__code=chosen["work"]).distinct()
    fitting = [each for each in tasks if chosen["access"] in ("", *each.accessibility)]
    if chosen["place"] == FREE:
        places = places_at(fitting, teams, today=today)
        fitting = [each for each in fitting if places[each.pk].free]
    return {each.employer_id for each in fitting}


def with_last_talk(found: EmployerQuerySet) -> "QuerySet[Employer]":
    """With ``last_talk``, the day of the latest note, to show and to sort by."""
    notes = ContactNote.objects.filter(employer=OuterRef("pk")).order_by("-on")
    return found.annotate(last_talk=Subquery(notes.values("on")[:1]))


def employer_rows(shown: Sequence[Any], teams: Sequence[Team], *, today: date) -> list[EmployerRow]:
    """Turn employers of `with_last_talk` into rows of texts; three queries for all of them."""
    tasks = Task.objects.filter(employer__in=shown, is_offered=True)
    by_employer: dict[UUID, list[Task]] = {}
    for task in tasks.prefetch_related("work_kinds"):
        by_employer.setdefault(task.employer_id, []).append(task)
    every = [task for own in by_employer.values() for task in own]
    places = places_at(every, teams, today=today)
    names = {team.pk: team.name for team in teams}
    return [_row(each, by_employer.get(each.pk, []), places, names) for each in shown]


def _row(
    employer: Any,
    tasks: Sequence[Task],
    places: Mapping[UUID, Places],
    names: Mapping[int, str],
) -> EmployerRow:
    kinds = {kind.title for task in tasks for kind in task.work_kinds.all()}
    all_of_them = together([places[task.pk] for task in tasks])
    said, mark = told_places(all_of_them)
    if not employer.is_used:
        said, mark = _("no longer"), "is-quiet"
    return EmployerRow(
        url=reverse("employer", args=[employer.pk]),
        name=employer.name,
        kind=str(EmployerKind(employer.kind).label),
        work=", ".join(sorted(kinds, key=str.casefold)),
        places=said,
        mark=mark,
        talk=employer.last_talk.isoformat() if employer.last_talk else "",
        team=names.get(employer.team_id, ""),
        number=employer.shown_number,
        address=employer.address,
        website=employer.website,
        capacity=all_of_them.capacity if all_of_them else 0,
        free=all_of_them.free if all_of_them else 0,
    )


def told_places(places: Places | None) -> tuple[str, str]:
    """Free places in words, and how they are marked."""
    if places is None:
        return _("no task yet"), "is-quiet"
    if places.free:
        told = {"free": places.free, "all": places.capacity}
        words = ngettext(
            "%(free)s of %(all)s free", "%(free)s of %(all)s are free", places.capacity
        )
        return words % told, "is-active"
    if places.free_from is None:
        return _("none free"), "is-quiet"
    return _("free from %(day)s") % {"day": places.free_from.isoformat()}, "is-due"
