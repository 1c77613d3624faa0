"""An employer that takes participants on, as the team knows it."""

import uuid
from collections.abc import Iterable
from typing import Any, ClassVar

from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from samspel.organisation.team import Team
from samspel.participants.employers.organisation_number import shown_organisation_number
from samspel.participants.names import search_key, sort_key


class EmployerKind(models.TextChoices):
    """Whose the workplace is."""

    PRIVATE = "private", _("private company")
    MUNICIPAL = "municipal", _("municipality")
    COOPERATIVE = "cooperative", _("co-operative or social enterprise")
    NON_PROFIT = "non_profit", _("non-profit organisation")
    STATE_OR_REGION = "state_or_region", _("state or region")


class EmployerQuerySet(models.QuerySet["Employer"]):
    """Employers, fetched through the check of whose they are."""

    def of_teams(self, teams: Iterable[Team]) -> "EmployerQuerySet":
        """Those that the teams know."""
        return self.filter(team__in=teams)

    def used(self) -> "EmployerQuerySet":
        """Those that the team still works with."""
        return self.filter(is_used=True)

    def matching(self, search: str) -> "EmployerQuerySet":
        """Those whose name holds each of the words, or who have the organisation number."""
        words = search_key(search).split()
        found = Q(pk__isnull=False) if words else Q(pk__in=[])
        for word in words:
            found &= Q(search_key__contains=word)
        digits = search.replace("-", "").replace(" ", "")
        return self.filter(found | Q(organisation_number=digits) if digits else found)


class Employer(models.Model):
    """A workplace; a municipality or a chain is one for each place where people work."""

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    team = models.ForeignKey(Team, on_delete=models.PROTECT, related_name="employers")
    name = models.CharField(_("name"), max_length=120)
    sort_key = models.CharField(max_length=480, editable=False)
    search_key = models.CharField(max_length=240, editable=False)
    kind = models.CharField(_("kind"), max_length=20, choices=EmployerKind.choices)
    organisation_number = models.CharField(_("organisation number"), max_length=10, blank=True)
    """Ten digits. Several workplaces of one organisation have the same."""
    address = models.CharField(_("address"), max_length=200, blank=True)
    website = models.URLField(_("website"), max_length=200, blank=True)
    structure_notes = models.TextField(_("about the workplace"), max_length=2000, blank=True)
    """How work is led there, and what a participant needs to know beforehand."""
    is_used = models.BooleanField(_("is used"), default=True)
    """The team turns to it; one that is not keeps its history."""
    version = models.PositiveIntegerField(default=1, editable=False)

    objects: ClassVar[EmployerQuerySet] = EmployerQuerySet.as_manager()  # type: ignore[assignment]  # the manager has the query set's methods

    class Meta:
        ordering = ("sort_key", "pk")
        indexes = (models.Index(fields=["team", "sort_key"], name="employer_by_name"),)
        constraints = (
            models.CheckConstraint(
                condition=~Q(name=""),
                name="employer_has_a_name",
                violation_error_message=_("Write the employer's name."),
            ),
            models.CheckConstraint(
                condition=Q(kind__in=EmployerKind.values),
                name="employer_has_a_kind",
                violation_error_message=_("Choose what kind of employer it is."),
            ),
            models.CheckConstraint(
                condition=Q(organisation_number="") | Q(organisation_number__regex=r"^[0-9]{10}$"),
                name="employer_organisation_number_has_ten_digits",
                violation_error_message=_("An organisation number has ten digits: 212000-0142."),
            ),
        )

    def __str__(self) -> str:
        return self.name

    def save(self, **options: Any) -> None:
        """Store the keys that the name sorts by and is found by."""
        self.set_keys()
        super().save(**options)

    def set_keys(self) -> None:
        """Work out the keys anew; whoever inserts many at once calls this for each."""
        self.sort_key = sort_key(self.name)
        self.search_key = search_key(self.name)

    @property
    def shown_number(self) -> str:
        """The organisation number as people read it, or nothing."""
        return shown_organisation_number(self.organisation_number)
