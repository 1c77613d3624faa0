"""The meetings of the steering group: planned, held or cancelled, and who came."""

from datetime import date
from typing import ClassVar

from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from samspel.organisation.steering.seat import Seat, SeatHolder
from samspel.organisation.team import Team


class MeetingState(models.TextChoices):
    """What has become of a meeting."""

    PLANNED = "planned", _("planned")
    HELD = "held", _("held")
    CANCELLED = "cancelled", _("cancelled")


class SteeringMeetingQuerySet(models.QuerySet["SteeringMeeting"]):
    """Meetings, by state and day."""

    def ahead(self, day: date) -> "SteeringMeetingQuerySet":
        """Those that are planned for the day or later, the next one first."""
        return self.filter(state=MeetingState.PLANNED, on__gte=day).order_by("on", "pk")

    def held(self) -> "SteeringMeetingQuerySet":
        """Those that took place, the latest first."""
        return self.filter(state=MeetingState.HELD).order_by("-on", "-pk")


class SteeringMeeting(models.Model):
    """One meeting. It counts as held when somebody has noted who came."""

    team = models.ForeignKey(Team, on_delete=models.PROTECT, related_name="steering_meetings")
    on = models.DateField(_("day"))
    at = models.TimeField(_("time"), null=True, blank=True)
    place = models.CharField(_("place"), max_length=120, blank=True)
    state = models.CharField(
        _("state"), max_length=20, choices=MeetingState.choices, default=MeetingState.PLANNED
    )
    cancelled_because = models.CharField(_("why it is cancelled"), max_length=240, blank=True)
    guests = models.TextField(_("guests"), blank=True)
    version = models.PositiveIntegerField(default=1, editable=False)

    objects: ClassVar[SteeringMeetingQuerySet] = SteeringMeetingQuerySet.as_manager()  # type: ignore[assignment]  # the manager has the query set's methods

    class Meta:
        ordering = ("-on", "-pk")
        constraints = (
            models.CheckConstraint(
                condition=Q(state__in=MeetingState.values),
                name="steering_meeting_has_a_known_state",
                violation_error_message=_("Say what has become of the meeting."),
            ),
            models.CheckConstraint(
                condition=Q(state=MeetingState.CANCELLED) & ~Q(cancelled_because="")
                | ~Q(state=MeetingState.CANCELLED) & Q(cancelled_because=""),
                name="steering_meeting_is_cancelled_for_a_reason",
                violation_error_message=_("Write why the meeting is cancelled."),
            ),
            models.UniqueConstraint(
                fields=["team", "on"],
                condition=~Q(state=MeetingState.CANCELLED),
                name="steering_meeting_is_once_a_day",
                violation_error_message=_("The steering group already has a meeting on that day."),
            ),
        )

    def __str__(self) -> str:
        return self.on.isoformat()

    @property
    def is_planned(self) -> bool:
        """Whether it is still to come, or nobody has noted yet that it was held."""
        return self.state == MeetingState.PLANNED

    @property
    def is_held(self) -> bool:
        """Whether it took place."""
        return self.state == MeetingState.HELD

    @property
    def is_cancelled(self) -> bool:
        """Whether it was called off."""
        return self.state == MeetingState.CANCELLED

    def guest_list(self) -> list[str]:
        """The guests, one from each line."""
        return [line.strip() for line in self.guests.splitlines() if line.strip()]


class Presence(models.TextChoices):
    """Whether a seat was taken at a meeting."""

    PRESENT = "present", _("came")
    STAND_IN = "stand_in", _("somebody came instead")
    ABSENT = "absent", _("did not come")


class SteeringAttendance(models.Model):
    """One seat at one meeting. ``holder`` is None where the seat stood vacant."""

    meeting = models.ForeignKey(
        SteeringMeeting, on_delete=models.PROTECT, related_name="attendances"
    )
    seat = models.ForeignKey(Seat, on_delete=models.PROTECT, related_name="attendances")
    holder = models.ForeignKey(
        SeatHolder, null=True, on_delete=models.PROTECT, related_name="attendances"
    )
    presence = models.CharField(_("presence"), max_length=20, choices=Presence.choices)
    stand_in = models.ForeignKey(
        SeatHolder, null=True, on_delete=models.PROTECT, related_name="stood_in"
    )
    """The substitute who came instead, if it was one."""
    stand_in_name = models.CharField(_("who came instead"), max_length=120, blank=True)

    class Meta:
        ordering = ("pk",)
        constraints = (
            models.UniqueConstraint(
                fields=["meeting", "seat"],
                name="steering_attendance_is_noted_once_per_seat",
                violation_error_message=_("It is noted already who came for this seat."),
            ),
            models.UniqueConstraint(
                fields=["meeting", "stand_in"],
                name="steering_stand_in_sits_on_one_seat",
                violation_error_message=_("Nobody can come in the stead of two at one meeting."),
            ),
            models.CheckConstraint(
                condition=Q(presence__in=Presence.values),
                name="steering_attendance_has_a_known_presence",
                violation_error_message=_("Say whether the seat was taken."),
            ),
            models.CheckConstraint(
                condition=Q(presence=Presence.STAND_IN) & ~Q(stand_in_name="")
                | ~Q(presence=Presence.STAND_IN) & Q(stand_in_name="", stand_in=None),
                name="steering_stand_in_has_a_name",
                violation_error_message=_("Write who came instead."),
            ),
            models.CheckConstraint(
                condition=~Q(presence=Presence.PRESENT) | Q(holder__isnull=False),
                name="steering_seat_without_holder_is_not_taken",
                violation_error_message=_("The seat stood vacant, so its holder cannot have come."),
            ),
        )

    def __str__(self) -> str:
        return f"{self.seat}: {self.get_presence_display()}"
