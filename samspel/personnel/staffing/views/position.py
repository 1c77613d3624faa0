"""A position: its page, and adding, changing, ending it and taking it back."""

from typing import Any

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_safe

from samspel.accounts.actor import actor_of
from samspel.accounts.roles import Act
from samspel.organisation.access import may, team_or_404
from samspel.organisation.team import Team
from samspel.pages.today import today
from samspel.personnel.staffing import positions
from samspel.personnel.staffing.forms.position import (
    ChangePositionForm,
    EndPositionForm,
    NewPositionForm,
    TakeBackForm,
)
from samspel.personnel.staffing.position import Position
from samspel.personnel.staffing.position_page import position_page
from samspel.personnel.staffing.vacancies import vacancy_after
from samspel.personnel.staffing.views.access import (
    ANSWERS,
    form_page,
    position_for,
    posted,
    suggested,
    to_position,
)


@require_safe
def position(request: HttpRequest, slug: str, pk: int) -> HttpResponse:
    """One position with its shares, leave and stand-ins."""
    found = position_for(request, slug, pk, Act.SEE_ORGANISATION)
    may_keep = may(request, found.team, Act.KEEP_PERSONNEL)
    page = position_page(found, day=today(request), tells_why=may_keep)
    context = {"team": found.team, "position": found, "page": page, "may_keep": may_keep}
    return render(request, "staffing/position.html", context)


@require_http_methods(ANSWERS)
def new(request: HttpRequest, slug: str) -> HttpResponse:
    """Add a position, or somebody who takes one that stands vacant."""
    team = team_or_404(request, slug, Act.KEEP_PERSONNEL)
    fills = _vacancy(request, team)
    form = NewPositionForm(posted(request), team=team, fills=fills)
    if form.is_valid() and (
        found := form.carry_out(
            positions.add_position,
            team=team,
            values=form.values(),
            share=form.share(),
            fills=fills,
            by=actor_of(request),
        )
    ):
        return to_position(request, found, _("The position is added."))
    heading = _("Somebody takes the vacant position") if fills else _("Add a position")
    lead = _("The vacancy ends the day before.") if fills else ""
    more: dict[str, Any] = {"lead": lead, "suggested": suggested(team), "is_grouped": True}
    return form_page(request, form, heading, team, **more)


def _vacancy(request: HttpRequest, team: Team) -> Position | None:
    asked = request.GET.get("fills", "")
    if not (asked.isascii() and asked.isdecimal() and len(asked) < 10):
        return None
    return team.positions.filter(name="", pk=asked).first()


@require_http_methods(ANSWERS)
def change(request: HttpRequest, slug: str, pk: int) -> HttpResponse:
    """Correct a position, and the share that it began with."""
    found = position_for(request, slug, pk, Act.KEEP_PERSONNEL)
    form = ChangePositionForm(posted(request), position=found)
    if form.is_valid() and form.carry_out(
        positions.change_position,
        position=found,
        values=form.values(),
        share=form.share(),
        by=actor_of(request),
    ):
        return to_position(request, found, _("The position is saved."))
    lead = _(
        "For what was wrong from the beginning. Another share from a day on, leave and the "
        "last day have buttons of their own."
    )
    more: dict[str, Any] = {"lead": lead, "suggested": suggested(found.team), "is_grouped": True}
    return form_page(request, form, _("Correct the position"), found.team, found, **more)


@require_http_methods(ANSWERS)
def end(request: HttpRequest, slug: str, pk: int) -> HttpResponse:
    """Say the last day, and whether the position then stands vacant."""
    found = position_for(request, slug, pk, Act.KEEP_PERSONNEL)
    form = EndPositionForm(posted(request), position=found)
    if form.is_valid() and form.carry_out(
        positions.end_position,
        position=found,
        last_on=form.cleaned_data["last_on"],
        stands_vacant=form.cleaned_data.get("stands_vacant", False),
        by=actor_of(request),
    ):
        return to_position(request, found, _("The last day is saved."))
    lead = _("The vacancy after it follows the last day.") if vacancy_after(found) else ""
    return form_page(request, form, _("Enter the last day"), found.team, found, lead=lead)


@require_http_methods(ANSWERS)
def take_back(request: HttpRequest, slug: str, pk: int) -> HttpResponse:
    """Remove a position that was typed by mistake."""
    found = position_for(request, slug, pk, Act.KEEP_PERSONNEL)
    form = TakeBackForm(posted(request), record=found)
    if form.is_valid() and _is_taken_back(request, form, found):
        messages.success(request, _("The position is taken back."))
        return redirect("personnel", slug)
    lead = _(
        "Its working shares and its leave go with it, and it counts nowhere any more. For "
        "somebody who has left, enter the last day instead."
    )
    more: dict[str, Any] = {"lead": lead, "button": _("Take back"), "is_final": True}
    return form_page(request, form, _("Typed by mistake: take it back"), found.team, found, **more)


def _is_taken_back(request: HttpRequest, form: TakeBackForm, found: Position) -> bool:
    form.carry_out(positions.take_back_position, position=found, by=actor_of(request))
    return not form.errors
