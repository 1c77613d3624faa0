"""Who pays for the team, and how much of a budget each of them has granted."""

from typing import ClassVar

from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from samspel.budget.budget import Budget
from samspel.organisation.association import Agency
from samspel.organisation.team import Team


class Funder(models.Model):
    """The association, a municipality or somebody else who gives a team money."""

    team = models.ForeignKey(Team, on_delete=models.PROTECT, related_name="funders")
    title = models.CharField(_("the funder's name"), max_length=80)
    agency = models.ForeignKey(
        Agency,
        verbose_name=_("agency"),
        null=True,
        blank=True,
        on_delete=models.PROTECT,
        related_name="+",
    )

    objects: ClassVar[models.Manager["Funder"]]

    class Meta:
        ordering = ("title",)
        constraints = (
            models.UniqueConstraint(
                fields=["team", "title"],
                name="funder_is_named_once",
                violation_error_message=_("The team already has a funder of this name."),
            ),
            models.CheckConstraint(
                condition=~Q(title=""),
                name="funder_of_budget_has_a_name",
                violation_error_message=_("Write who pays."),
            ),
        )

    def __str__(self) -> str:
        return self.title


class Grant(models.Model):
    """What a funder gives to a budget, in öre; the money is used in the order of ``turn``."""

    budget = models.ForeignKey(Budget, on_delete=models.PROTECT, related_name="grants")
    funder = models.ForeignKey(Funder, on_delete=models.PROTECT, related_name="grants")
    amount_ore = models.BigIntegerField(_("granted"))
    turn = models.PositiveSmallIntegerField(_("is used as number"), default=1)

    objects: ClassVar[models.Manager["Grant"]]

    class Meta:
        ordering = ("turn", "pk")
        constraints = (
            models.UniqueConstraint(
                fields=["budget", "funder"],
                name="grant_is_one_per_funder",
                violation_error_message=_("The funder already has its row in this budget."),
            ),
            models.CheckConstraint(
                condition=Q(amount_ore__gte=0),
                name="grant_is_no_less_than_nothing",
                violation_error_message=_("A granted amount cannot be negative."),
            ),
        )

    def __str__(self) -> str:
        return f"{self.funder_id} {self.budget_id}"
