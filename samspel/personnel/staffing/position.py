"""A position in the team: who has it, as what, from where, and from when to when."""

from datetime import date
from typing import ClassVar

from django.db import models
from django.db.models import F, Q
from django.utils.translation import gettext_lazy as _

from samspel.organisation.association import Agency
from samspel.organisation.team import Team


class EmployedBy(models.TextChoices):
    """Whose employee somebody in the team is."""

    AGENCY = "agency", _("an agency that lends the person to the team")
    HOST = "host", _("the host")
    BORROWED = "borrowed", _("another team that the person is borrowed from")
    HIRED = "hired", _("nobody of these: a hired service")


class PositionQuerySet(models.QuerySet["Position"]):
    """Positions, by day and by person."""

    def with_days(self) -> "PositionQuerySet":
        """Together with their shares, their leave and their agency."""
        return self.select_related("agency").prefetch_related("shares", "leaves")

    def overlapping(self, first_on: date, last_on: date | None) -> "PositionQuerySet":
        """Those with any day from the first to the last; a last day of None is not known yet."""
        found = self.filter(Q(last_on=None) | Q(last_on__gte=first_on))
        return found if last_on is None else found.filter(first_on__lte=last_on)


class Position(models.Model):
    """A position of the team; without a name it stands vacant.

    A change of the working share is a new `PositionShare` of the same position. Somebody else is
    another position.
    """

    team = models.ForeignKey(Team, on_delete=models.PROTECT, related_name="positions")
    name = models.CharField(_("name"), max_length=120, blank=True)
    role = models.CharField(_("role"), max_length=80)
    employed_by = models.CharField(_("employed by"), max_length=20, choices=EmployedBy.choices)
    agency = models.ForeignKey(
        Agency,
        verbose_name=_("agency"),
        null=True,
        blank=True,
        on_delete=models.PROTECT,
        related_name="positions",
    )
    """Who lends the person; or, of somebody employed otherwise, whom the person represents."""
    comes_from = models.CharField(_("which team or company"), max_length=120, blank=True)
    first_on = models.DateField(_("first day"))
    last_on = models.DateField(_("last day"), null=True, blank=True)
    stands_in_for = models.ForeignKey(
        "self",
        verbose_name=_("stands in for"),
        null=True,
        blank=True,
        on_delete=models.PROTECT,
        related_name="stand_ins",
    )
    paid_from_budget = models.BooleanField(_("paid from the team's budget"), default=True)
    version = models.PositiveIntegerField(default=1, editable=False)

    objects: ClassVar[PositionQuerySet] = PositionQuerySet.as_manager()  # type: ignore[assignment]  # the manager has the query set's methods

    class Meta:
        ordering = ("first_on", "pk")
        indexes = (models.Index(fields=["team", "first_on"], name="position_by_first_day"),)
        constraints = (
            models.CheckConstraint(
                condition=~Q(role=""),
                name="position_has_a_role",
                violation_error_message=_("Write what the person works as, such as coach."),
            ),
            models.CheckConstraint(
                condition=Q(employed_by__in=EmployedBy.values),
                name="position_is_employed_by_somebody",
                violation_error_message=_("Choose whose employee the person is."),
            ),
            models.CheckConstraint(
                condition=Q(last_on=None) | Q(last_on__gte=F("first_on")),
                name="position_ends_after_it_begins",
                violation_error_message=_("The last day cannot be before the first day."),
            ),
            models.CheckConstraint(
                condition=~Q(employed_by=EmployedBy.AGENCY) | Q(agency__isnull=False),
                name="position_lent_by_an_agency_says_which",
                violation_error_message=_("Choose which agency lends the person."),
            ),
            models.CheckConstraint(
                condition=~Q(employed_by=EmployedBy.BORROWED) | ~Q(comes_from=""),
                name="position_borrowed_says_from_which_team",
                violation_error_message=_("Write which team the person is borrowed from."),
            ),
        )

    def __str__(self) -> str:
        return self.name or str(_("vacant"))

    @property
    def is_vacant(self) -> bool:
        """Whether nobody has it."""
        return not self.name

    def covers(self, day: date) -> bool:
        """Whether the day is one of the position's."""
        return self.first_on <= day and (self.last_on is None or day <= self.last_on)
