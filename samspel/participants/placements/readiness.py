"""Who is ready for a placement since when, what they wish for, and what they need."""

import uuid
from decimal import Decimal
from typing import Any, ClassVar

from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from samspel.participants.employers.demands import Accessibility, Structure
from samspel.participants.employers.work_kind import WorkKind
from samspel.participants.episode import Episode
from samspel.participants.placements.ladder import MOST_HOURS, told_hours


class Readiness(models.Model):
    """One per episode that has thought about a placement; ready from a day, or not yet."""

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    episode = models.OneToOneField(Episode, on_delete=models.PROTECT, related_name="readiness")
    ready_on = models.DateField(_("ready since"), null=True, blank=True)
    wishes = models.TextField(_("wishes"), max_length=2000, blank=True)
    strengths = models.TextField(_("strengths"), max_length=2000, blank=True)
    work_kinds = models.ManyToManyField(
        WorkKind, verbose_name=_("kinds of work wished for"), blank=True, related_name="wished_by"
    )
    structure_at_most = models.CharField(
        _("how demanding at most"), max_length=20, choices=Structure.choices, blank=True
    )
    accessibility: "models.JSONField[Any, Any]" = models.JSONField(
        _("what must be there"), default=list, blank=True
    )
    """Codes of `employers.demands.Accessibility`."""
    hours = models.DecimalField(
        _("hours a week to begin with"), max_digits=3, decimal_places=1, null=True, blank=True
    )
    version = models.PositiveIntegerField(default=1, editable=False)

    objects: ClassVar[models.Manager["Readiness"]]

    class Meta:
        constraints = (
            models.CheckConstraint(
                condition=Q(hours=None) | (Q(hours__gt=Decimal(0)) & Q(hours__lte=MOST_HOURS)),
                name="readiness_begins_with_hours_up_to_forty",
                violation_error_message=_("Write hours a week: more than 0 and 40 at most."),
            ),
        )

    def __str__(self) -> str:
        return str(self.episode_id)

    @property
    def hours_told(self) -> str:
        """The hours to begin with as people read them; empty where nothing is said."""
        return "" if self.hours is None else told_hours(self.hours)

    @property
    def needs(self) -> list[str]:
        """What must be there, in words."""
        return [str(each.label) for each in Accessibility if each.value in self.accessibility]
