"""The administrator's pages for roles: who belongs to which team or association, and as what."""

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext_lazy as _
from django.views.decorators.http import require_POST

from samspel.accounts.access import administered_or_404
from samspel.accounts.actor import actor_of
from samspel.accounts.user import User
from samspel.organisation import administration
from samspel.organisation.forms import MembershipForm
from samspel.organisation.membership import Membership
from samspel.pages.saving import saved
from samspel.pages.today import today


def membership_new(request: HttpRequest, user_pk: int) -> HttpResponse:
    """Give a person a role."""
    person = administered_or_404(request, User, user_pk)
    form = MembershipForm(request.POST or None, instance=Membership(user=person))
    by, held = actor_of(request), form.instance
    if request.method == "POST" and saved(
        form, lambda: administration.give_role(by=by, membership=held)
    ):
        messages.success(request, _("The role is given."))
        return redirect("user", person.pk)
    return render(request, "organisation/membership_new.html", {"form": form, "person": person})


@require_POST
def membership_end(request: HttpRequest, pk: int) -> HttpResponse:
    """End a role, today."""
    held = administered_or_404(request, Membership, pk)
    administration.end_role(by=actor_of(request), membership=held, on=today(request))
    messages.success(request, _("The role is ended."))
    return redirect("user", held.user_id)
