"""A check some months after a closing: what the person does now."""

import uuid

from django.db import models
from django.utils.translation import gettext_lazy as _

from samspel.accounts.user import User
from samspel.figures.codes import INCOME_SOURCES, OCCUPATIONS
from samspel.participants.episode import Episode


class Reached(models.TextChoices):
    """Whether the person could be asked."""

    YES = "yes", _("answered")
    NO = "no", _("could not be reached")
    DECLINED = "declined", _("did not want to answer")


class ClosingCheck(models.Model):
    """One check; there is a row when it has been tried."""

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    episode = models.ForeignKey(Episode, on_delete=models.PROTECT, related_name="closing_checks")
    months = models.PositiveSmallIntegerField(_("months after the closing"))
    done_on = models.DateField(_("done on"))
    reached = models.CharField(_("answered"), max_length=10, choices=Reached.choices)
    occupation = models.CharField(
        _("occupation"),
        max_length=40,
        blank=True,
        choices=[(each.code, _(each.title)) for each in OCCUPATIONS],
    )
    income = models.CharField(
        _("income source"),
        max_length=40,
        blank=True,
        choices=[(each.code, _(each.title)) for each in INCOME_SOURCES],
    )
    done_by = models.ForeignKey(User, null=True, on_delete=models.PROTECT, related_name="+")
    version = models.PositiveIntegerField(default=1, editable=False)

    class Meta:
        ordering = ("months", "pk")
        constraints = (
            models.UniqueConstraint(
                fields=["episode", "months"],
                name="closing_check_is_done_once",
                violation_error_message=_("The check is done already."),
            ),
        )

    def __str__(self) -> str:
        return f"{self.episode_id} {self.months}"
