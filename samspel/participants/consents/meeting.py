"""The meeting at which somebody is enrolled, and what was gone through there."""

from django.db import models
from django.utils.translation import gettext_lazy as _

from samspel.accounts.user import User
from samspel.participants.episode import Episode


class EnrolmentMeeting(models.Model):
    """The checklist of one enrolment."""

    episode = models.OneToOneField(
        Episode, on_delete=models.CASCADE, related_name="enrolment_meeting"
    )
    held_on = models.DateField(_("held on"))
    start_group = models.CharField(_("start group"), max_length=80, blank=True)
    is_informed = models.BooleanField(
        _("the person knows what is recorded, why, and their rights"), default=False
    )
    referrer_books_follow_ups = models.BooleanField(
        _("the referrer undertakes to book the follow-ups"), default=False
    )
    first_step = models.CharField(_("first step"), max_length=200, blank=True)
    first_step_on = models.DateField(_("first step on"), null=True, blank=True)
    without_visit_because = models.CharField(
        _("enrolled without a study visit, because"), max_length=200, blank=True
    )
    """Where the team asks for a visit and there was none (`visits.obligation`)."""
    is_despite_intake = models.BooleanField(
        _("enrolled although the team was full or took nobody in"), default=False
    )
    is_settled = models.BooleanField(
        _("what is still missing is left as it is: do not remind of it"), default=False
    )
    recorded_by = models.ForeignKey(User, null=True, on_delete=models.PROTECT, related_name="+")
    version = models.PositiveIntegerField(default=1, editable=False)

    def __str__(self) -> str:
        return str(self.episode_id)
