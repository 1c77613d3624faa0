"""The terms of reference (uppdragsbeskrivning) that the steering group decides on, in versions."""

import uuid
from datetime import date
from typing import ClassVar

from django.db import models
from django.db.models import F, Q
from django.utils.translation import gettext_lazy as _

from samspel.accounts.user import User
from samspel.organisation.team import Team


class TermsQuerySet(models.QuerySet["TermsOfReference"]):
    """Versions of a team's terms of reference."""

    def decided(self) -> "TermsQuerySet":
        """Those that the steering group has decided on, the newest first."""
        return self.exclude(decided_on=None).order_by("-number")

    def valid_on(self, day: date) -> "TermsQuerySet":
        """The version that was in force on a day; one at most."""
        still = Q(valid_to=None) | Q(valid_to__gte=day)
        return self.decided().filter(still, valid_from__lte=day)


class TermsOfReference(models.Model):
    """One version: a draft until it is decided on, and never changed after that."""

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    team = models.ForeignKey(Team, on_delete=models.PROTECT, related_name="terms_of_reference")
    number = models.PositiveSmallIntegerField(_("version"), null=True, editable=False)
    text = models.TextField(_("text"), blank=True)
    decided_on = models.DateField(_("decided on"), null=True)
    decided_by = models.CharField(_("decided by"), max_length=120, blank=True)
    valid_from = models.DateField(_("valid from"), null=True)
    valid_to = models.DateField(_("valid to"), null=True)
    begun_by = models.ForeignKey(User, null=True, on_delete=models.PROTECT, related_name="+")
    version = models.PositiveIntegerField(default=1, editable=False)

    objects: ClassVar[TermsQuerySet] = TermsQuerySet.as_manager()  # type: ignore[assignment]  # the manager has the query set's methods

    class Meta:
        ordering = ("-number", "pk")
        constraints = (
            models.UniqueConstraint(
                fields=["team", "number"],
                name="terms_number_is_unique_in_team",
                violation_error_message=_("There is already a version with this number."),
            ),
            models.UniqueConstraint(
                fields=["team"],
                condition=Q(decided_on=None),
                name="terms_have_one_draft_in_team",
                violation_error_message=_("There is a draft already: go on with that one."),
            ),
            models.CheckConstraint(
                condition=Q(decided_on=None, number=None, valid_from=None, valid_to=None)
                | Q(decided_on__isnull=False, number__isnull=False, valid_from__isnull=False),
                name="terms_are_valid_exactly_when_decided",
                violation_error_message=_("Say from which day what was decided is valid."),
            ),
            models.CheckConstraint(
                condition=Q(valid_to=None) | Q(valid_to__gte=F("valid_from")),
                name="terms_are_valid_for_a_day_or_more",
                violation_error_message=_("The last day cannot be before the first."),
            ),
        )

    def __str__(self) -> str:
        return str(self.number or "")

    @property
    def is_draft(self) -> bool:
        """Whether nobody has decided on it yet."""
        return self.decided_on is None
