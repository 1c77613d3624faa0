"""An idea for an activity: people sign up for it, and when they are enough it becomes a group."""

import uuid
from collections.abc import Iterable
from datetime import date
from typing import ClassVar

from django.db import models
from django.db.models import F, Q
from django.utils.translation import gettext_lazy as _

from samspel.organisation.team import Team
from samspel.participants.groups.group import Group


class IdeaState(models.TextChoices):
    """Where an idea stands; derived, never stored."""

    PROPOSED = "proposed", _("proposed")
    OPEN = "open", _("open to sign up")
    GROUP = "group", _("became a group")
    CLOSED = "closed", _("closed")


def in_states(states: Iterable[IdeaState], today: date) -> Q:
    """The ideas that are in one of the states on ``today``."""
    has_ended = Q(closed_on__isnull=False) | Q(last_on__lt=today)
    conditions = {
        IdeaState.PROPOSED: Q(group=None, closed_on=None, opened_on=None),
        IdeaState.OPEN: Q(group=None, closed_on=None, opened_on__isnull=False, last_on__gte=today),
        IdeaState.GROUP: Q(group__isnull=False),
        IdeaState.CLOSED: Q(group=None) & has_ended,
    }
    found = Q(pk__in=[])
    for state in states:
        found |= conditions[state]
    return found


class IdeaQuerySet(models.QuerySet["Idea"]):
    """Ideas, with what lists show of them."""

    def with_signed_up(self) -> "IdeaQuerySet":
        """With ``signed_up``, how many have signed up and not taken it back."""
        return self.annotate(
            signed_up=models.Count("sign_ups", filter=Q(sign_ups__taken_back_on=None))
        )


class Idea(models.Model):
    """Made by staff and open at once, or proposed on the wall and open when staff takes it up.

    Who proposed it is not known.
    """

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    team = models.ForeignKey(Team, on_delete=models.PROTECT, related_name="ideas")
    title = models.CharField(_("what"), max_length=80)
    text = models.TextField(_("more about it"), max_length=1000, blank=True)
    enough = models.PositiveSmallIntegerField(_("how many are enough"), default=5)
    last_on = models.DateField(_("last day to sign up"), null=True, blank=True)
    is_from_wall = models.BooleanField(default=False, editable=False)
    made_on = models.DateField()
    opened_on = models.DateField(null=True, blank=True)
    closed_on = models.DateField(null=True, blank=True)
    became_group_on = models.DateField(null=True, blank=True)
    group = models.OneToOneField(
        Group, null=True, blank=True, on_delete=models.PROTECT, related_name="idea"
    )
    version = models.PositiveIntegerField(default=1, editable=False)

    objects: ClassVar[IdeaQuerySet] = IdeaQuerySet.as_manager()  # type: ignore[assignment]  # the manager has the query set's methods

    class Meta:
        ordering = ("-made_on", "title", "pk")
        constraints = (
            models.CheckConstraint(
                condition=~Q(title=""),
                name="idea_has_a_title_always",
                violation_error_message=_("Write what the idea is."),
            ),
            models.CheckConstraint(
                condition=Q(enough__gte=1) & Q(enough__lte=500),
                name="idea_needs_one_person_at_least",
                violation_error_message=_("Write how many are enough: 1 to 500."),
            ),
            models.CheckConstraint(
                condition=Q(opened_on=None) | Q(last_on__isnull=False),
                name="idea_that_is_open_has_a_last_day",
                violation_error_message=_("Write the last day to sign up."),
            ),
            models.CheckConstraint(
                condition=Q(opened_on=None) | Q(opened_on__gte=F("made_on")),
                name="idea_opens_on_or_after_it_was_made",
                violation_error_message=_("An idea cannot open before it was made."),
            ),
            models.CheckConstraint(
                condition=Q(group=None, became_group_on=None)
                | Q(group__isnull=False, became_group_on__isnull=False, opened_on__isnull=False),
                name="idea_became_a_group_on_a_day",
                violation_error_message=_("Only an idea that has been open becomes a group."),
            ),
        )

    def __str__(self) -> str:
        return self.title

    def state(self, today: date) -> IdeaState:
        """Where the idea stands on ``today``."""
        if self.group_id is not None:
            return IdeaState.GROUP
        if self.closed_on is not None or (self.last_on is not None and self.last_on < today):
            return IdeaState.CLOSED
        return IdeaState.PROPOSED if self.opened_on is None else IdeaState.OPEN
