"""An actual cost or credit of a team, by hand or from a ledger."""

from typing import ClassVar

from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from samspel.accounts.user import User
from samspel.budget.line import Line
from samspel.organisation.team import Team


class Entry(models.Model):
    """One entry: costs are positive and credits negative, in öre.

    ``origin`` is empty for what was written by hand; else it is the stable key of the ledger's
    row, such as ``sie:2023:A:123:2``, so that reading the same ledger again doubles nothing.
    """

    team = models.ForeignKey(Team, on_delete=models.PROTECT, related_name="budget_entries")
    line = models.ForeignKey(Line, on_delete=models.PROTECT, related_name="entries")
    on = models.DateField(_("day"))
    amount_ore = models.BigIntegerField(_("amount"))
    text = models.CharField(_("text"), max_length=200, blank=True)
    voucher = models.CharField(_("voucher"), max_length=40, blank=True)
    origin = models.CharField(max_length=120, blank=True, editable=False)
    made_by = models.ForeignKey(User, null=True, on_delete=models.PROTECT, related_name="+")
    made_at = models.DateTimeField(editable=False)
    version = models.PositiveIntegerField(default=1, editable=False)

    objects: ClassVar[models.Manager["Entry"]]

    class Meta:
        ordering = ("-on", "-pk")
        verbose_name_plural = "entries"
        indexes = (models.Index(fields=["line", "on"], name="entry_by_line_and_day"),)
        constraints = (
            models.UniqueConstraint(
                fields=["team", "origin"],
                condition=~Q(origin=""),
                name="entry_is_read_once_from_a_ledger",
                violation_error_message=_("This row of the ledger is entered already."),
            ),
        )

    def __str__(self) -> str:
        return f"{self.on.isoformat()} {self.voucher}".strip()

    @property
    def is_by_hand(self) -> bool:
        """Whether somebody wrote it, rather than that it was read from a ledger."""
        return not self.origin
