"""An index of prices by year, as the team enters it: to show money in fixed prices."""

from typing import ClassVar

from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from samspel.organisation.team import Team

FIRST_YEAR, LAST_YEAR = 1990, 2099


class PriceIndex(models.Model):
    """The index of one year, such as the mean of the consumer price index: 409.22."""

    team = models.ForeignKey(Team, on_delete=models.PROTECT, related_name="price_indices")
    year = models.PositiveSmallIntegerField(_("year"))
    value = models.DecimalField(_("index"), max_digits=8, decimal_places=2)

    objects: ClassVar[models.Manager["PriceIndex"]]

    class Meta:
        ordering = ("-year",)
        verbose_name_plural = "price indices"
        constraints = (
            models.UniqueConstraint(
                fields=["team", "year"],
                name="price_index_is_one_per_year",
                violation_error_message=_("The year already has an index."),
            ),
            models.CheckConstraint(
                condition=Q(value__gt=0),
                name="price_index_is_more_than_nothing",
                violation_error_message=_("An index is more than 0."),
            ),
            models.CheckConstraint(
                condition=Q(year__gte=FIRST_YEAR, year__lte=LAST_YEAR),
                name="price_index_is_of_a_known_year",
                violation_error_message=_("Write a year from 1990 to 2099."),
            ),
        )

    def __str__(self) -> str:
        return str(self.year)
