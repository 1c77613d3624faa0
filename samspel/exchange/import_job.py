"""An import asked for on a page: the file, how far it has come, and what was found."""

import uuid

from django.db import models
from django.utils.translation import gettext_lazy as _

from samspel.accounts.user import User
from samspel.organisation.team import Team


class ImportJob(models.Model):
    """One uploaded file on its way through dry run and import."""

    class State(models.TextChoices):
        CHECKING = "checking", _("being checked")
        FAULTY = "faulty", _("has faults")
        CHECKED = "checked", _("checked, not yet imported")
        IMPORTING = "importing", _("being imported")
        DONE = "done", _("imported")
        BROKEN_OFF = "broken_off", _("broken off")

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    team = models.ForeignKey(Team, on_delete=models.PROTECT, related_name="+")
    file = models.FileField(upload_to="imports/%Y/%m")
    file_name = models.CharField(_("file"), max_length=200)
    state = models.CharField(
        _("state"), max_length=12, choices=State.choices, default=State.CHECKING
    )
    rows = models.PositiveIntegerField(default=0)
    rows_done = models.PositiveIntegerField(default=0)
    result = models.JSONField(default=dict)
    """Counts of new, changed and unchanged episodes, and the faults (line, column, sentence)."""
    asked_by = models.ForeignKey(User, on_delete=models.PROTECT, related_name="+")
    asked_at = models.DateTimeField(auto_now_add=True)
    ended_at = models.DateTimeField(null=True)

    class Meta:
        ordering = ("-asked_at",)

    def __str__(self) -> str:
        return f"{self.file_name}: {self.get_state_display()}"
