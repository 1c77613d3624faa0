"""Pages that a link opens: found by the token, shown without menu or account."""

from collections.abc import Callable
from functools import wraps
from http import HTTPStatus
from typing import Any, Concatenate, ParamSpec, cast

from django.contrib.auth.decorators import login_not_required
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils.cache import add_never_cache_headers
from django.views.decorators.debug import sensitive_variables

from samspel.pages.today import now
from samspel.participants.links.link import Link, LinkState, Purpose
from samspel.participants.links.tokens import LinkRefused, link_for

More = ParamSpec("More")
View = Callable[Concatenate[HttpRequest, Link, More], HttpResponse]
Opened = Callable[Concatenate[HttpRequest, str, More], HttpResponse]


def opened_by_link(*purposes: Purpose) -> Callable[[View[More]], Opened[More]]:
    """Make a view of a link into one of its token, open to who has no account.

    The view may raise `LinkRefused` itself, where the link was used meanwhile.
    """

    def opened(view: View[More]) -> Opened[More]:
        @login_not_required
        @wraps(view)
        @sensitive_variables("token")
        def wrapper(
            request: HttpRequest, token: str, *args: More.args, **more: More.kwargs
        ) -> HttpResponse:
            try:
                link = link_for(token, *purposes, now=now(request))
                response = view(request, link, *args, **more)
            except LinkRefused as refused:
                response = _refused(request, refused.state)
            return _kept_by_nobody(response)

        return cast("Opened[More]", wrapper)

    return opened


def _kept_by_nobody(response: HttpResponse) -> HttpResponse:
    """Neither a browser that others use keeps the page nor a search engine that met the link."""
    add_never_cache_headers(response)
    response["X-Robots-Tag"] = "noindex, nofollow"
    return response


def _refused(request: HttpRequest, state: LinkState | None) -> HttpResponse:
    """Why the link does not open, and what to do; an unknown one looks like any missing page."""
    context: dict[str, Any] = {"state": state}
    status = HTTPStatus.NOT_FOUND if state is None else HTTPStatus.GONE
    return render(request, "links/refused.html", context, status=status)
