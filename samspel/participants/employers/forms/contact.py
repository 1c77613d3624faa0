"""The forms of a contact at an employer: its details, and erasing them."""

import re
from typing import Any

from django import forms
from django.core.exceptions import ValidationError
from django.utils.translation import gettext as translated
from django.utils.translation import gettext_lazy as _

from samspel.participants.employers.contact import EmployerContact
from samspel.participants.employers.keeping_contacts import FIELDS, ErasedBecause
from samspel.records.fields import NameField, code_field
from samspel.records.forms import ActionForm, RecordForm

_PHONE = re.compile(r"\+?[0-9][0-9 ()/-]{3,30}")


class PhoneField(forms.CharField):
    """A number as people write it; digits, spaces and a few signs."""

    def __init__(self, **options: Any) -> None:
        keys = forms.TextInput(attrs={"type": "tel", "autocomplete": "off"})
        super().__init__(required=False, max_length=40, widget=keys, **options)

    def clean(self, value: Any) -> str:
        text = " ".join(str(super().clean(value)).split())
        if text and not (text.isascii() and _PHONE.fullmatch(text)):
            raise ValidationError(translated("Write the number with digits: 070-174 06 05."))
        return text


class ContactForm(ActionForm):
    """Whom the team speaks to. Only what is needed for that is kept."""

    name = NameField(label=_("Name"), max_length=120, required=True)
    role = NameField(label=_("Role"), help_text=_("For instance owner, manager, supervisor."))
    phone = PhoneField(label=_("Phone"))
    email = forms.EmailField(
        label=_("E-mail"),
        required=False,
        widget=forms.EmailInput(attrs={"autocomplete": "off"}),
        error_messages={"invalid": _("Write the whole address, with an @: name@example.org.")},
    )
    is_supervisor = forms.BooleanField(label=_("Supervises participants"), required=False)
    is_used = forms.BooleanField(label=_("We turn to this person"), required=False, initial=True)

    def values(self) -> dict[str, Any]:
        """What was entered, cleaned."""
        return {name: self.cleaned_data[name] for name in FIELDS}


class ChangeContactForm(ContactForm, RecordForm):
    """The same of a contact that the team has."""

    def __init__(self, data: Any = None, *, contact: EmployerContact) -> None:
        self.record = contact
        initial = {name: getattr(contact, name) for name in (*FIELDS, "version")}
        super().__init__(data, initial=initial)


class EraseContactForm(RecordForm):
    """Why everything about a contact is removed."""

    reason = code_field(_("Why"), ErasedBecause.choices, required=True)

    def __init__(self, data: Any = None, *, contact: EmployerContact) -> None:
        self.record = contact
        super().__init__(data, initial={"version": contact.version})
