"""A note: its author's draft until it is signed, locked after that, corrected beside."""

import uuid
from datetime import datetime, timedelta
from typing import Any, ClassVar

from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from samspel.accounts.user import User
from samspel.participants.episode import Episode

LONGEST = 40_000
"""Characters in one text."""
KEPT_THROWN = timedelta(days=7)
"""How long a draft that was thrown away can be taken back."""


class NoteKind(models.TextChoices):
    """What a note tells of."""

    NOTE = "note", _("note")
    CONVERSATION = "conversation", _("conversation")
    PHONE = "phone", _("telephone call")
    DIGITAL = "digital", _("digital meeting")
    JOINT = "joint", _("joint meeting")
    LETTER = "letter", _("letter or message")


class NoteQuerySet(models.QuerySet["Note"]):
    """Notes, by what has become of them; who sees the person is asked of the episode."""

    def signed(self) -> "NoteQuerySet":
        """Those that are locked and that all who do casework read."""
        return self.filter(signed_at__isnull=False)

    def drafts_of(self, author: User) -> "NoteQuerySet":
        """What ``author`` has begun, and has neither signed nor thrown away."""
        return self.filter(author=author, signed_at=None, thrown_at=None)

    def thrown_by(self, author: User, now: datetime) -> "NoteQuerySet":
        """The drafts that ``author`` threw away and can still take back."""
        return self.filter(author=author, thrown_at__gt=now - KEPT_THROWN)

    def readable_by(self, user: User) -> "NoteQuerySet":
        """Signed ones, and the user's own drafts."""
        return self.filter(Q(signed_at__isnull=False) | Q(author=user, thrown_at=None))


class Note(models.Model):
    """One note of one author. The database refuses to change a signed one (`locked.py`)."""

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    """Chosen when the empty page is shown: however often a draft is sent, it is one note."""
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
    thrown_at = models.DateTimeField(null=True, blank=True)
    version = models.PositiveIntegerField(default=1, editable=False)
    window = models.CharField(max_length=40, blank=True, editable=False)
    """Which open page wrote last: whose answer got lost on the way does not meet itself."""

    objects: ClassVar[NoteQuerySet] = NoteQuerySet.as_manager()  # type: ignore[assignment]  # the manager has the query set's methods

    class Meta:
        ordering = ("-on", "-begun_at", "pk")
        indexes = (models.Index(fields=["author", "signed_at"], name="note_by_author"),)
        constraints = (
            models.CheckConstraint(
                condition=Q(signed_at=None) | ~Q(text=""),
                name="note_has_a_text_when_signed",
                violation_error_message=_("Write something before you sign."),
            ),
            models.CheckConstraint(
                condition=Q(signed_at=None) | Q(thrown_at=None),
                name="note_is_signed_or_thrown_away_not_both",
                violation_error_message=_("A signed note cannot be thrown away."),
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
