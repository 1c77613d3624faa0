"""Pages of the terms of reference: what is in force, earlier versions, and the next one."""

from itertools import zip_longest
from typing import Any
from uuid import UUID

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST, require_safe

from samspel.accounts.actor import actor_of
from samspel.accounts.roles import Act
from samspel.organisation.access import may, team_or_404
from samspel.organisation.team import Team
from samspel.organisation.terms import deciding
from samspel.organisation.terms.comparing import compare
from samspel.organisation.terms.forms import DecideForm, TermsForm
from samspel.organisation.terms.terms_of_reference import TermsOfReference, TermsQuerySet
from samspel.pages.today import today
from samspel.records.versions import ChangedMeanwhileError


@require_safe
def terms(request: HttpRequest, slug: str) -> HttpResponse:
    """What is in force today, and every version with its days."""
    team = team_or_404(request, slug, Act.SEE_ORGANISATION)
    may_keep, versions = may(request, team, Act.KEEP_STEERING), list(_decided(team))
    context = {
        "team": team,
        "versions": versions,
        "pairs": _pairs(versions),
        "current": _decided(team).valid_on(today(request)).first(),
        "may_keep": may_keep,
        "draft": deciding.draft_of(team) if may_keep else None,
    }
    return render(request, "terms/terms.html", context)


def _decided(team: Team) -> TermsQuerySet:
    return TermsOfReference.objects.decided().filter(team=team)


def _pairs(versions: list[TermsOfReference]) -> list[dict[str, Any]]:
    """Each version with the one before it."""
    return [{"row": row, "before": before} for row, before in zip_longest(versions, versions[1:])]


@require_safe
def terms_version(request: HttpRequest, slug: str, pk: UUID) -> HttpResponse:
    """One version as it was decided on."""
    team = team_or_404(request, slug, Act.SEE_ORGANISATION)
    row = get_object_or_404(_decided(team), pk=pk)
    before = _decided(team).filter(number__lt=row.number).first()
    return render(request, "terms/version.html", {"team": team, "row": row, "before": before})


@require_safe
def terms_compare(request: HttpRequest, slug: str, old: UUID, new: UUID) -> HttpResponse:
    """What differs between two versions; the draft too, for who writes it."""
    team = team_or_404(request, slug, Act.SEE_ORGANISATION)
    readable = _decided(team)
    if may(request, team, Act.KEEP_STEERING):
        readable = TermsOfReference.objects.filter(team=team)
    before, after = (get_object_or_404(readable, pk=pk) for pk in (old, new))
    context = {
        "team": team,
        "old": before,
        "new": after,
        "comparison": compare(before.text, after.text),
        "versions": list(_decided(team)),
    }
    return render(request, "terms/compare.html", context)


def terms_write(request: HttpRequest, slug: str) -> HttpResponse:
    """Write the next version; it begins as a copy of the last."""
    team = team_or_404(request, slug, Act.KEEP_STEERING)
    draft, last = deciding.draft_of(team), _decided(team).first()
    form = TermsForm(request.POST if request.method == "POST" else None, draft=draft, last=last)
    if form.is_valid() and form.carry_out(
        deciding.write, team=team, text=form.cleaned_data["text"], by=actor_of(request)
    ):
        messages.success(request, _("The draft is saved. It is not in force until it is decided."))
        return redirect("terms", slug=team.slug)
    context = {"team": team, "form": form, "draft": draft, "last": last}
    return render(request, "terms/write.html", context)


def terms_decide(request: HttpRequest, slug: str) -> HttpResponse:
    """Say that the draft was decided on, and from when it is valid."""
    team = team_or_404(request, slug, Act.KEEP_STEERING)
    draft = get_object_or_404(TermsOfReference, team=team, decided_on=None)
    day = today(request)
    form = DecideForm(
        request.POST if request.method == "POST" else None,
        draft=draft,
        initial={"decided_on": day, "decided_by": _("the steering group"), "valid_from": day},
    )
    if form.is_valid() and form.carry_out(
        deciding.decide, team=team, decided=form.decided(), today=day, by=actor_of(request)
    ):
        messages.success(request, _("The terms of reference are decided."))
        return redirect("terms", slug=team.slug)
    return render(request, "terms/decide.html", {"team": team, "form": form, "draft": draft})


@require_POST
def terms_throw_away(request: HttpRequest, slug: str) -> HttpResponse:
    """Remove the draft."""
    team = team_or_404(request, slug, Act.KEEP_STEERING)
    get_object_or_404(TermsOfReference, team=team, decided_on=None)
    seen = request.POST.get("version", "")
    try:
        deciding.throw_away(
            team=team,
            version=int(seen) if seen.isdecimal() and len(seen) < 9 else -1,
            by=actor_of(request),
        )
    except ChangedMeanwhileError:
        messages.error(request, _("Somebody else changed the draft. Look before you go on."))
    else:
        messages.success(request, _("The draft is thrown away."))
    return redirect("terms", slug=team.slug)
