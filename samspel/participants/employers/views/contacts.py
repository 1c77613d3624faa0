"""Contacts at an employer: adding, changing, erasing."""

from uuid import UUID

from django.http import HttpRequest, HttpResponse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from samspel.accounts.actor import actor_of
from samspel.pages.today import today
from samspel.participants.employers import keeping_contacts
from samspel.participants.employers.forms.contact import (
    ChangeContactForm,
    ContactForm,
    EraseContactForm,
)
from samspel.participants.employers.views.access import contact_for, employer_for
from samspel.participants.employers.views.forms import form_page, posted, to_employer

_ANSWERS = ["GET", "HEAD", "POST"]


@require_http_methods(_ANSWERS)
def new(request: HttpRequest, employer_id: UUID) -> HttpResponse:
    """Add a contact."""
    found = employer_for(request, employer_id)
    form = ContactForm(posted(request))
    if form.is_valid() and form.carry_out(
        keeping_contacts.add_contact, employer=found, values=form.values(), by=actor_of(request)
    ):
        return to_employer(request, found, _("The contact is added."))
    lead = _("Tell the person what you write down and that it can be erased.")
    return form_page(request, form, _("Add a contact"), found, lead=lead)


@require_http_methods(_ANSWERS)
def change(request: HttpRequest, contact_id: UUID) -> HttpResponse:
    """Change a contact, or turn to the person no longer."""
    found = contact_for(request, contact_id)
    form = ChangeContactForm(posted(request), contact=found)
    if form.is_valid() and form.carry_out(
        keeping_contacts.change_contact,
        contact=found,
        values=form.values(),
        by=actor_of(request),
    ):
        return to_employer(request, found.employer, _("The contact is saved."))
    return form_page(request, form, _("Change the contact"), found.employer, contact=found)


@require_http_methods(_ANSWERS)
def erase(request: HttpRequest, contact_id: UUID) -> HttpResponse:
    """Remove everything about the person."""
    found = contact_for(request, contact_id)
    form = EraseContactForm(posted(request), contact=found)
    if form.is_valid() and form.carry_out(
        keeping_contacts.erase_contact,
        contact=found,
        reason=form.cleaned_data["reason"],
        today=today(request),
        by=actor_of(request),
    ):
        return to_employer(request, found.employer, _("The contact's details are erased."))
    lead = _(
        "Name, role, phone and e-mail are removed for good. Notes of talks stay: take the name "
        "out of them yourselves."
    )
    more = {"lead": lead, "button": _("Erase"), "is_final": True}
    return form_page(request, form, _("Erase the contact's details"), found.employer, **more)
