"""Development areas: the list, one of them with its steps, raising and carrying on."""

from typing import Any

from django.contrib import messages
from django.core.exceptions import ValidationError
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from samspel.accounts.actor import actor_of
from samspel.accounts.roles import Act
from samspel.organisation.access import may, team_or_404
from samspel.organisation.team import Team
from samspel.pages.listing import Listing
from samspel.pages.parts import page_or_part
from samspel.pages.today import today
from samspel.personnel.methods import keeping_areas
from samspel.personnel.methods.development_area import DevelopmentArea
from samspel.personnel.methods.forms.area import AreaForm, ChangeAreaForm, StepForm
from samspel.personnel.methods.lines import area_lines
from samspel.personnel.methods.lists import AREA_COLUMNS, area_filters, areas_found
from samspel.personnel.methods.views.forms import done, form_page, posted, seen_version
from samspel.records.versions import ChangedMeanwhileError

_ANSWERS = ["GET", "HEAD", "POST"]


@require_safe
def development_areas(request: HttpRequest, slug: str) -> HttpResponse:
    """The areas that are carried on, or others by their state."""
    team, day = team_or_404(request, slug, Act.SEE_ORGANISATION), today(request)
    listing = Listing(
        request.GET,
        path=reverse("development_areas", args=[team.slug]),
        columns=AREA_COLUMNS,
        filters=area_filters(),
        sort="raised",
    )
    context = {
        "team": team,
        "listing": listing,
        "rows": area_lines(listing.take(areas_found(team, listing.chosen, day))),
        "may_keep": may(request, team, Act.KEEP_METHODS),
        "is_narrowed": any(listing.chosen.values()),
    }
    return page_or_part(request, "methods/areas.html", "methods/areas_part.html", context)


@require_http_methods(_ANSWERS)
def development_area(request: HttpRequest, slug: str, pk: int) -> HttpResponse:
    """One area with its steps; whoever keeps it says here how far it has come."""
    is_sent = request.method == "POST"
    act = Act.KEEP_METHODS if is_sent else Act.SEE_ORGANISATION
    team, day = team_or_404(request, slug, act), today(request)
    found = DevelopmentArea.objects.filter(team=team).with_state(day).select_related("team")
    area = get_object_or_404(found, pk=pk)
    form = StepForm(posted(request), area=area, today=day)
    if is_sent and form.is_valid():
        given = {name: form.cleaned_data[name] for name in ("on", "state", "note")}
        by = actor_of(request)
        if form.carry_out(keeping_areas.take_step, area=area, today=day, by=by, **given):
            return done(request, _("The step is saved."), "development_area", team.slug, area.pk)
    return render(request, "methods/area.html", _area_context(request, team, area, form))


def _area_context(
    request: HttpRequest, team: Team, area: DevelopmentArea, form: StepForm
) -> dict[str, Any]:
    return {
        "team": team,
        "area": area,
        "line": area_lines([area])[0],
        "steps": list(area.steps.select_related("recorded_by").order_by("-on", "-pk")),
        "form": form,
        "may_keep": may(request, team, Act.KEEP_METHODS),
    }


@require_http_methods(_ANSWERS)
def new(request: HttpRequest, slug: str) -> HttpResponse:
    """Raise an area."""
    team, day = team_or_404(request, slug, Act.KEEP_METHODS), today(request)
    form = AreaForm(posted(request), initial={"raised_on": day})
    if form.is_valid():
        made = form.carry_out(
            keeping_areas.raise_area,
            team=team,
            facts=form.facts(),
            today=day,
            by=actor_of(request),
        )
        if made is not None:
            words = _("The development area is saved.")
            return done(request, words, "development_area", team.slug, made.pk)
    back = reverse("development_areas", args=[team.slug])
    return form_page(request, team, form, _("Add a development area"), back=back)


@require_http_methods(_ANSWERS)
def change(request: HttpRequest, slug: str, pk: int) -> HttpResponse:
    """Change what is entered."""
    team, area = _kept(request, slug, pk)
    form = ChangeAreaForm(posted(request), area=area)
    if form.is_valid() and form.carry_out(
        keeping_areas.change_area,
        area=area,
        facts=form.facts(),
        today=today(request),
        by=actor_of(request),
    ):
        words = _("The development area is saved.")
        return done(request, words, "development_area", team.slug, area.pk)
    back = reverse("development_area", args=[team.slug, area.pk])
    return form_page(request, team, form, _("Change the development area"), back=back)


@require_POST
def take_back(request: HttpRequest, slug: str, pk: int, step_pk: int) -> HttpResponse:
    """Take back a step that was entered by mistake."""
    team, area = _kept(request, slug, pk)
    version, by = seen_version(request), actor_of(request)
    try:
        keeping_areas.take_back_step(area=area, version=version, step_id=step_pk, by=by)
    except ChangedMeanwhileError:
        messages.error(request, _("Somebody else changed it. Look before you go on."))
        return redirect("development_area", team.slug, area.pk)
    return done(request, _("The step is taken back."), "development_area", team.slug, area.pk)


@require_POST
def remove(request: HttpRequest, slug: str, pk: int) -> HttpResponse:
    """Remove an area that was entered by mistake."""
    team, area = _kept(request, slug, pk)
    by = actor_of(request)
    try:
        keeping_areas.remove_area(area=area, version=seen_version(request), by=by)
    except ChangedMeanwhileError:
        messages.error(request, _("Somebody else changed it. Look before you go on."))
    except ValidationError as error:
        messages.error(request, error.messages[0])
    else:
        return done(request, _("It is removed."), "development_areas", team.slug)
    return redirect("development_area", team.slug, area.pk)


def _kept(request: HttpRequest, slug: str, pk: int) -> tuple[Team, DevelopmentArea]:
    """The area, for somebody who may change it."""
    team = team_or_404(request, slug, Act.KEEP_METHODS)
    found = DevelopmentArea.objects.filter(team=team).select_related("team")
    return team, get_object_or_404(found, pk=pk)
