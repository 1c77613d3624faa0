"""A note of a call, a visit or a mail with an employer, seen by the team."""

import uuid
from typing import ClassVar

from django.db import models
from django.utils.translation import gettext_lazy as _

from samspel.accounts.user import User
from samspel.participants.employers.employer import Employer


class ContactNote(models.Model):
    """When, what was said, and who of the team spoke. It never names a participant."""

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    employer = models.ForeignKey(Employer, on_delete=models.PROTECT, related_name="contact_notes")
    on = models.DateField(_("day"))
    text = models.TextField(_("what was said"), max_length=2000)
    by = models.ForeignKey(User, on_delete=models.PROTECT, related_name="+")
    version = models.PositiveIntegerField(default=1, editable=False)

    objects: ClassVar[models.Manager["ContactNote"]]

    class Meta:
        ordering = ("-on", "-pk")
        constraints = (
            models.CheckConstraint(
                condition=~models.Q(text=""),
                name="employer_contact_note_says_something",
                violation_error_message=_("Write what was said."),
            ),
        )

    def __str__(self) -> str:
        return self.on.isoformat()
