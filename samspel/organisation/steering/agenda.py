"""The agenda of a meeting, and the points that were sent in for it beforehand."""

from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from samspel.accounts.user import User
from samspel.organisation.steering.meeting import SteeringMeeting
from samspel.organisation.team import Team


class AgendaPoint(models.Model):
    """One point of the agenda, at its place counted from 1."""

    meeting = models.ForeignKey(SteeringMeeting, on_delete=models.PROTECT, related_name="points")
    place = models.PositiveSmallIntegerField(_("place"))
    title = models.CharField(_("point"), max_length=200)
    text = models.TextField(_("what it is about"), blank=True)
    version = models.PositiveIntegerField(default=1, editable=False)

    class Meta:
        ordering = ("place", "pk")
        constraints = (
            models.CheckConstraint(
                condition=~Q(title=""),
                name="agenda_point_has_a_title",
                violation_error_message=_("Write what the point is called."),
            ),
        )

    def __str__(self) -> str:
        return self.title


class Became(models.TextChoices):
    """What became of a point that was sent in."""

    WAITING = "waiting", _("waits for an answer")
    PLACED = "placed", _("has a point of its own")
    MERGED = "merged", _("is taken up under another point")
    POSTPONED = "postponed", _("is put off to the next meeting")
    DECLINED = "declined", _("is not taken up")


OPEN = (Became.WAITING, Became.POSTPONED)
"""What the leader has not placed on an agenda yet."""


class SentPoint(models.Model):
    """A point that somebody sent in. ``meeting`` is None while it waits for one to be planned."""

    team = models.ForeignKey(Team, on_delete=models.PROTECT, related_name="sent_points")
    meeting = models.ForeignKey(
        SteeringMeeting, null=True, on_delete=models.PROTECT, related_name="sent_points"
    )
    title = models.CharField(_("point"), max_length=200)
    text = models.TextField(_("why, and what you want to be said or decided"), blank=True)
    sent_by = models.ForeignKey(User, on_delete=models.PROTECT, related_name="sent_points")
    sent_at = models.DateTimeField(_("sent"))
    became = models.CharField(
        _("what became of it"), max_length=20, choices=Became.choices, default=Became.WAITING
    )
    point = models.ForeignKey(
        AgendaPoint, null=True, on_delete=models.PROTECT, related_name="sent_points"
    )
    answer = models.CharField(_("answer to the sender"), max_length=400, blank=True)
    version = models.PositiveIntegerField(default=1, editable=False)

    class Meta:
        ordering = ("sent_at", "pk")
        constraints = (
            models.CheckConstraint(
                condition=~Q(title=""),
                name="sent_point_has_a_title",
                violation_error_message=_("Write what the point is called."),
            ),
            models.CheckConstraint(
                condition=Q(became__in=("placed", "merged"), point__isnull=False)
                | Q(became__in=("waiting", "postponed", "declined"), point=None),
                name="sent_point_is_on_the_agenda_when_placed",
                violation_error_message=_("Choose the point under which it is taken up."),
            ),
            models.CheckConstraint(
                condition=~Q(became="declined") | ~Q(answer=""),
                name="sent_point_is_declined_for_a_reason",
                violation_error_message=_("Write to the sender why it is not taken up."),
            ),
        )

    def __str__(self) -> str:
        return self.title
