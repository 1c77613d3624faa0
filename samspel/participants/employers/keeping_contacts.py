"""Contacts at an employer: added, changed, and erased when the person asks for it."""

from collections.abc import Mapping
from datetime import date
from typing import Any

from django.core.exceptions import ValidationError
from django.db import models
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from samspel.accounts.actor import Actor
from samspel.accounts.log import log
from samspel.participants.constraints import saving
from samspel.participants.employers.contact import EmployerContact
from samspel.participants.employers.employer import Employer
from samspel.participants.employers.keeping import (
    insert,
    locked,
    require_used,
    save_anew,
    tell,
    update,
)

FIELDS = ("name", "role", "phone", "email", "is_supervisor", "is_used")
_PERSONAL = ("name", "role", "phone", "email")


class ErasedBecause(models.TextChoices):
    """Why everything about a contact was removed."""

    ASKED = "asked", gettext_lazy("the person asked for it")
    LEFT = "left", gettext_lazy("the person works there no longer")
    WRONG = "wrong", gettext_lazy("it was entered by mistake")


def add_contact(*, employer: Employer, values: Mapping[str, Any], by: Actor) -> EmployerContact:
    """A new contact; ``values`` by the names of `FIELDS`. Raises ValidationError."""
    with saving(by):
        require_used(Employer.objects.select_for_update().get(pk=employer.pk))
        row = insert(EmployerContact(employer=employer), values)
        tell("employer_contact_added", row, values, by=by)
    return row


def change_contact(
    *, contact: EmployerContact, version: int, values: Mapping[str, Any], by: Actor
) -> EmployerContact:
    """Change a contact. Raises ValidationError, and ChangedMeanwhileError."""
    with saving(by):
        row = locked(contact, version)
        _require_there(row)
        if changed := update(row, values):
            tell("employer_contact_changed", row, changed, by=by)
    return row


def erase_contact(
    *, contact: EmployerContact, version: int, reason: str, today: date, by: Actor
) -> EmployerContact:
    """Remove everything about the person; that there was somebody stays, for what points at it.

    The log tells of it by the code of the reason. Raises ValidationError for a reason that is
    none of `ErasedBecause` or a contact who is erased already, and ChangedMeanwhileError.
    """
    if reason not in ErasedBecause.values:
        raise ValidationError({"reason": [_("Choose one of those in the list.")]})
    with saving(by):
        row = locked(contact, version)
        _require_there(row)
        for name in _PERSONAL:
            setattr(row, name, "")
        row.is_used, row.erased_on = False, today
        save_anew(row)
        log(
            by=by,
            act="employer_contact_erased",
            subject=f"employer:{row.employer_id}",
            team_id=row.employer.team_id,
            details={"row": str(row.pk), "reason": reason},
        )
    return row


def _require_there(row: EmployerContact) -> None:
    if row.erased_on is not None:
        raise ValidationError(_("The contact's details are erased already."))
