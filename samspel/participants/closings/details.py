"""What a closing led to, beside the outcome: the work, the studies, and who takes over."""

from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from samspel.participants.episode import Episode


class Employment(models.TextChoices):
    """The form of an employment."""

    PERMANENT = "permanent", _("until further notice")
    FIXED_TERM = "fixed_term", _("for a fixed term")
    BY_THE_HOUR = "by_the_hour", _("by the hour")
    OWN_BUSINESS = "own_business", _("own business")


class Studies(models.TextChoices):
    """The form of studies."""

    COMPULSORY = "compulsory", _("compulsory school level")
    UPPER_SECONDARY = "upper_secondary", _("upper secondary school level")
    FOLK_HIGH_SCHOOL = "folk_high_school", _("folk high school")
    VOCATIONAL = "vocational", _("vocational education")
    UNIVERSITY = "university", _("university")
    SWEDISH = "swedish", _("Swedish for immigrants")
    OTHER = "other", _("other studies")


class ClosingDetails(models.Model):
    """One per closed episode; what does not fit the outcome stays empty."""

    episode = models.OneToOneField(
        Episode, on_delete=models.PROTECT, related_name="closing_details"
    )
    employment = models.CharField(
        _("form of employment"), max_length=20, choices=Employment.choices, blank=True
    )
    extent = models.PositiveSmallIntegerField(_("extent, per cent"), null=True, blank=True)
    is_subsidised = models.BooleanField(_("subsidised"), null=True, blank=True)
    employer = models.CharField(_("employer"), max_length=120, blank=True)
    studies = models.CharField(
        _("form of studies"), max_length=20, choices=Studies.choices, blank=True
    )
    next_step = models.CharField(_("what comes next"), max_length=500, blank=True)
    taken_over_by = models.CharField(_("who takes over"), max_length=200, blank=True)
    version = models.PositiveIntegerField(default=1, editable=False)

    class Meta:
        constraints = (
            models.CheckConstraint(
                condition=Q(extent=None) | (Q(extent__gte=1) & Q(extent__lte=100)),
                name="closing_details_extent_is_at_most_full_time",
                violation_error_message=_("Write the extent as 1 to 100 per cent."),
            ),
        )

    def __str__(self) -> str:
        return str(self.episode_id)
