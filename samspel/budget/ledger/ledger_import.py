"""A ledger's file handed over on a page: how far it has come, and what was found."""

import uuid
from typing import ClassVar

from django.db import models
from django.db.models import Q
from django.db.models.signals import post_delete
from django.dispatch import receiver
from django.utils.translation import gettext_lazy as _

from samspel.accounts.user import User
from samspel.budget.budget import Budget


class LedgerImport(models.Model):
    """One file on its way into a budget: its columns, a check, a word, and then the entries."""

    class State(models.TextChoices):
        COLUMNS = "columns", _("waits for its columns")
        CHECKING = "checking", _("being checked")
        FAULTY = "faulty", _("has faults")
        CHECKED = "checked", _("waits for import")
        IMPORTING = "importing", _("being imported")
        DONE = "done", _("imported")
        LEFT = "left", _("let be")
        TAKEN_BACK = "taken_back", _("taken back")
        BROKEN_OFF = "broken_off", _("broken off")

    class Form(models.TextChoices):
        SIE = "sie", "SIE 4"
        TABLE = "table", _("table (CSV, Excel)")

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    budget = models.ForeignKey(Budget, on_delete=models.CASCADE, related_name="ledger_imports")
    """A budget without entries can be removed; its files go with it."""
    file = models.FileField(upload_to="ledger/%Y/%m", blank=True)
    """Empty as soon as the file is not needed any more: then it is erased."""
    file_name = models.CharField(_("file"), max_length=200)
    form = models.CharField(_("kind of file"), max_length=10, choices=Form.choices)
    leaves_out_texts = models.BooleanField(_("texts of personnel are left out"), default=True)
    headings = models.JSONField(default=list, blank=True)
    """A table's headings; a SIE file has none."""
    places = models.JSONField(default=dict, blank=True)
    """Where each part stands in a table (`reading/columns.py: Part`)."""
    costs_are_negative = models.BooleanField(default=False)
    state = models.CharField(
        _("state"), max_length=12, choices=State.choices, default=State.CHECKING
    )
    percent = models.PositiveSmallIntegerField(default=0)
    """How far the check or the import has come."""
    result = models.JSONField(default=dict, blank=True)
    """What the last check or import found (`told.py`)."""
    asked_by = models.ForeignKey(User, on_delete=models.PROTECT, related_name="+")
    asked_at = models.DateTimeField(_("asked for"))
    confirmed_by = models.ForeignKey(User, null=True, on_delete=models.PROTECT, related_name="+")
    confirmed_at = models.DateTimeField(null=True)

    objects: ClassVar[models.Manager["LedgerImport"]]

    class Meta:
        ordering = ("-asked_at",)
        constraints = (
            models.CheckConstraint(
                condition=Q(percent__lte=100),
                name="ledger_import_percent_is_at_most_100",
                violation_error_message=_("Nothing comes further than to its end."),
            ),
            models.CheckConstraint(
                condition=Q(confirmed_at=None, confirmed_by=None)
                | Q(confirmed_at__isnull=False, confirmed_by__isnull=False),
                name="ledger_import_is_confirmed_by_somebody",
                violation_error_message=_("Whoever confirms an import is noted."),
            ),
        )

    def __str__(self) -> str:
        return f"{self.file_name}: {self.get_state_display()}"

    @property
    def is_running(self) -> bool:
        """Whether something goes on that a page should follow."""
        return self.state in {self.State.CHECKING, self.State.IMPORTING}

    @property
    def waits_for_somebody(self) -> bool:
        """Whether the file is kept until somebody says what to do."""
        return self.state in {self.State.COLUMNS, self.State.CHECKED}

    def erase_file(self) -> None:
        """Take the file away; its texts may name people, and nobody needs it any more."""
        if self.file:
            self.file.delete(save=False)
        self.file.name = ""


@receiver(post_delete, sender=LedgerImport)
def erase_file_too(instance: LedgerImport, **_told: object) -> None:
    """A budget that is removed leaves no file behind."""
    instance.erase_file()
