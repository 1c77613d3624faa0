"""Matching: who is ready and has waited how long, which places fit, and whom a task fits."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any
from uuid import UUID

from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy as lazy
from django.views.decorators.http import require_safe

from samspel.accounts.actor import actor_of
from samspel.organisation.team import Team
from samspel.pages.listing import Column, Filter, Listing
from samspel.pages.parts import page_or_part
from samspel.pages.today import today
from samspel.participants.case_list import MINE, WIDE
from samspel.participants.coaches import coaches
from samspel.participants.employers.task import Task
from samspel.participants.employers.work_kind import WorkKind
from samspel.participants.episode import Episode
from samspel.participants.placements.fitting import Fit, fit_of
from samspel.participants.placements.readiness import Readiness
from samspel.participants.placements.readiness_form import ReadinessForm
from samspel.participants.placements.ready import (
    BEST,
    Match,
    Place,
    matches,
    offered_places,
    place_of,
    sought_by,
    waiting,
)
from samspel.participants.placements.readying import save_readiness
from samspel.participants.views.access import (
    back,
    casework_teams,
    episode_for,
    not_now,
    user_of,
)
from samspel.participants.when import Step, may
from samspel.participants.whose import mine

_SIZE = 20
_NAME = ("episode__participant__protection", "name_key")
COLUMNS = (
    Column("name", lazy("Name"), _NAME),
    Column("waited", lazy("Days waited"), ("-ready_on",), "number"),
    Column("coach", lazy("Coach"), ("episode__coach__name", "name_key"), WIDE),
)
TASK_COLUMNS = (
    Column("fit", lazy("How the task fits"), ("fit",)),
    Column("waited", lazy("Days waited"), ("waited",), "number"),
)
WHOLE = "whole"


@dataclass(frozen=True, slots=True)
class ReadyRow:
    """Somebody who waits; lists show a protected person without the name."""

    readiness: Readiness
    waited: int
    best: Sequence[Match] = ()
    fit: Fit | None = None


def _waited(readiness: Readiness, day: date) -> int:
    return (day - readiness.ready_on).days if readiness.ready_on else 0


@require_safe
def placement_matching(request: HttpRequest) -> HttpResponse:
    """Who is ready, the longest wait first, each with the free places that fit best."""
    teams, day = casework_teams(request), today(request)
    listing = Listing(
        request.GET,
        path=reverse("placement_matching"),
        columns=COLUMNS,
        filters=_filters(teams),
        sort="-waited",
        size=_SIZE,
    )
    found = _narrowed(request, waiting(user_of(request), teams, day), listing.chosen, day)
    taken = listing.take(found.prefetch_related("work_kinds"))
    places = offered_places(teams, day)
    rows = []
    for each in taken:
        best = matches(each, places.get(each.episode.team_id, ()))
        free = [match for match in best if match.is_free]
        rows.append(ReadyRow(each, _waited(each, day), free[:BEST]))
    context = {"listing": listing, "rows": rows, "is_narrowed": any(listing.chosen.values())}
    page, part = "placements/matching.html", "placements/matching_part.html"
    return page_or_part(request, page, part, context)


def _filters(teams: Sequence[Team]) -> list[Filter]:
    staff = [(str(pk), name) for pk, name in coaches(teams).values_list("pk", "name")]
    kinds = WorkKind.objects.filter(team__in=teams, is_used=True).order_by("title", "pk")
    titles = {title: title for title in kinds.values_list("title", flat=True)}
    choices = [
        Filter("kind", _("Kind of work"), [("", _("All")), *titles.items()]),
        Filter("coach", _("Coach"), [("", _("All coaches")), (MINE, _("My own")), *staff]),
    ]
    if len(teams) > 1:
        named = [(each.slug, each.name) for each in teams]
        choices.insert(0, Filter("team", _("Team"), [("", _("All my teams")), *named]))
    return choices


def _narrowed(request: HttpRequest, found: Any, chosen: dict[str, str], day: date) -> Any:
    if chosen["kind"]:
        wished = Readiness.work_kinds.through.objects.filter(workkind__title=chosen["kind"])
        found = found.filter(pk__in=wished.values("readiness"))
    if chosen["coach"] == MINE:
        own = Episode.objects.filter(mine(user_of(request), day))
        found = found.filter(episode__in=own.order_by().values("pk"))
    elif chosen["coach"]:
        found = found.filter(episode__coach=int(chosen["coach"]))
    if chosen.get("team"):
        found = found.filter(episode__team__slug=chosen["team"])
    return found


@require_safe
def placement_match(request: HttpRequest, episode_id: UUID) -> HttpResponse:
    """All places that are offered, as they fit one person, with the reasons."""
    episode, day = episode_for(request, episode_id), today(request)
    if refused := not_now(request, episode, Step.PLACE):
        return refused
    found = Readiness.objects.filter(episode=episode).prefetch_related("work_kinds").first()
    places = offered_places([episode.team], day).get(episode.team_id, [])
    fits = matches(found, places) if found else [Match(each, Fit((), ())) for each in places]
    context = {"episode": episode, "person": episode.participant, "readiness": found}
    waited = _waited(found, day) if found and found.ready_on else None
    more = {"matches": fits, "waited": waited, "may_place": may(Step.PLACE, episode.stage(day))}
    return render(request, "placements/match.html", context | more)


@require_safe
def task_people(request: HttpRequest, task_id: UUID) -> HttpResponse:
    """Whom a task fits, of those who are ready, with the reasons."""
    teams, day = casework_teams(request), today(request)
    tasks = Task.objects.of_teams(teams).select_related("employer__team")
    task = get_object_or_404(tasks.prefetch_related("work_kinds"), pk=task_id)
    place = place_of(task, task.employer.team, day)
    choices = [("", _("All who are ready")), (WHOLE, _("Everything fits"))]
    listing = Listing(
        request.GET,
        path=reverse("task_people", args=[task.pk]),
        columns=TASK_COLUMNS,
        filters=[Filter("fit", _("How the task fits"), choices)],
        sort="fit",
        size=_SIZE,
    )
    found = waiting(user_of(request), [task.employer.team], day).prefetch_related("work_kinds")
    rows = listing.cut(_ordered(_people(found, place, day), listing))
    context = {"listing": listing, "rows": rows, "task": task, "place": place}
    page, part = "placements/task_people.html", "placements/task_people_part.html"
    return page_or_part(request, page, part, context)


def _people(found: Any, place: Place, day: date) -> list[ReadyRow]:
    offered = place.offered
    return [
        ReadyRow(each, _waited(each, day), fit=fit_of(sought_by(each), offered))
        for each in found.order_by("ready_on", "pk")
    ]


def _ordered(rows: list[ReadyRow], listing: Listing) -> list[ReadyRow]:
    """By the fit, or by the wait; within each who has waited longest comes first."""
    if listing.chosen["fit"] == WHOLE:
        rows = [each for each in rows if each.fit and each.fit.is_whole]
    if listing.sort.removeprefix("-") == "waited":
        return sorted(rows, key=lambda each: each.waited, reverse=listing.sort.startswith("-"))
    falling = listing.sort.startswith("-")
    return sorted(rows, key=lambda each: each.fit.rank if each.fit else (), reverse=falling)


def readiness(request: HttpRequest, episode_id: UUID) -> HttpResponse:
    """Since when somebody is ready, what they wish for and what they need."""
    episode = episode_for(request, episode_id)
    if refused := not_now(request, episode, Step.PLACE):
        return refused
    found = Readiness.objects.filter(episode=episode).first()
    row = found or Readiness(episode=episode, version=0)
    data = request.POST if request.method == "POST" else None
    form = ReadinessForm(data, readiness=row, episode=episode)
    if form.is_valid() and form.carry_out(
        save_readiness,
        episode=episode,
        wishes=form.wishes_given(),
        today=today(request),
        by=actor_of(request),
    ):
        return back(request, episode.participant_id, done=_("Wishes and needs are saved."))
    context = {"form": form, "episode": episode, "person": episode.participant}
    return render(request, "placements/readiness.html", context)
