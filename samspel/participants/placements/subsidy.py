"""Forms of wage subsidy: the team's own table, with a set to begin with."""

from typing import ClassVar

from django.db import models
from django.utils.translation import gettext_lazy as _

from samspel.organisation.team import Team

STARTER_SET = (
    _("Wage subsidy for development"),
    _("Wage subsidy for employment"),
    _("Secure employment"),
    _("New start job"),
    _("Introduction job"),
    _("Sheltered public employment"),
    _("No subsidy"),
)
"""Forms of support for employment that a Swedish team meets, by name.

They come and go with the law, so that each team keeps its own table.
"""


class SubsidyForm(models.Model):
    """A form of wage subsidy, in the team's words; one that is used no more keeps its rows."""

    team = models.ForeignKey(Team, on_delete=models.PROTECT, related_name="subsidy_forms")
    title = models.CharField(_("name"), max_length=80)
    is_used = models.BooleanField(_("is used"), default=True)
    version = models.PositiveIntegerField(default=1, editable=False)

    objects: ClassVar[models.Manager["SubsidyForm"]]

    class Meta:
        ordering = ("title", "pk")
        constraints = (
            models.UniqueConstraint(
                fields=["team", "title"],
                name="subsidy_form_title_is_unique_in_team",
                violation_error_message=_("The team has a form with this name already."),
            ),
            models.CheckConstraint(
                condition=~models.Q(title=""),
                name="subsidy_form_has_a_title",
                violation_error_message=_("Write what the form is called."),
            ),
        )

    def __str__(self) -> str:
        return self.title
