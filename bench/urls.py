"""The product's pages, and an empty one behind the same middleware."""

from django.http import HttpRequest, HttpResponse
from django.urls import include, path


def empty(_request: HttpRequest) -> HttpResponse:
    """Nothing at all, for somebody who is signed in."""
    return HttpResponse("")


urlpatterns = [path("bench/empty/", empty), path("", include("samspel.urls"))]
