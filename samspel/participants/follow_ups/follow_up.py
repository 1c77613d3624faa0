"""A follow-up (uppföljning): due on a day that follows from the enrolment, booked, held."""

import uuid
from datetime import date, datetime
from typing import Any

from django.db import models
from django.db.models import Q
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from samspel.accounts.user import User
from samspel.participants.episode import Episode


class MeetingForm(models.TextChoices):
    """How the parties meet."""

    VISIT = "visit", _("at the team")
    ELSEWHERE = "elsewhere", _("elsewhere")
    DIGITAL = "digital", _("digitally")
    PHONE = "phone", _("by telephone")


class Party(models.TextChoices):
    """Who takes part beside the team and its agencies, which stand by their names."""

    PARTICIPANT = "participant", _("the participant")
    CASEWORKER = "caseworker", _("the caseworker")


class FollowUp(models.Model):
    """One joint meeting. There is a row once it has been booked, held or left out."""

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    episode = models.ForeignKey(Episode, on_delete=models.PROTECT, related_name="follow_ups")
    due_on = models.DateField(_("due"))
    """The day that the schedule gives: so many months after the enrolment, times its number."""
    booked_for = models.DateTimeField(_("booked for"), null=True, blank=True)
    form = models.CharField(_("how"), max_length=10, choices=MeetingForm.choices, blank=True)
    place = models.CharField(_("where"), max_length=120, blank=True)
    booked_by = models.ForeignKey(
        User, null=True, blank=True, on_delete=models.PROTECT, related_name="+"
    )
    """Somebody of the team; None with a booked time is the referrer, through the link."""
    booked_at = models.DateTimeField(null=True, blank=True)
    held_on = models.DateField(_("held on"), null=True, blank=True)
    parties: "models.JSONField[Any, Any]" = models.JSONField(
        _("who took part"), default=list, blank=True
    )
    """Codes of `Party` and names."""
    outcome = models.TextField(_("what came out of it"), max_length=8000, blank=True)
    left_out_because = models.CharField(_("left out because"), max_length=200, blank=True)
    version = models.PositiveIntegerField(default=1, editable=False)

    class Meta:
        ordering = ("due_on", "pk")
        constraints = (
            models.UniqueConstraint(
                fields=["episode", "due_on"],
                name="follow_up_is_one_for_each_due_day",
                violation_error_message=_("There is a follow-up for that day already."),
            ),
            models.CheckConstraint(
                condition=Q(held_on=None) | Q(left_out_because=""),
                name="follow_up_is_held_or_left_out_not_both",
                violation_error_message=_("A follow-up is held or left out, not both."),
            ),
        )

    def __str__(self) -> str:
        return self.due_on.isoformat()

    @property
    def is_settled(self) -> bool:
        """Whether nobody waits for it any more: it was held, or left out for a reason."""
        return self.held_on is not None or bool(self.left_out_because)

    @property
    def booked_on(self) -> date | None:
        """The day of the booked meeting, in Swedish time."""
        return day_of(self.booked_for)

    @property
    def clock(self) -> str:
        """The time of day of the booked meeting as 14:30, in Swedish time; empty without one."""
        return "" if self.booked_for is None else f"{timezone.localtime(self.booked_for):%H:%M}"

    @property
    def party_names(self) -> list[str]:
        """Who took part, as people read it."""
        return names_of(self.parties)


def day_of(moment: datetime | None) -> date | None:
    """The day of a moment in Swedish time."""
    return None if moment is None else timezone.localdate(moment)


def names_of(parties: list[str]) -> list[str]:
    """Those who took part in a meeting, as people read it."""
    titles = dict(Party.choices)
    return [str(titles.get(each, each)) for each in parties]
