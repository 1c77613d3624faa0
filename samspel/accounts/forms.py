"""Forms of the administrator's pages for accounts."""

from typing import Any, ClassVar

from django import forms
from django.utils.translation import gettext_lazy as _

from samspel.accounts.user import User


class AccountForm(forms.ModelForm[User]):
    """A new account; its owner chooses the password by a link in a mail."""

    class Meta:
        model = User
        fields = ("name", "email", "language", "is_administrator")
        help_texts: ClassVar[dict[str, Any]] = {
            "email": _(
                "The person signs in with it; a link for choosing a password is sent there."
            ),
            "is_administrator": _(
                "Looks after settings and accounts. Sees no participants, figures or reports "
                "without a role of its own."
            ),
        }

    def clean_email(self) -> str:
        """Addresses are compared without regard to case, so they are stored in lower case."""
        return str(self.cleaned_data["email"]).strip().lower()


class AccountChangeForm(forms.ModelForm[User]):
    """What may be changed of an account. The address stays: it is who the account is."""

    class Meta:
        model = User
        fields = ("name", "language", "is_administrator")
