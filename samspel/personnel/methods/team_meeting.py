"""A meeting of the staff, of a series or by itself, and which agencies came."""

from datetime import date
from typing import ClassVar

from django.db import models
from django.db.models import Exists, F, OuterRef, Q
from django.utils.translation import gettext_lazy as _

from samspel.organisation.association import Agency
from samspel.organisation.team import Team
from samspel.personnel.methods.meeting_kind import MeetingKind
from samspel.personnel.methods.series import TeamMeetingSeries


class TeamMeetingQuerySet(models.QuerySet["TeamMeeting"]):
    """Meetings, by what has come of them."""

    def held(self, today: date) -> "TeamMeetingQuerySet":
        """Those until ``today`` that are not cancelled."""
        return self.filter(cancelled_because="", on__lte=today)

    def untold(self) -> "TeamMeetingQuerySet":
        """Those of which it is not said of every agency that was expected whether it came."""
        waiting = MeetingAgency.objects.filter(meeting=OuterRef("pk"), came=None)
        return self.filter(Exists(waiting))

    def empty(self) -> "TeamMeetingQuerySet":
        """Those of which nothing is recorded: neither who came, nor minutes, nor why not held."""
        told = MeetingAgency.objects.filter(meeting=OuterRef("pk"), came__isnull=False)
        return self.filter(~Exists(told), minutes="", cancelled_because="")


class TeamMeeting(models.Model):
    """A meeting is held unless it is cancelled: nothing needs to be ticked for it to count."""

    team = models.ForeignKey(Team, on_delete=models.PROTECT, related_name="team_meetings")
    kind = models.ForeignKey(MeetingKind, on_delete=models.PROTECT, related_name="meetings")
    series = models.ForeignKey(
        TeamMeetingSeries,
        null=True,
        blank=True,
        on_delete=models.PROTECT,
        related_name="meetings",
    )
    """The series that it was laid out from; none for one that was added by hand."""
    planned_on = models.DateField(null=True, blank=True)
    """The day that the series gives; another one than ``on`` where it was moved."""
    on = models.DateField(_("day"))
    at = models.TimeField(_("from"))
    ends_at = models.TimeField(_("to"))
    cancelled_because = models.CharField(_("cancelled because"), max_length=200, blank=True)
    minutes = models.TextField(_("minutes"), max_length=4000, blank=True)
    version = models.PositiveIntegerField(default=1, editable=False)

    objects: ClassVar[TeamMeetingQuerySet] = TeamMeetingQuerySet.as_manager()  # type: ignore[assignment]  # the manager has the query set's methods

    class Meta:
        ordering = ("on", "at", "pk")
        constraints = (
            models.UniqueConstraint(
                fields=["team", "on", "at"],
                condition=Q(cancelled_because=""),
                name="team_meeting_is_there_once_at_a_time",
                violation_error_message=_("The team meets on that day at that time already."),
            ),
            models.UniqueConstraint(
                fields=["series", "planned_on"],
                name="team_meeting_is_laid_out_once_for_a_day",
                violation_error_message=_("The meeting is there already."),
            ),
            models.CheckConstraint(
                condition=Q(ends_at__gt=F("at")),
                name="team_meeting_ends_after_it_begins",
                violation_error_message=_("The meeting must end after it begins."),
            ),
        )

    def __str__(self) -> str:
        return f"{self.on} {self.at:%H:%M}"

    @property
    def kind_title(self) -> str:
        """What the team calls this kind of meeting."""
        return self.kind.title

    @property
    def clock(self) -> str:
        """From when to when, such as 09:00–11:30."""
        return f"{self.at:%H:%M}–{self.ends_at:%H:%M}"

    @property
    def is_cancelled(self) -> bool:
        """Whether it is not held."""
        return bool(self.cancelled_because)

    def is_removable(self, today: date) -> bool:
        """Whether it stays away once it is removed: a series lays out its days from ``today`` on
        again."""
        return self.planned_on is None or self.planned_on < today


class MeetingAgency(models.Model):
    """One agency expected at one meeting; kept as it was when the series changes later."""

    meeting = models.ForeignKey(TeamMeeting, on_delete=models.CASCADE, related_name="expected")
    agency = models.ForeignKey(Agency, on_delete=models.PROTECT, related_name="+")
    came = models.BooleanField(_("came"), null=True, blank=True)
    """None until somebody has said."""

    objects: ClassVar[models.Manager["MeetingAgency"]]

    class Meta:
        ordering = ("agency__name", "pk")
        constraints = (
            models.UniqueConstraint(
                fields=["meeting", "agency"],
                name="meeting_agency_is_expected_once",
                violation_error_message=_("The agency is expected at the meeting already."),
            ),
        )

    def __str__(self) -> str:
        return str(self.agency_id)
