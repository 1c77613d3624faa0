"""The page one meets after signing in."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render


def start(request: HttpRequest) -> HttpResponse:
    """What is due and what has come in."""
    return render(request, "web/start.html")
