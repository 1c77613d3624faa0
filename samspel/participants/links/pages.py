"""Pages that a link opens: found by the token, shown without menu or account."""

from collections.abc import Callable
from functools import wraps
from http import HTTPStatus
from typing import Any, Concatenate, ParamSpec, cast

from django.contrib.auth.decorators import login_not_required
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
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
                return view(request, link_for(token, *purposes, now=now(request)), *args, **more)
            except LinkRefused as refused:
                return _refused(request, refused.state)

        return cast("Opened[More]", wrapper)

    return opened


def _refused(request: HttpRequest, state: LinkState | None) -> HttpResponse:
    """Why the link does not open, and what to do; an unknown one looks like any missing page."""
    context: dict[str, Any] = {"state": state}
    status = HTTPStatus.NOT_FOUND if state is None else HTTPStatus.GONE
    return render(request, "links/refused.html", context, status=status)
