"""A team's report for a period: which one it is and who may have it."""

import uuid
from datetime import date
from typing import ClassVar

from django.db import models
from django.db.models import F, Q
from django.utils.translation import gettext_lazy as _

from samspel.accounts.roles import Act
from samspel.accounts.user import User
from samspel.figures.period import Period
from samspel.organisation.team import Team


class ReportQuerySet(models.QuerySet["Report"]):
    """Reports, fetched through the check of who may."""

    def where_user_may(self, user: User, act: Act) -> "ReportQuerySet":
        """The reports of the teams for which ``user`` may do ``act``."""
        return self.filter(team__in=Team.objects.where_user_may(user, act))

    def readable_by(self, user: User, *, today: date) -> "ReportQuerySet":
        """The reports that ``user`` may read.

        Those who do not do the team's casework read the public edition, and that answers for
        the ended periods of the team's rhythm only.
        """
        seen = self.where_user_may(user, Act.SEE_FIGURES)
        own = Q(team__in=Team.objects.where_user_may(user, Act.CASEWORK))
        others = seen.exclude(own).filter(end__lt=today).select_related("team").order_by()
        told = [each.pk for each in others if each.team.rhythm.has_ended(each.period, today)]
        return seen.filter(own | Q(pk__in=told))


class Report(models.Model):
    """The nine-field report of one team and one period."""

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    team = models.ForeignKey(
        Team, verbose_name=_("team"), on_delete=models.PROTECT, related_name="reports"
    )
    start = models.DateField(_("first day"))
    end = models.DateField(_("last day"))
    language = models.CharField(
        _("language"), max_length=2, choices=[("sv", "Svenska"), ("en", "English")], default="sv"
    )
    revision = models.PositiveBigIntegerField(default=0, editable=False)
    """Grows with every saved text; what is kept ready hangs on it."""
    created_by = models.ForeignKey(User, on_delete=models.PROTECT, related_name="+", null=True)
    created_at = models.DateTimeField(_("created"), auto_now_add=True)

    objects: ClassVar[ReportQuerySet] = ReportQuerySet.as_manager()  # type: ignore[assignment]  # the manager has the query set's methods

    class Meta:
        ordering = ("-end", "-start", "team__name")
        constraints = (
            models.UniqueConstraint(
                fields=["team", "start", "end"],
                name="report_is_one_per_team_and_period",
                violation_error_message=_("There is already a report for this period."),
            ),
            models.CheckConstraint(
                condition=Q(end__gte=F("start")),
                name="report_period_ends_after_it_starts",
                violation_error_message=_("The period ends before it starts."),
            ),
        )

    def __str__(self) -> str:
        return f"{self.team}, {self.period}"

    @property
    def period(self) -> Period:
        """The period reported on, both days included."""
        return Period(self.start, self.end)


class FieldText(models.Model):
    """One text of one field, as an author wrote it; where there is none the draft stands.

    ``place`` is the text's place in the report, ``field.part``: ``1.description``,
    ``summary.participants``. ``body`` is plain text: paragraphs parted by an empty line, list
    items begun with “- ”, figures as ``{address}``. An empty body leaves the text out.
    """

    report = models.ForeignKey(Report, on_delete=models.PROTECT, related_name="texts")
    place = models.CharField(max_length=40)
    body = models.TextField(blank=True)
    version = models.PositiveIntegerField(default=0)
    edited_by = models.ForeignKey(User, on_delete=models.PROTECT, related_name="+", null=True)
    edited_at = models.DateTimeField()

    class Meta:
        ordering = ("place",)
        constraints = (
            models.UniqueConstraint(fields=["report", "place"], name="field_text_is_one_per_place"),
        )

    def __str__(self) -> str:
        return f"{self.report_id} {self.place}"


class TextVersion(models.Model):
    """Every text ever saved, with who and when; nothing that was acknowledged is lost.

    ``aside`` marks a text that met a newer one: it was kept beside it until somebody chose.
    """

    text = models.ForeignKey(FieldText, on_delete=models.PROTECT, related_name="versions")
    number = models.PositiveIntegerField()
    body = models.TextField(blank=True)
    aside = models.BooleanField(default=False)
    settled = models.BooleanField(default=True)
    """False while an aside text waits for somebody to choose."""
    base = models.PositiveIntegerField(default=0)
    """The version that the writer began from; 0 is the draft."""
    sheet = models.CharField(max_length=40, blank=True)
    """The open editor that sent it, and below its how-manieth text this is: an editor that
    lost the answer to one text and sends the next has met nobody's but its own."""
    turn = models.PositiveIntegerField(default=0)
    written_by = models.ForeignKey(User, on_delete=models.PROTECT, related_name="+", null=True)
    written_at = models.DateTimeField()

    class Meta:
        ordering = ("-number",)
        constraints = (
            models.UniqueConstraint(
                fields=["text", "number"], name="text_version_is_numbered_once"
            ),
        )

    def __str__(self) -> str:
        return f"{self.text_id} v{self.number}"


class Writer(models.Model):
    """Somebody has a text open: shown to a second writer."""

    report = models.ForeignKey(Report, on_delete=models.CASCADE, related_name="writers")
    place = models.CharField(max_length=40)
    user = models.ForeignKey(User, on_delete=models.CASCADE, related_name="+")
    seen_at = models.DateTimeField()

    class Meta:
        constraints = (
            models.UniqueConstraint(
                fields=["report", "place", "user"], name="writer_is_seen_once_per_text"
            ),
        )

    def __str__(self) -> str:
        return f"{self.user_id} {self.place}"
