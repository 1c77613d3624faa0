"""Leave from a position: writing it down, changing it, taking it back."""

from typing import Any

from django.http import HttpRequest, HttpResponse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from samspel.accounts.actor import actor_of
from samspel.accounts.roles import Act
from samspel.personnel.staffing import leaves
from samspel.personnel.staffing.forms.leave import ChangeLeaveForm, LeaveForm
from samspel.personnel.staffing.forms.position import TakeBackForm
from samspel.personnel.staffing.views.access import (
    ANSWERS,
    form_page,
    leave_for,
    position_for,
    posted,
    to_position,
)


@require_http_methods(ANSWERS)
def new(request: HttpRequest, slug: str, pk: int) -> HttpResponse:
    """Write leave down."""
    found = position_for(request, slug, pk, Act.KEEP_PERSONNEL)
    form = LeaveForm(posted(request))
    if form.is_valid() and form.carry_out(
        leaves.add_leave, position=found, values=form.values(), by=actor_of(request)
    ):
        return to_position(request, found, _("The leave is saved."))
    return form_page(request, form, _("Enter leave"), found.team, found)


@require_http_methods(ANSWERS)
def change(request: HttpRequest, slug: str, pk: int, leave_pk: int) -> HttpResponse:
    """Change leave, or say its last day."""
    found = leave_for(request, slug, pk, leave_pk)
    form = ChangeLeaveForm(posted(request), leave=found)
    if form.is_valid() and form.carry_out(
        leaves.change_leave, leave=found, values=form.values(), by=actor_of(request)
    ):
        return to_position(request, found.position, _("The leave is saved."))
    of = found.position
    return form_page(request, form, _("Change the leave"), of.team, of, leave=found)


@require_http_methods(ANSWERS)
def take_back(request: HttpRequest, slug: str, pk: int, leave_pk: int) -> HttpResponse:
    """Remove leave that was typed by mistake."""
    found = leave_for(request, slug, pk, leave_pk)
    form = TakeBackForm(posted(request), record=found)
    if form.is_valid():
        form.carry_out(leaves.take_back_leave, leave=found, by=actor_of(request))
        if not form.errors:
            return to_position(request, found.position, _("The leave is taken back."))
    lead = _("It counts nowhere any more. For leave that has ended, enter its last day instead.")
    more: dict[str, Any] = {"lead": lead, "button": _("Take back"), "is_final": True}
    of = found.position
    return form_page(request, form, _("Typed by mistake: take it back"), of.team, of, **more)
