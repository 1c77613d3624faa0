"""A contradiction that the checker found in an older report, and what somebody made of it."""

from decimal import Decimal
from typing import ClassVar

from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from samspel.accounts.user import User
from samspel.report.published.older_report import OlderReport


class ReportFinding(models.Model):
    """One finding in a report, resolved by saying which number holds."""

    class Choice(models.TextChoices):
        OPEN = "", _("open")
        PRINTED = "printed", _("as printed")
        RIGHT = "right", _("what would fit")
        OTHER = "other", _("another number")

    older_report = models.ForeignKey(OlderReport, on_delete=models.CASCADE, related_name="findings")
    number = models.PositiveIntegerField()
    """Its place among the findings of the report, from 1."""
    kind = models.CharField(max_length=12)
    certainty = models.CharField(max_length=12)
    line = models.PositiveIntegerField()
    page = models.PositiveIntegerField(null=True)
    quote = models.TextField()
    marked_from = models.PositiveIntegerField()
    marked_to = models.PositiveIntegerField()
    printed = models.CharField(max_length=60)
    printed_value = models.DecimalField(max_digits=18, decimal_places=4, default=Decimal(0))
    expected = models.CharField(max_length=60, blank=True)
    """What would fit; empty where no single number would."""
    message = models.TextField()
    others = models.JSONField(default=list, blank=True)
    """The other lines that it is about: ``{"line", "page", "text"}``."""
    address = models.CharField(max_length=200, blank=True)
    """The figure that the number is, without its period; empty where it is none."""
    at = models.CharField(max_length=40, blank=True)
    """The period of that figure as an address writes it; empty for the report's own."""

    choice = models.CharField(
        _("what holds"), max_length=8, choices=Choice.choices, blank=True, default=Choice.OPEN
    )
    chosen = models.CharField(max_length=60, blank=True)
    """The number that holds, as it is written."""
    value = models.DecimalField(max_digits=18, decimal_places=4, null=True, blank=True)
    note = models.CharField(_("note"), max_length=500, blank=True)
    resolved_by = models.ForeignKey(User, null=True, on_delete=models.PROTECT, related_name="+")
    resolved_at = models.DateTimeField(null=True)
    version = models.PositiveIntegerField(default=0)

    objects: ClassVar[models.Manager["ReportFinding"]]

    class Meta:
        ordering = ("older_report", "number")
        constraints = (
            models.UniqueConstraint(
                fields=["older_report", "number"],
                name="report_finding_is_numbered_once",
                violation_error_message=_("There is a finding with this number already."),
            ),
            models.CheckConstraint(
                condition=Q(choice="", resolved_at=None, resolved_by=None, chosen="", value=None)
                | (~Q(choice="") & Q(resolved_at__isnull=False) & ~Q(chosen="")),
                name="report_finding_is_resolved_by_a_choice",
                violation_error_message=_("Say which number holds."),
            ),
            models.CheckConstraint(
                condition=~Q(choice="other") | ~Q(note=""),
                name="report_finding_with_another_number_has_a_note",
                violation_error_message=_("Write where the other number comes from."),
            ),
            models.CheckConstraint(
                condition=~Q(choice="right") | ~Q(expected=""),
                name="report_finding_takes_what_fits_where_something_does",
                violation_error_message=_("No single number would fit: write one yourself."),
            ),
        )

    def __str__(self) -> str:
        return f"{self.older_report_id} {self.number}"

    @property
    def is_open(self) -> bool:
        """Whether nobody has said yet which number holds."""
        return self.choice == self.Choice.OPEN

    @property
    def marked(self) -> tuple[str, str, str]:
        """The quote before the number, the number, and the quote after it."""
        return (
            self.quote[: self.marked_from],
            self.quote[self.marked_from : self.marked_to],
            self.quote[self.marked_to :],
        )
