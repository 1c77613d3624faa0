"""A note: its author's draft until it is signed, locked after that, corrected beside."""

import uuid
from typing import Any

from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from samspel.accounts.user import User
from samspel.participants.episode import Episode

LONGEST = 40_000


class NoteKind(models.TextChoices):
    """What a note tells of."""

    NOTE = "note", _("note")
    CONVERSATION = "conversation", _("conversation")
    PHONE = "phone", _("telephone call")
    DIGITAL = "digital", _("digital meeting")
    JOINT = "joint", _("joint meeting")
    LETTER = "letter", _("letter or message")


class Note(models.Model):
    """One note of one author."""

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    episode = models.ForeignKey(Episode, on_delete=models.PROTECT, related_name="notes")
    kind = models.CharField(
        _("kind"), max_length=20, choices=NoteKind.choices, default=NoteKind.NOTE
    )
    on = models.DateField(_("day"))
    text = models.TextField(_("text"), max_length=LONGEST, blank=True)
    parties: "models.JSONField[Any, Any]" = models.JSONField(
        _("who took part"), default=list, blank=True
    )
    """Names of agencies or other parties, beside the participant and the author."""
    author = models.ForeignKey(User, on_delete=models.PROTECT, related_name="+")
    begun_at = models.DateTimeField()
    changed_at = models.DateTimeField()
    signed_at = models.DateTimeField(_("signed"), null=True, blank=True)
    version = models.PositiveIntegerField(default=1, editable=False)

    class Meta:
        ordering = ("-on", "-begun_at", "pk")
        indexes = (models.Index(fields=["author", "signed_at"], name="note_by_author"),)
        constraints = (
            models.CheckConstraint(
                condition=Q(signed_at=None) | ~Q(text=""),
                name="note_has_a_text_when_signed",
                violation_error_message=_("Write something before you sign."),
            ),
        )

    def __str__(self) -> str:
        return str(self.pk)

    @property
    def is_draft(self) -> bool:
        """Whether only its author reads it, and may still change it."""
        return self.signed_at is None


class NoteCorrection(models.Model):
    """What is corrected in a signed note; the original stays as it was."""

    note = models.ForeignKey(Note, on_delete=models.PROTECT, related_name="corrections")
    text = models.TextField(_("correction"), max_length=LONGEST)
    author = models.ForeignKey(User, on_delete=models.PROTECT, related_name="+")
    written_at = models.DateTimeField()

    class Meta:
        ordering = ("written_at", "pk")

    def __str__(self) -> str:
        return str(self.pk)
