"""The accessibility statement that the law asks of public bodies, with a form to tell us more."""

from django import forms
from django.conf import settings
from django.contrib import messages
from django.contrib.auth.decorators import login_not_required
from django.core.mail import EmailMessage
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _
from django.views.decorators.http import require_http_methods


class FeedbackForm(forms.Form):
    """What did not work, and where; an address only from those who want an answer."""

    page = forms.CharField(
        label=_("Which page is it about?"),
        help_text=_("Its heading or what you were about to do."),
        max_length=200,
        required=False,
    )
    problem = forms.CharField(
        label=_("What does not work for you?"),
        help_text=_("Write nothing about participants here."),
        max_length=4000,
        widget=forms.Textarea(attrs={"rows": 5}),
    )
    email = forms.EmailField(
        label=_("Your e-mail address, if you want an answer"),
        required=False,
        widget=forms.EmailInput(attrs={"autocomplete": "email"}),
    )


@login_not_required
@require_http_methods(["GET", "HEAD", "POST"])
def statement(request: HttpRequest) -> HttpResponse:
    """The statement; a filled-in form is mailed to those who run the service."""
    form = FeedbackForm(request.POST if request.method == "POST" else None)
    if request.method == "POST" and form.is_valid():
        _send(form.cleaned_data)
        messages.success(request, gettext("Thank you. Your message has been sent."))
        return redirect("accessibility")
    return render(request, "web/accessibility.html", {"form": form})


def _send(told: dict[str, str]) -> None:
    answer_to = [told["email"]] if told["email"] else None
    EmailMessage(
        subject=gettext("Feedback on accessibility"),
        body="\n\n".join(filter(None, (told["page"], told["problem"]))),
        from_email=settings.DEFAULT_FROM_EMAIL,
        to=[settings.DEFAULT_FROM_EMAIL],
        reply_to=answer_to,
    ).send()
