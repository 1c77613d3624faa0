"""What every page with a form of this part shares: its frame, and where it leads back to."""

from typing import Any

from django.contrib import messages
from django.forms import BaseForm
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _

from samspel.organisation.team import Team

LONGEST_VERSION = 9


def posted(request: HttpRequest) -> Any:
    """What was sent, or nothing where the page is only opened."""
    return request.POST if request.method == "POST" else None


def form_page(
    request: HttpRequest, team: Team, form: BaseForm, heading: str, *, back: str, **more: Any
) -> HttpResponse:
    """The page of a form; ``back`` is the address of the page around it."""
    context = {
        "team": team,
        "form": form,
        "heading": heading,
        "lead": "",
        "button": _("Save"),
        "back_url": back,
        "kinds": getattr(form, "kinds", ()),
    }
    return render(request, "methods/form.html", context | more)


def done(request: HttpRequest, words: str, to: str, *args: Any) -> HttpResponse:
    """To a page, with a word of what was done."""
    messages.success(request, words)
    return redirect(to, *args)


def seen_version(request: HttpRequest) -> int:
    """The version that a button was pressed on; −1, which no record has, for anything else."""
    text = request.POST.get("version", "")
    fits = text.isascii() and text.isdecimal() and len(text) <= LONGEST_VERSION
    return int(text) if fits else -1
