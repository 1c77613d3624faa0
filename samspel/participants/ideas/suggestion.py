"""The suggestion box: what participants wish for, and what the team answers in the open."""

import uuid
from collections.abc import Mapping
from datetime import date, timedelta
from typing import ClassVar

from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from samspel.accounts.user import User
from samspel.organisation.team import Team

ANSWERED_WITHIN = timedelta(days=14)
"""After that the team's leader is reminded."""


class SuggestionState(models.TextChoices):
    """Where a suggestion stands; derived, never stored."""

    WAITING = "waiting", _("to be answered")
    ANSWERED = "answered", _("answered in the open")
    ASIDE = "aside", _("put aside")


IN_STATE: Mapping[SuggestionState, Q] = {
    SuggestionState.WAITING: Q(put_aside_on=None, answered_on=None),
    SuggestionState.ANSWERED: Q(put_aside_on=None, answered_on__isnull=False),
    SuggestionState.ASIDE: Q(put_aside_on__isnull=False),
}


class Suggestion(models.Model):
    """One suggestion, anonymous unless the writer signed it.

    Of when it was left only the day is kept, and of where from nothing.
    """

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    """Of one from the wall the number of the form that was sent."""
    team = models.ForeignKey(Team, on_delete=models.PROTECT, related_name="suggestions")
    text = models.TextField(_("suggestion"), max_length=2000)
    name = models.CharField(_("signed"), max_length=60, blank=True)
    left_on = models.DateField(_("left"))
    entered_by = models.ForeignKey(
        User, null=True, blank=True, on_delete=models.PROTECT, related_name="+"
    )
    """Who of the staff wrote it in; None for one from the wall."""
    wall_text = models.TextField(_("as the wall shows it"), max_length=2000, blank=True)
    """Empty as long as nothing is answered: nobody has read it then."""
    answer = models.TextField(_("answer"), max_length=2000, blank=True)
    answered_on = models.DateField(null=True, blank=True)
    answered_by = models.ForeignKey(
        User, null=True, blank=True, on_delete=models.PROTECT, related_name="+"
    )
    aside_because = models.CharField(_("why it is put aside"), max_length=300, blank=True)
    put_aside_on = models.DateField(null=True, blank=True)
    version = models.PositiveIntegerField(default=1, editable=False)

    objects: ClassVar[models.Manager["Suggestion"]]

    class Meta:
        ordering = ("-left_on", "pk")
        indexes = (models.Index(fields=["team", "left_on"], name="suggestion_by_day"),)
        constraints = (
            models.CheckConstraint(
                condition=~Q(text=""),
                name="suggestion_has_a_text_always",
                violation_error_message=_("Write the suggestion."),
            ),
            models.CheckConstraint(
                condition=Q(answered_on=None, answer="", wall_text="")
                | (Q(answered_on__isnull=False) & ~Q(answer="") & ~Q(wall_text="")),
                name="suggestion_is_answered_with_a_text",
                violation_error_message=_("Write the answer, and the suggestion as it is shown."),
            ),
            models.CheckConstraint(
                condition=Q(put_aside_on=None, aside_because="")
                | (Q(put_aside_on__isnull=False) & ~Q(aside_because="")),
                name="suggestion_is_put_aside_with_a_reason",
                violation_error_message=_("Write why it is put aside."),
            ),
        )

    def __str__(self) -> str:
        return str(self.pk)

    @property
    def state(self) -> SuggestionState:
        """Where the suggestion stands."""
        if self.put_aside_on is not None:
            return SuggestionState.ASIDE
        answered = self.answered_on is not None
        return SuggestionState.ANSWERED if answered else SuggestionState.WAITING

    def is_late(self, today: date) -> bool:
        """Whether it has waited for longer than it should."""
        waits = self.state == SuggestionState.WAITING
        return waits and self.left_on + ANSWERED_WITHIN <= today
