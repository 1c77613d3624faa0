"""The seats of the steering group (styrgrupp) and who has held each, from when to when.

A seat belongs to an agency or to another body; without a holder on a day it stands vacant.
"""

from datetime import date
from typing import ClassVar

from django.db import models
from django.db.models import F, Q
from django.utils.translation import gettext_lazy as _

from samspel.organisation.association import Agency
from samspel.organisation.team import Team


class SeatKind(models.TextChoices):
    """What somebody on the seat is in the steering group, in the order in which it is shown."""

    MEMBER = "member", _("ordinary member")
    SUBSTITUTE = "substitute", _("substitute")
    ADJUNCT = "adjunct", _("adjunct")
    RAPPORTEUR = "rapporteur", _("rapporteur")


_PLACES = {kind: place for place, kind in enumerate(SeatKind.values)}


class SeatQuerySet(models.QuerySet["Seat"]):
    """Seats, by day."""

    def on(self, day: date) -> "SeatQuerySet":
        """Those that there are on a day."""
        return self.filter(Q(last_on=None) | Q(last_on__gte=day), first_on__lte=day)

    def with_holders(self) -> "SeatQuerySet":
        """Together with their agency and everybody who has held them."""
        return self.select_related("agency").prefetch_related("holders")


class Seat(models.Model):
    """A seat from its first day to its last; without a last day it stands."""

    team = models.ForeignKey(Team, on_delete=models.PROTECT, related_name="steering_seats")
    agency = models.ForeignKey(
        Agency,
        verbose_name=_("agency"),
        null=True,
        blank=True,
        on_delete=models.PROTECT,
        related_name="steering_seats",
    )
    body = models.CharField(_("other body"), max_length=120, blank=True)
    kind = models.CharField(_("kind of seat"), max_length=20, choices=SeatKind.choices)
    first_on = models.DateField(_("first day"))
    last_on = models.DateField(_("last day"), null=True, blank=True)
    version = models.PositiveIntegerField(default=1, editable=False)

    objects: ClassVar[SeatQuerySet] = SeatQuerySet.as_manager()  # type: ignore[assignment]  # the manager has the query set's methods

    class Meta:
        ordering = ("first_on", "pk")
        constraints = (
            models.CheckConstraint(
                condition=Q(agency__isnull=False, body="") | Q(agency=None) & ~Q(body=""),
                name="seat_is_of_an_agency_or_another_body",
                violation_error_message=_("Choose an agency, or write which other body it is."),
            ),
            models.CheckConstraint(
                condition=Q(kind__in=SeatKind.values),
                name="seat_is_of_a_known_kind",
                violation_error_message=_("Choose what kind of seat it is."),
            ),
            models.CheckConstraint(
                condition=Q(last_on=None) | Q(last_on__gte=F("first_on")),
                name="seat_ends_after_it_begins",
                violation_error_message=_("The seat's last day cannot be before its first day."),
            ),
        )

    def __str__(self) -> str:
        return f"{self.whose}, {self.get_kind_display()}"

    @property
    def whose(self) -> str:
        """The agency or body that the seat belongs to."""
        return str(self.agency) if self.agency else self.body

    @property
    def place(self) -> int:
        """Where its kind stands in a list: ordinary members first."""
        return _PLACES.get(self.kind, len(_PLACES))

    def covers(self, day: date) -> bool:
        """Whether there is such a seat on the day."""
        return self.first_on <= day and (self.last_on is None or day <= self.last_on)


class SeatHolder(models.Model):
    """Somebody on a seat from a day to a day; without a last day still."""

    seat = models.ForeignKey(Seat, on_delete=models.PROTECT, related_name="holders")
    name = models.CharField(_("name"), max_length=120)
    title = models.CharField(_("title"), max_length=120, blank=True)
    is_chair = models.BooleanField(_("chairs the steering group"), default=False)
    first_on = models.DateField(_("first day"))
    last_on = models.DateField(_("last day"), null=True, blank=True)
    version = models.PositiveIntegerField(default=1, editable=False)

    class Meta:
        ordering = ("first_on", "pk")
        constraints = (
            models.CheckConstraint(
                condition=~Q(name=""),
                name="seat_holder_has_a_name",
                violation_error_message=_("Write the name of the person."),
            ),
            models.CheckConstraint(
                condition=Q(last_on=None) | Q(last_on__gte=F("first_on")),
                name="seat_holder_ends_after_beginning",
                violation_error_message=_("The last day cannot be before the first day."),
            ),
            models.UniqueConstraint(
                fields=["seat"],
                condition=Q(last_on=None),
                name="seat_is_held_by_one_at_a_time",
                violation_error_message=_(
                    "Somebody holds the seat already: enter that person's last day first."
                ),
            ),
            models.UniqueConstraint(
                fields=["seat", "first_on"],
                name="seat_is_taken_up_once_a_day",
                violation_error_message=_(
                    "Somebody else takes up the seat on the same day: choose another day."
                ),
            ),
        )

    def __str__(self) -> str:
        return self.name

    def covers(self, day: date) -> bool:
        """Whether the person holds the seat on the day."""
        return self.first_on <= day and (self.last_on is None or day <= self.last_on)

    def overlaps(self, first_on: date, last_on: date | None) -> bool:
        """Whether any day is one of the person's; a last day of None is not known yet."""
        begins_in_time = last_on is None or self.first_on <= last_on
        return begins_in_time and (self.last_on is None or first_on <= self.last_on)
