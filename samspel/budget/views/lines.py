"""The lines of a budget, what is allocated to them, and its funders."""

from django.core.exceptions import ValidationError
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST

from samspel.accounts.actor import actor_of
from samspel.accounts.roles import Act
from samspel.budget import keeping_lines
from samspel.budget.forms.entry import FunderForm
from samspel.budget.forms.sheet import AllocationForm, LinesForm
from samspel.budget.views.access import (
    budget_or_404,
    form_page,
    line_or_404,
    posted,
    refused,
    seen_version,
    to_budget,
)
from samspel.records.versions import ChangedMeanwhileError


@require_http_methods(["GET", "HEAD", "POST"])
def budget_lines(request: HttpRequest, slug: str, pk: int) -> HttpResponse:
    """The lines' names, kinds, order and what is applied for."""
    found = budget_or_404(request, slug, pk, Act.KEEP_BUDGET)
    form = LinesForm(posted(request), budget=found)
    if form.is_valid() and form.carry_out(
        keeping_lines.save_lines, budget=found, **form.asked(), by=actor_of(request)
    ):
        return to_budget(request, found, _("The lines are saved."))
    lead = _("The lines stand in the order of their places; sums are worked out.")
    more = {"is_sheet": True, "removable": form.lines, "lead": lead}
    return form_page(request, form, _("Lines and what is applied for"), found, **more)


@require_POST
def budget_line_remove(request: HttpRequest, slug: str, pk: int) -> HttpResponse:
    """Take away a line on which nothing hangs."""
    line = line_or_404(request, slug, pk, Act.KEEP_BUDGET)
    try:
        keeping_lines.remove_line(line=line, version=seen_version(request), by=actor_of(request))
    except ChangedMeanwhileError:
        return refused(request, line.budget)
    except ValidationError as error:
        return refused(request, line.budget, error.messages[0])
    return to_budget(request, line.budget, _("The line is removed."))


@require_http_methods(["GET", "HEAD", "POST"])
def budget_allocation(request: HttpRequest, slug: str, pk: int) -> HttpResponse:
    """What the lines were allocated, and what each funder granted."""
    found = budget_or_404(request, slug, pk, Act.ALLOCATE)
    form = AllocationForm(posted(request), budget=found)
    if form.is_valid() and form.carry_out(
        keeping_lines.save_allocation, budget=found, **form.asked(), by=actor_of(request)
    ):
        return to_budget(request, found, _("What is allocated is saved."))
    lead = _(
        "Where only the total is known, leave the lines empty and write what the funders granted."
    )
    more = {"is_sheet": True, "funders": form.funders, "lead": lead}
    return form_page(request, form, _("Allocated and granted"), found, **more)


@require_http_methods(["GET", "HEAD", "POST"])
def budget_funder(request: HttpRequest, slug: str, pk: int, funder_id: int) -> HttpResponse:
    """Call a funder something else."""
    found = budget_or_404(request, slug, pk, Act.ALLOCATE)
    funder = get_object_or_404(found.team.funders, pk=funder_id)
    form = FunderForm(posted(request), initial={"title": funder.title})
    if form.is_valid() and form.carry_out(
        keeping_lines.rename_funder,
        funder=funder,
        title=form.cleaned_data["title"],
        by=actor_of(request),
    ):
        return to_budget(request, found, _("The funder is saved."))
    return form_page(request, form, _("The funder's name"), found)
