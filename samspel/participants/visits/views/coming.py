"""Somebody came: who it was, and what the visit led to."""

from collections.abc import Iterable
from datetime import date
from uuid import UUID

from django.core.exceptions import ValidationError
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils.translation import gettext as _

from samspel.accounts.actor import actor_of
from samspel.pages.today import today
from samspel.participants import withdrawal
from samspel.participants.duplicates import PossibleDuplicatesError
from samspel.participants.participant import Participant
from samspel.participants.views.access import user_of
from samspel.participants.visits.coming import (
    came_again,
    came_as_new,
    came_without_name,
    require_day,
)
from samspel.participants.visits.forms.coming import CameForm, NoForm
from samspel.participants.visits.views.access import back_to, visit_for
from samspel.participants.visits.visit import Visit
from samspel.participants.when import Step, require

MOST_CANDIDATES = 10
LONGEST_SEARCH = 100


def came(request: HttpRequest, visit_id: UUID) -> HttpResponse:
    """Say who came. What is searched for is posted and never in the address."""
    visit, day = visit_for(request, visit_id), today(request)
    try:
        require_day(visit, day)
    except ValidationError as refused:
        return back_to(request, visit, refused=refused)
    is_search = "find" in request.POST
    form = _form(request, visit, is_search=is_search)
    duplicates: list[Participant] = []
    if form.is_valid():
        try:
            if _carry_out(request, form, visit, day):
                return back_to(request, visit, done=_("It is entered who came."))
        except PossibleDuplicatesError as possible:
            duplicates = possible.candidates
            form = _form(request, visit, duplicates=duplicates)
    context = {"visit": visit, "form": form, "duplicates": duplicates, "is_search": is_search}
    return render(request, "visits/came.html", context)


def _form(
    request: HttpRequest,
    visit: Visit,
    *,
    is_search: bool = False,
    duplicates: Iterable[Participant] = (),
) -> CameForm:
    """The form with those whom the team may have already, by the name that was booked at first."""
    booked = {"given_name": visit.given_name, "family_name": visit.family_name}
    search = f"{visit.given_name} {visit.family_name}".strip()
    if request.method == "POST":
        search = request.POST.get("search", "").replace("\0", "")[:LONGEST_SEARCH]
    found = [*_candidates(request, visit, search), *duplicates]
    candidates = list({each.pk: each for each in found}.values())
    if is_search:
        booked = request.POST.dict()
    return CameForm(
        request.POST if request.method == "POST" and not is_search else None,
        visit=visit,
        candidates=candidates,
        initial=booked | {"search": search},
    )


def _candidates(request: HttpRequest, visit: Visit, search: str) -> list[Participant]:
    """Those of the team who fit the search and those who were chosen before it was changed."""
    seen = Participant.objects.visible_to(user_of(request)).filter(team=visit.team)
    chosen = _uuid(request.POST.get("who", ""))
    found = list(seen.select_related("team").filter(pk=chosen)) if chosen is not None else []
    if search.strip():
        found += seen.matching(search).select_related("team")[:MOST_CANDIDATES]
    return found


def _uuid(text: str) -> UUID | None:
    try:
        return UUID(text)
    except ValueError:
        return None


def _carry_out(request: HttpRequest, form: CameForm, visit: Visit, day: date) -> bool:
    by, presence = actor_of(request), form.presence()
    if form.person is not None:
        done = form.carry_out(
            came_again,
            visit=visit,
            participant=form.person,
            presence=presence,
            today=day,
            by=by,
        )
    elif form.has_no_name:
        done = form.carry_out(came_without_name, visit=visit, presence=presence, today=day, by=by)
    else:
        done = form.carry_out(
            came_as_new,
            visit=visit,
            particulars=form.particulars(),
            is_another_person=request.POST.get("is_another_person") == "on",
            presence=presence,
            today=day,
            by=by,
        )
    return done is not None


def no(request: HttpRequest, visit_id: UUID) -> HttpResponse:
    """The visit led to no: the case that it began ends with a reason."""
    visit, day = visit_for(request, visit_id), today(request)
    episode = visit.episode
    if episode is None:
        raise Http404
    try:
        require(Step.WITHDRAW, episode.stage(day))
    except ValidationError as refused:
        return back_to(request, visit, refused=refused)
    form = NoForm(request.POST if request.method == "POST" else None, episode=episode, today=day)
    if form.is_valid() and form.carry_out(
        withdrawal.withdraw,
        episode=episode,
        withdrawn_on=form.cleaned_data["withdrawn_on"],
        reason=form.cleaned_data["reason"],
        today=day,
        by=actor_of(request),
    ):
        return back_to(request, visit, done=_("The answer is entered."))
    context = {
        "form": form,
        "visit": visit,
        "heading": _("The visit led to no"),
        "lead": _("The case ends here, with the reason. A change of mind is a new case."),
        "button": _("Save"),
        "back_url": reverse("visit", args=[visit.pk]),
    }
    return render(request, "visits/form.html", context)
