"""The forms of the wall page: what somebody writes who passes by."""

from collections.abc import Callable
from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from samspel.records.fields import NameField
from samspel.records.forms import ActionForm


class WallForm(ActionForm):
    """A form that anybody sends; after a refusal it is sent as another one, with a new number."""

    is_refused = False

    def carry_out(self, action: Callable[..., Any], **values: Any) -> Any | None:
        made = super().carry_out(action, **values)
        self.is_refused = made is None
        return made


class SignUpForm(WallForm):
    """Signing up for an idea."""

    name = NameField(
        label=_("What shall we call you?"),
        required=True,
        max_length=60,
        help_text=_("Your first name, or whatever you like. It is never shown here."),
    )
    contact = NameField(
        label=_("How do we reach you?"),
        max_length=120,
        help_text=_("A telephone number or an e-mail address. You may leave it empty."),
    )


class ProposeForm(WallForm):
    """Proposing an idea."""

    title = NameField(label=_("What would you like to do?"), required=True, max_length=80)
    text = forms.CharField(
        label=_("More about it"),
        required=False,
        max_length=1000,
        widget=forms.Textarea(attrs={"rows": 4}),
        help_text=_("Write nobody's name."),
    )


class SuggestForm(WallForm):
    """Leaving a suggestion in the box."""

    text = forms.CharField(
        label=_("What do you suggest?"),
        max_length=2000,
        widget=forms.Textarea(attrs={"rows": 6}),
        help_text=_("Write nobody's name: others read the suggestion when it is answered."),
    )
    name = NameField(
        label=_("Your name"),
        max_length=60,
        help_text=_("You may leave it empty. It is never shown here."),
    )


class TakeBackForm(ActionForm):
    """Taking one's sign-up back."""

    code = forms.CharField(
        label=_("Your code"),
        max_length=20,
        widget=forms.TextInput(attrs={"autocapitalize": "none", "spellcheck": "false"}),
        help_text=_("Eight letters and digits, such as k7m4-qxtz."),
    )
