"""Pages whose parts can be swapped in: a part equals what a reload gives.

The page's template includes the part's template; both are rendered from the same context.
"""

from collections.abc import Mapping
from typing import Any

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils.cache import patch_vary_headers


def wants_part(request: HttpRequest) -> bool:
    """Whether HTMX asks for a part of the page; going back in history needs the whole."""
    headers = request.headers
    return headers.get("HX-Request") == "true" and not (
        headers.get("HX-Boosted") == "true" or headers.get("HX-History-Restore-Request") == "true"
    )


def page_or_part(
    request: HttpRequest, page: str, part: str, context: Mapping[str, Any]
) -> HttpResponse:
    """Render the template ``part`` for HTMX and ``page``, which includes it, for everybody else."""
    response = render(request, part if wants_part(request) else page, dict(context))
    patch_vary_headers(response, ("HX-Request", "HX-History-Restore-Request"))
    return response
