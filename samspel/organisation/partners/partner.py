"""Those the team works with, and what is done with each."""

import uuid
from datetime import date

from django.db import models
from django.db.models import F, Q
from django.utils.translation import gettext_lazy as _

from samspel.figures.partners import PARTNER_KINDS
from samspel.organisation.team import Team


def current_on(day: date) -> Q:
    """What goes on on a day: begun, and not over."""
    return Q(first_on__lte=day) & (Q(last_on=None) | Q(last_on__gte=day))


class Partner(models.Model):
    """Somebody outside of the team that it works with. Ended, never deleted."""

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    team = models.ForeignKey(Team, on_delete=models.PROTECT, related_name="partners")
    name = models.CharField(_("name"), max_length=120)
    kind = models.CharField(
        _("kind"), max_length=30, choices=[(each.code, _(each.title)) for each in PARTNER_KINDS]
    )
    contact = models.CharField(_("contact"), max_length=200, blank=True)
    first_on = models.DateField(_("since"))
    last_on = models.DateField(_("until"), null=True, blank=True)
    version = models.PositiveIntegerField(default=1, editable=False)

    class Meta:
        ordering = ("name", "pk")
        constraints = (
            models.UniqueConstraint(
                fields=["team", "name"],
                condition=Q(last_on=None),
                name="partner_is_in_a_team_once",
                violation_error_message=_("The team already works with a partner of this name."),
            ),
            models.CheckConstraint(
                condition=Q(last_on=None) | Q(last_on__gte=F("first_on")),
                name="partner_ends_on_or_after_its_first_day",
                violation_error_message=_("The last day cannot be before the first."),
            ),
        )

    def __str__(self) -> str:
        return self.name


class Collaboration(models.Model):
    """Something that is done together with a partner, from a day on."""

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    partner = models.ForeignKey(Partner, on_delete=models.PROTECT, related_name="collaborations")
    what = models.CharField(_("what is done"), max_length=300)
    first_on = models.DateField(_("since"))
    last_on = models.DateField(_("until"), null=True, blank=True)
    version = models.PositiveIntegerField(default=1, editable=False)

    class Meta:
        ordering = ("first_on", "pk")
        constraints = (
            models.CheckConstraint(
                condition=Q(last_on=None) | Q(last_on__gte=F("first_on")),
                name="collaboration_ends_on_or_after_its_first_day",
                violation_error_message=_("The last day cannot be before the first."),
            ),
        )

    def __str__(self) -> str:
        return self.what


class OfficialVisit(models.Model):
    """Somebody came to see how the team works, or the team went to see others.

    Not to be mixed up with the study visit of a participant. Nobody is named: only whom they were
    from and what it was about.
    """

    class Direction(models.TextChoices):
        """Who visited whom."""

        RECEIVED = "received", _("visit received")
        MADE = "made", _("visit made")

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    team = models.ForeignKey(Team, on_delete=models.PROTECT, related_name="official_visits")
    direction = models.CharField(_("direction"), max_length=10, choices=Direction.choices)
    on = models.DateField(_("day"))
    whom = models.CharField(_("who"), max_length=160)
    about = models.CharField(_("about"), max_length=300, blank=True)
    visitors = models.PositiveSmallIntegerField(_("number of visitors"), null=True, blank=True)
    version = models.PositiveIntegerField(default=1, editable=False)

    class Meta:
        ordering = ("-on", "pk")
        constraints = (
            models.UniqueConstraint(
                fields=["team", "direction", "on", "whom"],
                name="official_visit_is_entered_once",
                violation_error_message=_("The visit is entered already."),
            ),
        )

    def __str__(self) -> str:
        return self.whom
