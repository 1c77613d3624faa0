"""An import asked for on a page: the file, how far it has come, and what was found."""

import uuid
from typing import ClassVar

from django.db import models
from django.utils.translation import gettext_lazy as _

from samspel.accounts.roles import Act
from samspel.accounts.user import User
from samspel.organisation.team import Team


class ImportJobQuerySet(models.QuerySet["ImportJob"]):
    """Imports, fetched through the check of who may."""

    def where_user_may_import(self, user: User) -> "ImportJobQuerySet":
        """The imports into the teams whose records ``user`` may bring in."""
        return self.filter(team__in=Team.objects.where_user_may(user, Act.IMPORT))


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
    team = models.ForeignKey(
        Team, verbose_name=_("team"), on_delete=models.PROTECT, related_name="+"
    )
    file = models.FileField(upload_to="imports/%Y/%m", blank=True)
    """Empty as soon as the file is not needed any more: then it is removed."""
    fault_list = models.FileField(upload_to="imports/%Y/%m", blank=True)
    """Every fault of a faulty file, as CSV; removed after a week, since it repeats cells."""
    file_name = models.CharField(_("file"), max_length=200)
    state = models.CharField(
        _("state"), max_length=12, choices=State.choices, default=State.CHECKING
    )
    percent = models.PositiveSmallIntegerField(default=0)
    """How far the check or the import has come."""
    result = models.JSONField(default=dict)
    """What the last check or import found (`import_result.py`)."""
    asked_by = models.ForeignKey(User, on_delete=models.PROTECT, related_name="+")
    asked_at = models.DateTimeField(_("asked for"), auto_now_add=True)
    confirmed_by = models.ForeignKey(
        User, null=True, blank=True, on_delete=models.PROTECT, related_name="+"
    )
    ended_at = models.DateTimeField(null=True)

    objects: ClassVar[ImportJobQuerySet] = ImportJobQuerySet.as_manager()  # type: ignore[assignment]  # the manager has the query set's methods

    class Meta:
        ordering = ("-asked_at",)
        constraints = (
            models.CheckConstraint(
                condition=models.Q(percent__lte=100), name="import_job_percent_is_at_most_100"
            ),
        )

    def __str__(self) -> str:
        return f"{self.file_name}: {self.get_state_display()}"

    @property
    def is_running(self) -> bool:
        """Whether something goes on that a page should follow."""
        return self.state in {self.State.CHECKING, self.State.IMPORTING}

    def remove_fault_list(self) -> None:
        """Take the list of faults away; the first of them stay with the result."""
        if self.fault_list:
            self.fault_list.delete(save=False)
        self.fault_list.name = ""

    def remove_file(self) -> None:
        """Take the file away; it holds personal data that nobody needs any more."""
        if self.file:
            self.file.delete(save=False)
        self.file.name = ""
