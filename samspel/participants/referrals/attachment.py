"""A file that came with a referral: outside the web root, and never shown inline."""

import uuid

from django.db import models
from django.utils.translation import gettext_lazy as _

from samspel.participants.referrals.referral_form import ReferralForm


def _place(attachment: "Attachment", _file_name: str) -> str:
    """A name that says nothing of the person, nor of what the sender called the file."""
    return f"referrals/{attachment.form_id}/{attachment.pk}"


class Attachment(models.Model):
    """One file; ``name`` is what the sender called it."""

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    form = models.ForeignKey(ReferralForm, on_delete=models.PROTECT, related_name="attachments")
    name = models.CharField(_("name"), max_length=120)
    content_type = models.CharField(max_length=100)
    size = models.PositiveIntegerField(_("bytes"))
    digest = models.CharField(max_length=64)
    """SHA-256 of the content, in hexadecimal: the same file sent twice is kept once."""
    file = models.FileField(upload_to=_place, max_length=200)
    added_at = models.DateTimeField()

    class Meta:
        ordering = ("added_at", "pk")
        constraints = (
            models.UniqueConstraint(
                fields=["form", "digest"],
                name="attachment_is_in_a_form_once",
                violation_error_message=_("The file is attached already."),
            ),
        )

    def __str__(self) -> str:
        return str(self.pk)
