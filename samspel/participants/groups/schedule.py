"""When a group meets: the same weekday, every week or every other."""

import uuid
from datetime import date
from typing import ClassVar

from django.db import models
from django.db.models import F, Q
from django.utils.translation import gettext_lazy as _

from samspel.participants.groups.group import Group
from samspel.records.recurrence import Weekday, days_of


class GroupTime(models.Model):
    """A time that comes again; the sessions are laid out from it, some weeks ahead."""

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    group = models.ForeignKey(Group, on_delete=models.CASCADE, related_name="times")
    weekday = models.PositiveSmallIntegerField(_("weekday"), choices=Weekday.choices)
    at = models.TimeField(_("from"))
    ends_at = models.TimeField(_("to"))
    every_weeks = models.PositiveSmallIntegerField(_("every so many weeks"), default=1)
    first_on = models.DateField(_("first day"))
    last_on = models.DateField(_("last day"), null=True, blank=True)
    version = models.PositiveIntegerField(default=1, editable=False)

    objects: ClassVar[models.Manager["GroupTime"]]

    class Meta:
        ordering = ("weekday", "at", "pk")
        constraints = (
            models.CheckConstraint(
                condition=Q(weekday__lte=6),
                name="group_time_is_on_a_weekday",
                violation_error_message=_("Choose a day of the week."),
            ),
            models.CheckConstraint(
                condition=Q(every_weeks__gte=1) & Q(every_weeks__lte=8),
                name="group_time_comes_every_one_to_eight_weeks",
                violation_error_message=_("Write how many weeks there are between: 1 to 8."),
            ),
            models.CheckConstraint(
                condition=Q(ends_at__gt=F("at")),
                name="group_time_ends_after_it_begins",
                violation_error_message=_("The time must end after it begins."),
            ),
            models.CheckConstraint(
                condition=Q(last_on=None) | Q(last_on__gte=F("first_on")),
                name="group_time_ends_on_or_after_its_first_day",
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
