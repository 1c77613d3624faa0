"""What every page with a form of this part shares: its frame, and what it leads back to."""

from typing import Any

from django.contrib import messages
from django.core.exceptions import ValidationError
from django.forms import BaseForm
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _

from samspel.organisation.team import Team
from samspel.records.versions import ChangedMeanwhileError

_LONGEST_VERSION = 9


def posted(request: HttpRequest) -> Any:
    """What was sent, or None when the page is only opened."""
    return request.POST if request.method == "POST" else None


def form_page(
    request: HttpRequest, team: Team, form: BaseForm, heading: str, *, back: str, **more: Any
) -> HttpResponse:
    """The page with a form; ``back`` is where one goes without saving."""
    context = {"team": team, "form": form, "heading": heading, "back": back, **more}
    return render(request, "steering/form.html", context)


def saved_and_back(request: HttpRequest, back: str) -> HttpResponse:
    """Say that it is saved, and go back."""
    messages.success(request, _("Saved."))
    return redirect(back)


def seen_version(request: HttpRequest) -> int:
    """The version that a button was pressed on; −1 for none that there can be."""
    text = request.POST.get("version", "")
    fits = text.isascii() and text.isdecimal() and len(text) <= _LONGEST_VERSION
    return int(text) if fits else -1


def tell_refusal(request: HttpRequest, refused: ValidationError | ChangedMeanwhileError) -> None:
    """Say over the next page why a button did nothing."""
    if isinstance(refused, ValidationError):
        messages.error(request, " ".join(refused.messages))
    else:
        messages.error(request, _("Somebody else changed it. Look before you go on."))
