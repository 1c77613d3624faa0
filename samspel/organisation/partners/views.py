"""Pages of partners and of visits received and made."""

from typing import Any
from uuid import UUID

from django.contrib import messages
from django.db.models import Prefetch
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST, require_safe

from samspel.accounts.actor import actor_of
from samspel.accounts.roles import Act
from samspel.organisation.access import may, team_or_404
from samspel.organisation.partners import keeping
from samspel.organisation.partners.forms import CollaborationForm, PartnerForm, VisitForm
from samspel.organisation.partners.lists import (
    partner_listing,
    partners_of,
    visit_listing,
    visits_of,
)
from samspel.organisation.partners.partner import (
    Collaboration,
    OfficialVisit,
    Partner,
    current_on,
)
from samspel.organisation.team import Team
from samspel.pages.parts import page_or_part
from samspel.pages.today import today
from samspel.records.versions import ChangedMeanwhileError


@require_safe
def partners(request: HttpRequest, slug: str) -> HttpResponse:
    """Those the team works with, and what is done with each."""
    team = team_or_404(request, slug, Act.SEE_ORGANISATION)
    day, listing = today(request), partner_listing(team, request.GET)
    done = Prefetch("collaborations", Collaboration.objects.filter(current_on(day)), "going_on")
    context = {
        "team": team,
        "may_keep": may(request, team, Act.KEEP_METHODS),
        "listing": listing,
        "rows": listing.take(partners_of(team, listing, day).prefetch_related(done)),
        "has_any": team.partners.exists(),
    }
    return page_or_part(request, "partners/partners.html", "partners/partner_list.html", context)


@require_safe
def partner(request: HttpRequest, slug: str, pk: UUID) -> HttpResponse:
    """One partner with all that is and was done together."""
    team = team_or_404(request, slug, Act.SEE_ORGANISATION)
    row, day = get_object_or_404(Partner, team=team, pk=pk), today(request)
    done = list(row.collaborations.order_by("first_on", "pk"))
    context = {
        "team": team,
        "partner": row,
        "may_keep": may(request, team, Act.KEEP_METHODS),
        "now": [each for each in done if each.last_on is None or each.last_on >= day],
        "over": [each for each in done if each.last_on is not None and each.last_on < day],
    }
    return render(request, "partners/partner.html", context)


def _keep(
    request: HttpRequest, form: Any, team: Team, heading: str, back: str, *, take_back: str = ""
) -> HttpResponse:
    """Show a form, or save what it says and go back."""
    if form.is_valid() and form.keep(actor_of(request)) is not None:
        messages.success(request, _("Saved."))
        return redirect(back)
    context = {"team": team, "form": form, "heading": heading, "back": back}
    return render(request, "partners/form.html", context | {"take_back": take_back})


def _sent(request: HttpRequest) -> Any:
    return request.POST if request.method == "POST" else None


def partner_new(request: HttpRequest, slug: str) -> HttpResponse:
    """Enter a partner."""
    team = team_or_404(request, slug, Act.KEEP_METHODS)
    row, day = Partner(team=team), {"first_on": today(request)}
    form = PartnerForm(_sent(request), row=row, initial=day)
    return _keep(request, form, team, _("Enter a partner"), reverse("partners", args=[slug]))


def partner_change(request: HttpRequest, slug: str, pk: UUID) -> HttpResponse:
    """Change a partner, or say that it is over."""
    team = team_or_404(request, slug, Act.KEEP_METHODS)
    row = get_object_or_404(Partner, team=team, pk=pk)
    back = reverse("partner", args=[slug, pk])
    return _keep(request, PartnerForm(_sent(request), row=row), team, _("Change the partner"), back)


def collaboration_new(request: HttpRequest, slug: str, pk: UUID) -> HttpResponse:
    """Say what is done with a partner."""
    team = team_or_404(request, slug, Act.KEEP_METHODS)
    with_whom = get_object_or_404(Partner, team=team, pk=pk)
    row, day = Collaboration(partner=with_whom), {"first_on": today(request)}
    form = CollaborationForm(_sent(request), row=row, initial=day)
    heading = _("What is done together with %(name)s") % {"name": with_whom.name}
    return _keep(request, form, team, heading, reverse("partner", args=[slug, pk]))


def collaboration_change(request: HttpRequest, slug: str, pk: UUID) -> HttpResponse:
    """Change what is done, or say that it is over."""
    team = team_or_404(request, slug, Act.KEEP_METHODS)
    found = Collaboration.objects.select_related("partner__team")
    row = get_object_or_404(found, partner__team=team, pk=pk)
    heading = _("What is done together with %(name)s") % {"name": row.partner.name}
    back = reverse("partner", args=[slug, row.partner_id])
    return _keep(request, CollaborationForm(_sent(request), row=row), team, heading, back)


@require_safe
def official_visits(request: HttpRequest, slug: str) -> HttpResponse:
    """Visits received and made, the latest first."""
    team = team_or_404(request, slug, Act.SEE_ORGANISATION)
    listing = visit_listing(team, request.GET)
    context = {
        "team": team,
        "may_keep": may(request, team, Act.KEEP_METHODS),
        "listing": listing,
        "rows": listing.take(visits_of(team, listing)),
        "today": today(request),
        "is_narrowed": bool(listing.chosen["direction"]),
    }
    return page_or_part(request, "partners/visits.html", "partners/visit_list.html", context)


def official_visit_new(request: HttpRequest, slug: str) -> HttpResponse:
    """Enter a visit."""
    team = team_or_404(request, slug, Act.KEEP_METHODS)
    row, day = OfficialVisit(team=team), {"on": today(request)}
    form = VisitForm(_sent(request), row=row, initial=day)
    back = reverse("official_visits", args=[slug])
    return _keep(request, form, team, _("Enter a visit"), back)


def official_visit_change(request: HttpRequest, slug: str, pk: UUID) -> HttpResponse:
    """Change a visit."""
    team = team_or_404(request, slug, Act.KEEP_METHODS)
    row = get_object_or_404(OfficialVisit, team=team, pk=pk)
    back = reverse("official_visits", args=[slug])
    form = VisitForm(_sent(request), row=row)
    removed = reverse("official_visit_take_back", args=[slug, pk])
    return _keep(request, form, team, _("Change the visit"), back, take_back=removed)


@require_POST
def official_visit_take_back(request: HttpRequest, slug: str, pk: UUID) -> HttpResponse:
    """Remove a visit that was entered by mistake."""
    team = team_or_404(request, slug, Act.KEEP_METHODS)
    visit, seen = get_object_or_404(OfficialVisit, team=team, pk=pk), request.POST.get("version")
    version = int(seen) if seen and seen.isdecimal() and len(seen) < 9 else -1
    try:
        keeping.take_back(visit=visit, version=version, by=actor_of(request))
    except ChangedMeanwhileError:
        messages.error(request, _("Somebody else changed the visit. Look before you go on."))
    else:
        messages.success(request, _("The visit is taken back."))
    return redirect("official_visits", slug=team.slug)
