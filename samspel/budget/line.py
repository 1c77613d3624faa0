"""A line of a budget: what the money is for."""

from typing import ClassVar

from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from samspel.budget.budget import Budget


class LineKind(models.TextChoices):
    """What kind of costs a line holds, whatever the team calls it."""

    OWN_PERSONNEL = "own_personnel", _("own personnel")
    EXTERNAL_SERVICES = "external_services", _("external services")
    PREMISES = "premises", _("premises")
    SUPERVISION_TRAINING = "supervision_training", _("supervision and training")
    PARTICIPANTS_COSTS = "participants_costs", _("participants' costs")
    OTHER = "other", _("other costs")


class Line(models.Model):
    """One line; amounts in öre, None where nothing is said."""

    budget = models.ForeignKey(Budget, on_delete=models.PROTECT, related_name="lines")
    kind = models.CharField(_("kind of costs"), max_length=30, choices=LineKind.choices)
    title = models.CharField(_("the line's name"), max_length=80)
    turn = models.PositiveSmallIntegerField(_("place in the table"), default=0)
    applied_ore = models.BigIntegerField(_("applied for"), null=True, blank=True)
    allocated_ore = models.BigIntegerField(_("allocated"), null=True, blank=True)
    version = models.PositiveIntegerField(default=1, editable=False)

    objects: ClassVar[models.Manager["Line"]]

    class Meta:
        ordering = ("turn", "pk")
        constraints = (
            models.UniqueConstraint(
                fields=["budget", "title"],
                name="budget_line_is_named_once",
                violation_error_message=_("The budget already has a line of this name."),
            ),
            models.CheckConstraint(
                condition=~Q(title=""),
                name="budget_line_has_a_name",
                violation_error_message=_("Write what the line is called."),
            ),
            models.CheckConstraint(
                condition=Q(kind__in=LineKind.values),
                name="budget_line_has_a_kind",
                violation_error_message=_("Choose what kind of costs it is."),
            ),
            models.CheckConstraint(
                condition=Q(applied_ore=None) | Q(applied_ore__gte=0),
                name="budget_line_applied_is_no_less_than_nothing",
                violation_error_message=_("An amount that is applied for cannot be negative."),
            ),
            models.CheckConstraint(
                condition=Q(allocated_ore=None) | Q(allocated_ore__gte=0),
                name="budget_line_allocated_is_no_less_than_nothing",
                violation_error_message=_("An allocated amount cannot be negative."),
            ),
        )

    def __str__(self) -> str:
        return self.title
