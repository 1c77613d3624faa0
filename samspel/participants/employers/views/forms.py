"""What every page with a form about an employer shares: its frame, and where it leads back to."""

from typing import Any

from django.contrib import messages
from django.forms import BaseForm
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _

from samspel.participants.employers.employer import Employer

_PLAIN: dict[str, Any] = {"lead": "", "contact": None, "is_final": False}
"""What most of the pages have nothing of."""


def posted(request: HttpRequest) -> Any:
    """What was sent, or nothing where the page is only opened."""
    return request.POST if request.method == "POST" else None


def form_page(
    request: HttpRequest, form: BaseForm, heading: str, employer: Employer | None, **more: Any
) -> HttpResponse:
    """The page of a form, within an employer's page or the list."""
    back = reverse("employers") if employer is None else reverse("employer", args=[employer.pk])
    context = _PLAIN | {
        "form": form,
        "heading": heading,
        "employer": employer,
        "back_url": back,
        "button": _("Save"),
        "is_grouped": hasattr(form, "groups"),
        "lookalikes": getattr(form, "lookalikes", ()),
    }
    return render(request, "employers/form.html", context | more)


def to_employer(request: HttpRequest, employer: Employer, done: str) -> HttpResponse:
    """To the employer's page, with a word of what was done."""
    messages.success(request, done)
    return redirect("employer", employer.pk)
