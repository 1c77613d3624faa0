"""How a person wants to see the pages: colours, language and a demo's day, kept in cookies."""

from django.conf import settings
from django.contrib import messages
from django.contrib.auth.decorators import login_not_required
from django.http import Http404, HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import resolve_url
from django.utils.http import url_has_allowed_host_and_scheme
from django.utils.translation import gettext_lazy as _
from django.views.decorators.http import require_POST
from django.views.i18n import set_language

from samspel.accounts.user import User
from samspel.pages.today import DEMO_DAY_COOKIE, day_from
from samspel.web.navigation import THEME_COOKIE, THEMES

YEAR = 365 * 24 * 60 * 60


@login_not_required
@require_POST
def choose_theme(request: HttpRequest) -> HttpResponse:
    """Keep the chosen colours for a year and go back to the page one came from."""
    response = HttpResponseRedirect(_way_back(request))
    theme = request.POST.get("theme")
    if theme in THEMES:
        response.set_cookie(
            THEME_COOKIE, theme, max_age=YEAR, samesite="Lax", secure=settings.BEHIND_TLS
        )
    return response


@login_not_required
@require_POST
def choose_language(request: HttpRequest) -> HttpResponse:
    """Keep the chosen language and go back; Django's own view, open to those not signed in."""
    if isinstance(request.user, User):
        request.user.keep_language(request.POST.get("language", ""))
    return set_language(request)


@login_not_required
@require_POST
def choose_demo_day(request: HttpRequest) -> HttpResponse:
    """Show a demo on another day in this browser, until it is closed or one goes back to today."""
    if not settings.SAMSPEL_DEMO:
        raise Http404
    response = HttpResponseRedirect(_way_back(request))
    day = day_from(request.POST.get("day", ""))
    if "back" in request.POST:
        response.delete_cookie(DEMO_DAY_COOKIE, samesite="Lax")
    elif day is None:
        messages.error(request, _("That is no day that the demo can be shown on."))
    else:
        response.set_cookie(
            DEMO_DAY_COOKIE,
            day.isoformat(),
            samesite="Lax",
            secure=settings.BEHIND_TLS,
            httponly=True,
        )
    return response


def _way_back(request: HttpRequest) -> str:
    """The page that the form stood on; the start page where that is not one of ours."""
    url = request.POST.get("next", "")
    ours = url_has_allowed_host_and_scheme(
        url, allowed_hosts={request.get_host()}, require_https=request.is_secure()
    )
    return url if ours else resolve_url("start")
