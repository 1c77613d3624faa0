"""The minutes of a meeting (mötesanteckningar), in versions that are locked when adjusted."""

from typing import ClassVar

from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from samspel.accounts.user import User
from samspel.organisation.steering.meeting import SteeringMeeting


class MinutesQuerySet(models.QuerySet["Minutes"]):
    """Versions of minutes."""

    def adjusted(self) -> "MinutesQuerySet":
        """Those that were read and approved, the first one first."""
        return self.exclude(adjusted_on=None).order_by("number")


class Minutes(models.Model):
    """One version: a draft until it is adjusted (justerad), and never changed after that.

    From the second on a version corrects the one before it and says why.
    """

    meeting = models.ForeignKey(SteeringMeeting, on_delete=models.PROTECT, related_name="minutes")
    number = models.PositiveSmallIntegerField(_("version"), default=1)
    text = models.TextField(_("text"))
    corrects_because = models.CharField(_("what is corrected"), max_length=240, blank=True)
    written_by = models.ForeignKey(User, null=True, on_delete=models.PROTECT, related_name="+")
    written_at = models.DateTimeField(_("written"))
    adjusted_on = models.DateField(_("adjusted on"), null=True)
    adjusted_by = models.CharField(_("adjusted by"), max_length=240, blank=True)
    version = models.PositiveIntegerField(default=1, editable=False)

    objects: ClassVar[MinutesQuerySet] = MinutesQuerySet.as_manager()  # type: ignore[assignment]  # the manager has the query set's methods

    class Meta:
        ordering = ("number", "pk")
        constraints = (
            models.UniqueConstraint(
                fields=["meeting", "number"],
                name="minutes_number_is_unique_at_meeting",
                violation_error_message=_("There is already a version with this number."),
            ),
            models.UniqueConstraint(
                fields=["meeting"],
                condition=Q(adjusted_on=None),
                name="minutes_have_one_draft_at_meeting",
                violation_error_message=_("There is a draft already: go on with that one."),
            ),
            models.CheckConstraint(
                condition=Q(adjusted_on=None, adjusted_by="")
                | Q(adjusted_on__isnull=False) & ~Q(adjusted_by=""),
                name="minutes_are_adjusted_by_somebody",
                violation_error_message=_("Say who has adjusted the minutes."),
            ),
            models.CheckConstraint(
                condition=Q(number=1) | ~Q(corrects_because=""),
                name="minutes_are_corrected_for_a_reason",
                violation_error_message=_("Write what is corrected."),
            ),
        )

    def __str__(self) -> str:
        return str(self.number)

    @property
    def is_draft(self) -> bool:
        """Whether nobody has adjusted it yet."""
        return self.adjusted_on is None
