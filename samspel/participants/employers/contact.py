"""Whom the team speaks to at an employer: personal data of people who are no participants."""

import uuid
from collections.abc import Iterable
from typing import ClassVar

from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from samspel.organisation.team import Team
from samspel.participants.employers.employer import Employer


class ContactQuerySet(models.QuerySet["EmployerContact"]):
    """Contacts, fetched through the check of whose they are."""

    def of_teams(self, teams: Iterable[Team]) -> "ContactQuerySet":
        """Those at the employers that the teams know."""
        return self.filter(employer__team__in=teams)

    def used(self) -> "ContactQuerySet":
        """Those that the team still turns to."""
        return self.filter(is_used=True)


class EmployerContact(models.Model):
    """A person at an employer. When erased, the row stays without anything about the person.

    It stays because agreements and follow-ups of placements point at it.
    """

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    employer = models.ForeignKey(Employer, on_delete=models.PROTECT, related_name="contacts")
    name = models.CharField(_("name"), max_length=120, blank=True)
    role = models.CharField(_("role"), max_length=80, blank=True)
    phone = models.CharField(_("phone"), max_length=40, blank=True)
    email = models.EmailField(_("e-mail"), blank=True)
    is_supervisor = models.BooleanField(_("supervises participants"), default=False)
    is_used = models.BooleanField(_("is used"), default=True)
    erased_on = models.DateField(null=True, editable=False)
    """The day on which everything about the person was removed, as they had asked."""
    version = models.PositiveIntegerField(default=1, editable=False)

    objects: ClassVar[ContactQuerySet] = ContactQuerySet.as_manager()  # type: ignore[assignment]  # the manager has the query set's methods

    class Meta:
        ordering = ("name", "pk")
        constraints = (
            models.CheckConstraint(
                condition=(Q(erased_on=None) & ~Q(name=""))
                | Q(
                    erased_on__isnull=False,
                    is_used=False,
                    name="",
                    role="",
                    phone="",
                    email="",
                ),
                name="employer_contact_has_a_name_unless_erased",
                violation_error_message=_("Write the person's name."),
            ),
        )

    def __str__(self) -> str:
        return self.name or str(_("a contact whose details are erased"))
