"""An older report as it was handed over: how far its reading has come, and what was read of it.

The file is kept until it has been read and not longer. Of its text only the lines stay in which a
figure or a finding stands: older reports name staff and sometimes tell of participants, and
nothing of that is needed to show where a number comes from.
"""

import uuid
from typing import ClassVar

from django.db import models
from django.db.models import F, Q
from django.db.models.signals import post_delete
from django.dispatch import receiver
from django.utils.translation import gettext_lazy as _

from samspel.accounts.roles import Act
from samspel.accounts.user import User
from samspel.figures.period import Period
from samspel.organisation.team import Team
from samspel.report.published.reading import Told, stored_told


class OlderReportQuerySet(models.QuerySet["OlderReport"]):
    """Older reports, fetched through the check of who may."""

    def where_user_may(self, user: User, act: Act) -> "OlderReportQuerySet":
        """Those of the teams for which ``user`` may do ``act``."""
        return self.filter(team__in=Team.objects.where_user_may(user, act))


class OlderReport(models.Model):
    """One document on its way: handed over, read, looked at, and perhaps in the history."""

    class State(models.TextChoices):
        READING = "reading", _("being read")
        REFUSED = "refused", _("could not be read")
        READ = "read", _("read")
        TAKEN_IN = "taken_in", _("in the history")
        LEFT = "left", _("let be")
        BROKEN_OFF = "broken_off", _("broken off")

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    team = models.ForeignKey(
        Team, verbose_name=_("team"), on_delete=models.PROTECT, related_name="older_reports"
    )
    file = models.FileField(upload_to="older-reports/%Y/%m", blank=True)
    """Empty as soon as it has been read: then it is erased."""
    file_name = models.CharField(_("document"), max_length=200)
    sha256 = models.CharField(max_length=64)
    """Of the file's content, in hexadecimal: whoever has the document can show that it is it."""
    state = models.CharField(
        _("state"), max_length=12, choices=State.choices, default=State.READING
    )
    percent = models.PositiveSmallIntegerField(default=0)
    refusal = models.TextField(blank=True)
    """Why it could not be read, in one sentence."""
    reading = models.JSONField(default=dict, blank=True)
    """The figures that were read, with their lines (`reading.py`)."""
    team_read = models.CharField(max_length=200, blank=True)
    """The team that the report says it is of."""
    start = models.DateField(_("first day"), null=True, blank=True)
    end = models.DateField(_("last day"), null=True, blank=True)
    statements = models.PositiveIntegerField(default=0)
    understood = models.PositiveIntegerField(default=0)
    version = models.PositiveIntegerField(default=0)
    asked_by = models.ForeignKey(User, on_delete=models.PROTECT, related_name="+")
    asked_at = models.DateTimeField(_("handed over"))
    read_at = models.DateTimeField(null=True)

    objects: ClassVar[OlderReportQuerySet] = OlderReportQuerySet.as_manager()  # type: ignore[assignment]  # the manager has the query set's methods

    class Meta:
        ordering = ("-asked_at",)
        constraints = (
            models.CheckConstraint(
                condition=Q(percent__lte=100),
                name="older_report_percent_is_at_most_100",
                violation_error_message=_("Nothing comes further than to its end."),
            ),
            models.CheckConstraint(
                condition=Q(start=None, end=None) | Q(end__gte=F("start")),
                name="older_report_period_ends_after_it_starts",
                violation_error_message=_("The period ends before it starts."),
            ),
            models.CheckConstraint(
                condition=~Q(state="taken_in") | Q(start__isnull=False, end__isnull=False),
                name="older_report_in_history_has_a_period",
                violation_error_message=_("Say first which period the report is about."),
            ),
            models.CheckConstraint(
                condition=Q(understood__lte=F("statements")),
                name="older_report_understands_at_most_all",
                violation_error_message=_("No more can be understood than there is."),
            ),
        )

    def __str__(self) -> str:
        return f"{self.file_name}: {self.get_state_display()}"

    @property
    def is_running(self) -> bool:
        """Whether something goes on that a page should follow."""
        return self.state == self.State.READING

    @property
    def is_read(self) -> bool:
        """Whether there is something to look at."""
        return self.state in {self.State.READ, self.State.TAKEN_IN}

    @property
    def period(self) -> Period | None:
        """The period that it is about, both days included; None while nobody knows."""
        return Period(self.start, self.end) if self.start and self.end else None

    @property
    def is_of_another_team(self) -> bool:
        """Whether the report calls its team by no word that the team's name has."""
        return bool(self.team_read) and not _own_words(self.team_read) & _own_words(self.team.name)

    @property
    def told(self) -> Told:
        """The figures that were read."""
        return stored_told(self.reading)

    def erase_file(self) -> None:
        """Take the file away; older reports name people, and nobody needs it any more."""
        if self.file:
            self.file.delete(save=False)
        self.file.name = ""


def _own_words(name: str) -> set[str]:
    """The words of a name that tell one team from another."""
    words = {word.strip(".,:;()").casefold() for word in name.split()}
    return words - {"team", "teamet", "samverkansteam", "samverkansteamet", ""}


@receiver(post_delete, sender=OlderReport)
def erase_file_too(instance: OlderReport, **_told: object) -> None:
    """One that is removed leaves no file behind."""
    instance.erase_file()
