"""A report in the team's history: what was published before the records began, with its source."""

from datetime import date
from decimal import Decimal
from typing import ClassVar

from django.db import models
from django.db.models import F, Q
from django.utils.translation import gettext_lazy as _

from samspel.accounts.user import User
from samspel.figures.period import Period
from samspel.organisation.team import Team
from samspel.report.published.older_report import OlderReport


class PublishedReport(models.Model):
    """A report of one team and period whose figures count as published."""

    team = models.ForeignKey(Team, on_delete=models.PROTECT, related_name="published_reports")
    start = models.DateField(_("first day"))
    end = models.DateField(_("last day"))
    source = models.OneToOneField(
        OlderReport, on_delete=models.PROTECT, related_name="published_report"
    )
    """The reading that the figures are taken from; it has the document's name and digest."""
    document = models.CharField(_("document"), max_length=200)
    sha256 = models.CharField(max_length=64)
    read_at = models.DateTimeField()
    taken_in_by = models.ForeignKey(User, null=True, on_delete=models.PROTECT, related_name="+")
    taken_in_at = models.DateTimeField(_("taken in"))

    objects: ClassVar[models.Manager["PublishedReport"]]

    class Meta:
        ordering = ("start", "end")
        constraints = (
            models.UniqueConstraint(
                fields=["team", "start", "end"],
                name="published_report_is_one_per_team_and_period",
                violation_error_message=_(
                    "The team's history has a report of this period already. Say that the new one "
                    "replaces it."
                ),
            ),
            models.CheckConstraint(
                condition=Q(end__gte=F("start")),
                name="published_report_period_ends_after_it_starts",
                violation_error_message=_("The period ends before it starts."),
            ),
        )

    def __str__(self) -> str:
        return f"{self.document}, {self.period}"

    @property
    def period(self) -> Period:
        """The period that it is about, both days included."""
        return Period(self.start, self.end)


class PublishedFigure(models.Model):
    """One figure as it was published, of one period: the report's own or a window of a series.

    ``value`` is in the figure's own unit as printed (64 for 64 %), ``step`` the worth of one unit
    in the last printed digit.
    """

    class Resolution(models.TextChoices):
        NONE = "", _("nothing was found")
        OPEN = "open", _("in doubt")
        PRINTED = "printed", _("as printed")
        RIGHT = "right", _("set right")
        OTHER = "other", _("set right by the team")

    report = models.ForeignKey(PublishedReport, on_delete=models.CASCADE, related_name="figures")
    address = models.CharField(max_length=200)
    start = models.DateField()
    end = models.DateField()
    value = models.DecimalField(max_digits=18, decimal_places=4)
    step = models.DecimalField(max_digits=18, decimal_places=4, default=Decimal(1))
    printed = models.CharField(max_length=60)
    unit = models.CharField(max_length=12, blank=True)
    line = models.PositiveIntegerField()
    page = models.PositiveIntegerField(null=True)
    quote = models.TextField()
    marked_from = models.PositiveIntegerField(default=0)
    marked_to = models.PositiveIntegerField(default=0)
    resolution = models.CharField(
        max_length=8, choices=Resolution.choices, blank=True, default=Resolution.NONE
    )
    chosen = models.CharField(max_length=60, blank=True)
    """The number that holds, as it is written, where it is not the printed one."""
    note = models.CharField(max_length=500, blank=True)

    objects: ClassVar[models.Manager["PublishedFigure"]]

    class Meta:
        ordering = ("start", "end", "address")
        constraints = (
            models.UniqueConstraint(
                fields=["report", "address", "start", "end"],
                name="published_figure_is_told_once_by_a_report",
                violation_error_message=_("The report tells this figure already."),
            ),
            models.CheckConstraint(
                condition=Q(end__gte=F("start")),
                name="published_figure_period_ends_after_it_starts",
                violation_error_message=_("The period ends before it starts."),
            ),
        )

    def __str__(self) -> str:
        return f"{self.address} {self.period}: {self.shown}"

    @property
    def period(self) -> Period:
        """The period that the figure is of."""
        first: date = self.start
        return Period(first, self.end)

    @property
    def shown(self) -> str:
        """The number that holds, as it is written."""
        return self.chosen or self.printed

    @property
    def is_in_doubt(self) -> bool:
        """Whether the checker found something that nobody has resolved."""
        return self.resolution == self.Resolution.OPEN

    @property
    def marked(self) -> tuple[str, str, str]:
        """The quote before the number, the number, and the quote after it."""
        return (
            self.quote[: self.marked_from],
            self.quote[self.marked_from : self.marked_to],
            self.quote[self.marked_to :],
        )
