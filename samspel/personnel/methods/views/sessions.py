"""Supervision and training: the list, one of them, entering, changing and removing."""

from django.contrib import messages
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
from samspel.personnel.methods import keeping_sessions
from samspel.personnel.methods.forms.session import ChangeSessionForm, SessionForm
from samspel.personnel.methods.lines import session_line, session_lines
from samspel.personnel.methods.lists import SESSION_COLUMNS, session_filters, sessions_found
from samspel.personnel.methods.staff_session import StaffSession
from samspel.personnel.methods.views.forms import done, form_page, posted, seen_version
from samspel.records.versions import ChangedMeanwhileError

_ANSWERS = ["GET", "HEAD", "POST"]


@require_safe
def staff_sessions(request: HttpRequest, slug: str) -> HttpResponse:
    """All supervision and training."""
    team = team_or_404(request, slug, Act.SEE_ORGANISATION)
    listing = Listing(
        request.GET,
        path=reverse("staff_sessions", args=[team.slug]),
        columns=SESSION_COLUMNS,
        filters=session_filters(team),
        sort="-on",
    )
    context = {
        "team": team,
        "listing": listing,
        "rows": session_lines(listing.take(sessions_found(team, listing.chosen))),
        "may_keep": may(request, team, Act.KEEP_METHODS),
        "is_narrowed": any(listing.chosen.values()),
    }
    return page_or_part(request, "methods/sessions.html", "methods/sessions_part.html", context)


@require_safe
def staff_session(request: HttpRequest, slug: str, pk: int) -> HttpResponse:
    """One of them, with who took part."""
    team = team_or_404(request, slug, Act.SEE_ORGANISATION)
    session = get_object_or_404(StaffSession, team=team, pk=pk)
    context = {
        "team": team,
        "session": session,
        "line": session_line(session),
        "names": list(session.attendees.values_list("name", flat=True)),
        "may_keep": may(request, team, Act.KEEP_METHODS),
    }
    return render(request, "methods/session.html", context)


@require_http_methods(_ANSWERS)
def new(request: HttpRequest, slug: str) -> HttpResponse:
    """Enter supervision or training."""
    team = team_or_404(request, slug, Act.KEEP_METHODS)
    form = SessionForm(posted(request), team=team)
    if form.is_valid():
        made = form.carry_out(
            keeping_sessions.add_session,
            team=team,
            facts=form.facts(),
            today=today(request),
            by=actor_of(request),
        )
        if made is not None:
            return done(request, _("It is saved."), "staff_session", team.slug, made.pk)
    back = reverse("staff_sessions", args=[team.slug])
    return form_page(request, team, form, _("Enter supervision or training"), back=back)


@require_http_methods(_ANSWERS)
def change(request: HttpRequest, slug: str, pk: int) -> HttpResponse:
    """Change what is entered."""
    team, session = _kept(request, slug, pk)
    form = ChangeSessionForm(posted(request), session=session)
    if form.is_valid() and form.carry_out(
        keeping_sessions.change_session,
        session=session,
        facts=form.facts(),
        today=today(request),
        by=actor_of(request),
    ):
        return done(request, _("It is saved."), "staff_session", team.slug, session.pk)
    back = reverse("staff_session", args=[team.slug, session.pk])
    return form_page(request, team, form, _("Change"), back=back)


@require_POST
def remove(request: HttpRequest, slug: str, pk: int) -> HttpResponse:
    """Remove what was entered by mistake."""
    team, session = _kept(request, slug, pk)
    by = actor_of(request)
    try:
        keeping_sessions.remove_session(session=session, version=seen_version(request), by=by)
    except ChangedMeanwhileError:
        messages.error(request, _("Somebody else changed it. Look before you go on."))
        return redirect("staff_session", team.slug, session.pk)
    return done(request, _("It is removed."), "staff_sessions", team.slug)


def _kept(request: HttpRequest, slug: str, pk: int) -> tuple[Team, StaffSession]:
    """The session, for somebody who may change it."""
    team = team_or_404(request, slug, Act.KEEP_METHODS)
    found = StaffSession.objects.filter(team=team).select_related("team")
    return team, get_object_or_404(found, pk=pk)
