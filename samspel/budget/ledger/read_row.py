"""What the ledger said of an entry that was read from it."""

from typing import ClassVar

from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from samspel.budget.entry import Entry
from samspel.budget.ledger.ledger_import import LedgerImport


class ReadRow(models.Model):
    """The ledger's account and voucher of one entry, and the import that brought it last."""

    entry = models.OneToOneField(Entry, on_delete=models.CASCADE, related_name="read_row")
    brought_by = models.ForeignKey(
        LedgerImport, null=True, on_delete=models.PROTECT, related_name="+"
    )
    """None where it came by the command line."""
    account = models.CharField(_("account"), max_length=10)
    project = models.CharField(_("project"), max_length=40, blank=True)
    cost_centre = models.CharField(_("cost centre"), max_length=40, blank=True)
    voucher_key = models.CharField(max_length=120, blank=True)
    """The same for all rows of a voucher; empty where the file does not tell the voucher."""
    entry_version = models.PositiveIntegerField(default=1)
    """The entry's version when a file last wrote it; a later one was corrected by hand."""

    objects: ClassVar[models.Manager["ReadRow"]]

    class Meta:
        constraints = (
            models.CheckConstraint(
                condition=~Q(account=""),
                name="read_row_has_an_account",
                violation_error_message=_("A row of a ledger has an account."),
            ),
        )

    def __str__(self) -> str:
        return self.account
