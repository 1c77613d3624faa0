"""A task that an employer offers: what one does there, what it asks, and for how many."""

import uuid
from collections.abc import Iterable
from decimal import Decimal
from typing import Any, ClassVar

from django.db import models
from django.db.models import F, Q
from django.utils.translation import gettext_lazy as _

from samspel.organisation.team import Team
from samspel.participants.employers.demands import Pace, Social, Structure
from samspel.participants.employers.employer import Employer
from samspel.participants.employers.work_kind import WorkKind

MOST_HOURS = Decimal(40)
"""Hours a week of full time (Working Hours Act 1982:673, section 5)."""
MOST_PLACES = 99


class TaskQuerySet(models.QuerySet["Task"]):
    """Tasks, fetched through the check of whose they are."""

    def of_teams(self, teams: Iterable[Team]) -> "TaskQuerySet":
        """Those at the employers that the teams know."""
        return self.filter(employer__team__in=teams)

    def offered(self) -> "TaskQuerySet":
        """Those that are offered now, by employers that the team still works with."""
        return self.filter(is_offered=True, employer__is_used=True)


class Task(models.Model):
    """``capacity`` places at once, for a number of hours a week from ``hours_from``."""

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    employer = models.ForeignKey(Employer, on_delete=models.PROTECT, related_name="tasks")
    title = models.CharField(_("task"), max_length=120)
    text = models.TextField(_("what one does"), max_length=2000, blank=True)
    work_kinds = models.ManyToManyField(
        WorkKind, verbose_name=_("kinds of work"), blank=True, related_name="tasks"
    )
    structure = models.CharField(
        _("how simple or structured"), max_length=20, choices=Structure.choices
    )
    pace = models.CharField(_("pace"), max_length=20, choices=Pace.choices, blank=True)
    social = models.CharField(
        _("whom one meets"), max_length=20, choices=Social.choices, blank=True
    )
    physical: "models.JSONField[Any, Any]" = models.JSONField(
        _("for the body"), default=list, blank=True
    )
    """Codes of `Physical`."""
    accessibility: "models.JSONField[Any, Any]" = models.JSONField(
        _("accessibility"), default=list, blank=True
    )
    """Codes of `Accessibility`."""
    accessibility_text = models.CharField(_("more about accessibility"), max_length=500, blank=True)
    capacity = models.PositiveSmallIntegerField(_("places at once"), default=1)
    hours_from = models.DecimalField(
        _("hours a week from"), max_digits=4, decimal_places=2, null=True, blank=True
    )
    hours_to = models.DecimalField(
        _("hours a week to"), max_digits=4, decimal_places=2, null=True, blank=True
    )
    is_offered = models.BooleanField(_("is offered"), default=True)
    version = models.PositiveIntegerField(default=1, editable=False)

    objects: ClassVar[TaskQuerySet] = TaskQuerySet.as_manager()  # type: ignore[assignment]  # the manager has the query set's methods

    class Meta:
        ordering = ("title", "pk")
        constraints = (
            models.CheckConstraint(
                condition=Q(capacity__gte=1) & Q(capacity__lte=MOST_PLACES),
                name="task_has_one_to_ninety_nine_places",
                violation_error_message=_("Write how many can be there at once: 1 to 99."),
            ),
            models.CheckConstraint(
                condition=Q(hours_from=None)
                | (Q(hours_from__gt=0) & Q(hours_from__lte=MOST_HOURS)),
                name="task_begins_with_hours_up_to_forty",
                violation_error_message=_("Write hours a week: more than 0 and 40 at most."),
            ),
            models.CheckConstraint(
                condition=Q(hours_to=None) | (Q(hours_to__gt=0) & Q(hours_to__lte=MOST_HOURS)),
                name="task_reaches_hours_up_to_forty",
                violation_error_message=_("Write hours a week: more than 0 and 40 at most."),
            ),
            models.CheckConstraint(
                condition=Q(hours_from=None) | Q(hours_to=None) | Q(hours_to__gte=F("hours_from")),
                name="task_hours_end_at_or_after_their_beginning",
                violation_error_message=_("The hours “to” cannot be fewer than the hours “from”."),
            ),
        )

    def __str__(self) -> str:
        return self.title

    @property
    def work_kind_ids(self) -> list[int]:
        """The ids of its kinds of work, in order; of those fetched with it where they were."""
        return sorted(each.pk for each in self.work_kinds.all())
