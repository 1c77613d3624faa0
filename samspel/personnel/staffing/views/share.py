"""Another working share from a day on, and taking such a change back."""

from django.contrib import messages
from django.core.exceptions import ValidationError
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST

from samspel.accounts.actor import actor_of
from samspel.accounts.roles import Act
from samspel.pages.today import today
from samspel.personnel.staffing import shares
from samspel.personnel.staffing.forms.share import ChangeShareForm
from samspel.personnel.staffing.views.access import (
    ANSWERS,
    form_page,
    position_for,
    posted,
    to_position,
)
from samspel.records.versions import ChangedMeanwhileError


@require_http_methods(ANSWERS)
def new(request: HttpRequest, slug: str, pk: int) -> HttpResponse:
    """Change the working share from a day on."""
    found = position_for(request, slug, pk, Act.KEEP_PERSONNEL)
    form = ChangeShareForm(posted(request), position=found, today=today(request))
    if form.is_valid() and form.carry_out(
        shares.change_share,
        position=found,
        first_on=form.cleaned_data["first_on"],
        share=form.share(),
        by=actor_of(request),
    ):
        return to_position(request, found, _("The working share is saved."))
    return form_page(request, form, _("Another working share"), found.team, found)


@require_POST
def take_back(request: HttpRequest, slug: str, pk: int, share_pk: int) -> HttpResponse:
    """Remove a change of the share that was typed by mistake."""
    found = position_for(request, slug, pk, Act.KEEP_PERSONNEL)
    try:
        shares.take_back_share(
            position=found, version=_version(request), share_pk=share_pk, by=actor_of(request)
        )
    except ChangedMeanwhileError:
        messages.error(
            request, _("Somebody else saved the position meanwhile. Look, and do it again.")
        )
    except ValidationError as refused:
        messages.error(request, " ".join(refused.messages))
    else:
        messages.success(request, _("The change of the working share is taken back."))
    return redirect("position", slug, pk)


def _version(request: HttpRequest) -> int:
    text = request.POST.get("version", "")
    fits = text.isascii() and text.isdecimal() and len(text) < 10
    return int(text) if fits else 0
