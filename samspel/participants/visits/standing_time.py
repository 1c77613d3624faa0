"""The times at which a team receives study visits: the same weekday, every week or every other."""

import uuid
from datetime import date

from django.db import models
from django.db.models import F, Q
from django.utils.translation import gettext_lazy as _

from samspel.organisation.team import Team
from samspel.records.recurrence import Weekday, days_of


class StandingTime(models.Model):
    """A time that a team publishes; single occasions begin and end on the same day."""

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    team = models.ForeignKey(Team, on_delete=models.PROTECT, related_name="standing_times")
    weekday = models.PositiveSmallIntegerField(_("weekday"), choices=Weekday.choices)
    at = models.TimeField(_("time"))
    every_weeks = models.PositiveSmallIntegerField(_("every so many weeks"), default=1)
    first_on = models.DateField(_("first day"))
    last_on = models.DateField(_("last day"), null=True, blank=True)
    places = models.PositiveSmallIntegerField(_("places"), default=1)
    place = models.CharField(_("where"), max_length=120, blank=True)
    version = models.PositiveIntegerField(default=1, editable=False)

    class Meta:
        ordering = ("weekday", "at", "pk")
        constraints = (
            models.CheckConstraint(
                condition=Q(weekday__lte=6),
                name="standing_time_is_on_a_weekday",
                violation_error_message=_("Choose a day of the week."),
            ),
            models.CheckConstraint(
                condition=Q(every_weeks__gte=1) & Q(every_weeks__lte=8),
                name="standing_time_comes_every_one_to_eight_weeks",
                violation_error_message=_("Write how many weeks there are between: 1 to 8."),
            ),
            models.CheckConstraint(
                condition=Q(places__gte=1),
                name="standing_time_has_a_place_at_least",
                violation_error_message=_("There must be one place at least."),
            ),
            models.CheckConstraint(
                condition=Q(last_on=None) | Q(last_on__gte=F("first_on")),
                name="standing_time_ends_on_or_after_its_first_day",
                violation_error_message=_("The last day cannot be before the first."),
            ),
        )

    def __str__(self) -> str:
        return f"{self.get_weekday_display()} {self.at:%H:%M}"

    def days(self, start: date, end: date) -> list[date]:
        """The days from ``start`` to ``end``, both included, whether cancelled or not."""
        return days_of(
            weekday=self.weekday,
            every_weeks=self.every_weeks,
            first_on=self.first_on,
            last_on=self.last_on,
            start=start,
            end=end,
        )


class CancelledTime(models.Model):
    """A day on which a standing time is not held: a holiday, a sick leave."""

    standing_time = models.ForeignKey(
        StandingTime, on_delete=models.CASCADE, related_name="cancelled"
    )
    on = models.DateField(_("day"))

    class Meta:
        ordering = ("on",)
        constraints = (
            models.UniqueConstraint(
                fields=["standing_time", "on"],
                name="cancelled_time_is_cancelled_once",
                violation_error_message=_("The day is cancelled already."),
            ),
        )

    def __str__(self) -> str:
        return self.on.isoformat()
