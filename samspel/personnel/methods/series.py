"""Team meetings that come again: how often, on which weekday, and which agencies are expected."""

from datetime import date
from typing import ClassVar

from django.db import models
from django.db.models import F, Q
from django.utils.translation import gettext_lazy as _

from samspel.organisation.association import Agency
from samspel.organisation.team import Team
from samspel.personnel.methods.meeting_kind import MeetingKind
from samspel.records.recurrence import Weekday, days_of, monthly_days_of


class MeetingRhythm(models.TextChoices):
    """How often a series meets."""

    WEEKLY = "weekly", _("every week")
    FORTNIGHTLY = "fortnightly", _("every other week")
    MONTHLY = "monthly", _("once a month")


_WEEKS = {MeetingRhythm.WEEKLY: 1, MeetingRhythm.FORTNIGHTLY: 2}


class SeriesQuerySet(models.QuerySet["TeamMeetingSeries"]):
    """Series, by whether they go on."""

    def running(self, today: date) -> "SeriesQuerySet":
        """Those whose last day has not gone by."""
        return self.filter(Q(last_on=None) | Q(last_on__gte=today))


class TeamMeetingSeries(models.Model):
    """The team meetings are laid out from it, some weeks ahead."""

    team = models.ForeignKey(Team, on_delete=models.PROTECT, related_name="meeting_series")
    kind = models.ForeignKey(MeetingKind, on_delete=models.PROTECT, related_name="series")
    rhythm = models.CharField(_("how often"), max_length=12, choices=MeetingRhythm.choices)
    weekday = models.PositiveSmallIntegerField(_("weekday"), choices=Weekday.choices)
    at = models.TimeField(_("from"))
    ends_at = models.TimeField(_("to"))
    first_on = models.DateField(_("first day"))
    last_on = models.DateField(_("last day"), null=True, blank=True)
    agencies: "models.ManyToManyField[Agency, models.Model]" = models.ManyToManyField(
        Agency, verbose_name=_("agencies that are expected"), blank=True, related_name="+"
    )
    version = models.PositiveIntegerField(default=1, editable=False)

    objects: ClassVar[SeriesQuerySet] = SeriesQuerySet.as_manager()  # type: ignore[assignment]  # the manager has the query set's methods

    class Meta:
        ordering = ("weekday", "at", "pk")
        constraints = (
            models.CheckConstraint(
                condition=Q(weekday__lte=6),
                name="meeting_series_is_on_a_weekday",
                violation_error_message=_("Choose a day of the week."),
            ),
            models.CheckConstraint(
                condition=Q(rhythm__in=MeetingRhythm.values),
                name="meeting_series_has_a_rhythm",
                violation_error_message=_("Choose how often the team meets."),
            ),
            models.CheckConstraint(
                condition=Q(ends_at__gt=F("at")),
                name="meeting_series_ends_after_it_begins",
                violation_error_message=_("The meeting must end after it begins."),
            ),
            models.CheckConstraint(
                condition=Q(last_on=None) | Q(last_on__gte=F("first_on")),
                name="meeting_series_ends_on_or_after_its_first_day",
                violation_error_message=_("The last day cannot be before the first."),
            ),
        )

    def __str__(self) -> str:
        return f"{self.get_weekday_display()} {self.at:%H:%M}"

    @property
    def kind_title(self) -> str:
        """What the team calls this kind of meeting."""
        return self.kind.title

    def goes_on(self, today: date) -> bool:
        """Whether its last day has not gone by."""
        return self.last_on is None or self.last_on >= today

    @property
    def clock(self) -> str:
        """From when to when, such as 09:00–11:30."""
        return f"{self.at:%H:%M}–{self.ends_at:%H:%M}"

    def days(self, start: date, end: date) -> list[date]:
        """The days from ``start`` to ``end``, both included, on which it would meet.

        A series once a month keeps to the same week of the month as its first day, such as each
        first Monday; one that begins with a fifth meets on the last of each month.
        """
        first_on, last_on = self.first_on, self.last_on
        if self.rhythm == MeetingRhythm.MONTHLY:
            return monthly_days_of(
                weekday=self.weekday, first_on=first_on, last_on=last_on, start=start, end=end
            )
        return days_of(
            weekday=self.weekday,
            every_weeks=_WEEKS[MeetingRhythm(self.rhythm)],
            first_on=first_on,
            last_on=last_on,
            start=start,
            end=end,
        )
