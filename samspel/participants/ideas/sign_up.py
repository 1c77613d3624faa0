"""Somebody who has signed up for an idea: by what they call themselves, on the wall or by staff."""

import uuid
from typing import ClassVar

from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from samspel.participants.episode import Episode
from samspel.participants.ideas.idea import Idea


class SignUp(models.Model):
    """One sign-up. Only the own team sees who it is; the wall shows a number.

    One that is taken back keeps nothing but that it was there, so that the same form sent again
    is still the same sign-up.
    """

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    """Of one from the wall the number of the form that was sent."""
    idea = models.ForeignKey(Idea, on_delete=models.PROTECT, related_name="sign_ups")
    name = models.CharField(_("called"), max_length=60, blank=True)
    contact = models.CharField(_("reached by"), max_length=120, blank=True)
    episode = models.ForeignKey(
        Episode, null=True, blank=True, on_delete=models.PROTECT, related_name="+"
    )
    """The enrolled participant that staff knows it to be."""
    code_digest = models.CharField(max_length=64, blank=True, editable=False)
    signed_up_at = models.DateTimeField()
    taken_back_on = models.DateField(null=True, blank=True)
    erased_on = models.DateField(null=True, blank=True)

    objects: ClassVar[models.Manager["SignUp"]]

    class Meta:
        ordering = ("signed_up_at", "pk")
        constraints = (
            models.UniqueConstraint(
                fields=["idea", "episode"],
                condition=Q(taken_back_on=None),
                name="sign_up_is_once_for_a_participant",
                violation_error_message=_("The participant has signed up already."),
            ),
            models.CheckConstraint(
                condition=Q(taken_back_on=None)
                | Q(name="", contact="", code_digest="", episode=None),
                name="sign_up_that_is_taken_back_is_empty",
                violation_error_message=_("The sign-up is taken back."),
            ),
            models.CheckConstraint(
                condition=Q(taken_back_on__isnull=False)
                | Q(erased_on__isnull=False)
                | ~Q(name="")
                | Q(episode__isnull=False),
                name="sign_up_says_who_it_is",
                violation_error_message=_("Write a name, or choose a participant."),
            ),
        )

    def __str__(self) -> str:
        return str(self.pk)

    def empty(self) -> None:
        """Drop everything about the person; saved by the caller."""
        self.name = self.contact = self.code_digest = ""
        self.episode = None

    @property
    def is_protected(self) -> bool:
        """Whether it is somebody with a protected identity."""
        return self.episode is not None and self.episode.participant.is_protected

    @property
    def listed_name(self) -> str:
        """What the team's list shows: the participant where it is known, never a protected one."""
        if self.episode is not None:
            return self.episode.participant.listed_name
        return self.name or str(_("Erased"))

    @property
    def listed_contact(self) -> str:
        """How the person is reached; of a protected person that is in the case only."""
        return "" if self.is_protected else self.contact

    @property
    def wrote(self) -> str:
        """What the person had called themselves, where it says more than the name does."""
        shows = self.episode is not None and not self.is_protected and self.name
        return self.name if shows and self.name != self.listed_name else ""
