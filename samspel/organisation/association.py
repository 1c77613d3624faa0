"""The association that pays, the agencies that are its members, and the hosts of its teams."""

from django.db import models
from django.utils.translation import gettext_lazy as _


class Association(models.Model):
    """A public body under the Finsam act (2003:1210) that finances teams.

    It may see figures, never participants.
    """

    name = models.CharField(_("name"), max_length=120)

    class Meta:
        ordering = ("name",)
        constraints = (
            models.UniqueConstraint(
                fields=["name"],
                name="association_name_is_unique",
                violation_error_message=_("There is already an association of this name."),
            ),
        )

    def __str__(self) -> str:
        return self.name


class Host(models.Model):
    """The municipality board that employs a team and is controller of its records."""

    association = models.ForeignKey(
        Association, verbose_name=_("association"), on_delete=models.PROTECT, related_name="hosts"
    )
    name = models.CharField(_("name"), max_length=120)

    class Meta:
        ordering = ("name",)
        constraints = (
            models.UniqueConstraint(
                fields=["association", "name"],
                name="host_name_is_unique_in_association",
                violation_error_message=_("The association already has a host of this name."),
            ),
        )

    def __str__(self) -> str:
        return self.name


class Agency(models.Model):
    """A member of the association that lends staff, refers participants and sits in steering."""

    association = models.ForeignKey(
        Association,
        verbose_name=_("association"),
        on_delete=models.PROTECT,
        related_name="agencies",
    )
    name = models.CharField(_("name"), max_length=120)
    short_name = models.CharField(_("short name"), max_length=20, blank=True)

    class Meta:
        ordering = ("name",)
        verbose_name_plural = "agencies"
        constraints = (
            models.UniqueConstraint(
                fields=["association", "name"],
                name="agency_name_is_unique_in_association",
                violation_error_message=_("The association already has an agency of this name."),
            ),
        )

    def __str__(self) -> str:
        return self.short_name or self.name
