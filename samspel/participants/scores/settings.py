"""A team's own numbers for reading scores; a team without a row has the manual's."""

from decimal import Decimal

from django.db import models
from django.db.models import F, Q
from django.utils.translation import gettext_lazy as _

from samspel.organisation.team import Team
from samspel.participants.scores.limits import LIMITS, Limits

_MANUAL = Limits()
LOWEST_LINE, HIGHEST_LINE = Decimal("10.0"), Decimal("40.0")
LOWEST_CHANGE, HIGHEST_CHANGE = Decimal("1.0"), Decimal("20.0")
YOUNGEST_ADOLESCENT, OLDEST_ADOLESCENT = 6, 17
YOUNGEST_ADULT, OLDEST_ADULT = 14, 25


class ScoreSettings(models.Model):
    """The fields of `Limits`."""

    team = models.OneToOneField(Team, on_delete=models.PROTECT, related_name="score_settings")
    cutoff_adult = models.DecimalField(
        _("cut-off for adults"), max_digits=3, decimal_places=1, default=_MANUAL.cutoff_adult
    )
    cutoff_adolescent = models.DecimalField(
        _("cut-off for adolescents"),
        max_digits=3,
        decimal_places=1,
        default=_MANUAL.cutoff_adolescent,
    )
    cutoff_child = models.DecimalField(
        _("cut-off for children"), max_digits=3, decimal_places=1, default=_MANUAL.cutoff_child
    )
    srs_alert = models.DecimalField(
        _("SRS: worth a talk below"), max_digits=3, decimal_places=1, default=_MANUAL.srs_alert
    )
    reliable_change = models.DecimalField(
        _("reliable change, points"),
        max_digits=3,
        decimal_places=1,
        default=_MANUAL.reliable_change,
    )
    adolescent_from = models.PositiveSmallIntegerField(
        _("adolescent from, years"), default=_MANUAL.adolescent_from
    )
    adult_from = models.PositiveSmallIntegerField(
        _("adult from, years"), default=_MANUAL.adult_from
    )
    version = models.PositiveIntegerField(default=1, editable=False)

    class Meta:
        constraints = (
            models.CheckConstraint(
                condition=Q(adult_from__gt=F("adolescent_from")),
                name="score_settings_adult_is_after_adolescent",
                violation_error_message=_("An adult is older than an adolescent."),
            ),
            models.CheckConstraint(
                condition=Q(reliable_change__gte=LOWEST_CHANGE),
                name="score_settings_reliable_change_is_a_point",
                violation_error_message=_("A reliable change is at least one point."),
            ),
        )

    def __str__(self) -> str:
        return f"score settings of team {self.team_id}"

    @property
    def limits(self) -> Limits:
        """The numbers themselves."""
        return Limits(**{name: getattr(self, name) for name in LIMITS})


def settings_of(team: Team) -> ScoreSettings:
    """The team's settings; with version 0 where it has the manual's. One query."""
    found = ScoreSettings.objects.filter(team=team).first()
    return found or ScoreSettings(team=team, version=0)
