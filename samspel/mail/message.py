"""One outgoing mail: what it says, to whom, and how far it has come.

It holds no personal data but the receiver's address: the text is one of those in `texts`, filled
in with a team's name and a day, and what it is about stands behind the link.
"""

from datetime import datetime, timedelta
from typing import ClassVar

from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

MAY_HAVE_BEEN_SENT_AFTER = timedelta(minutes=10)
"""How long sending takes at most; a mail that is still claimed then was left by its process."""
_NOT_TAKEN = Q(claimed_at=None, sent_at=None, given_up_at=None)


class State(models.TextChoices):
    """How far a mail has come."""

    WAITING = "waiting", _("waiting")
    SENDING = "sending", _("being sent")
    SENT = "sent", _("sent")
    UNCERTAIN = "uncertain", _("may have been sent")
    GIVEN_UP = "given_up", _("not sent")


class Trouble(models.TextChoices):
    """Why the last try failed, as a code: what a mail server says can hold addresses."""

    NO_SERVER = "no_server", _("the mail server could not be reached")
    NO_SIGN_IN = "no_sign_in", _("the mail server refused the sign-in")
    RECEIVER = "receiver", _("the mail server refused the receiver")
    REFUSED = "refused", _("the mail server refused the mail")
    NO_MAIL = "no_mail", _("the mail could not be written")
    BROKEN_OFF = "broken_off", _("the connection broke off while it was sent")


class MessageQuerySet(models.QuerySet["Message"]):
    """Mails by how far they have come."""

    def due(self, now: datetime) -> "MessageQuerySet":
        """Those to be sent now: nobody has taken them, and their time has come."""
        return self.filter(_NOT_TAKEN, send_after__lte=now).order_by("send_after", "pk")

    def in_state(self, state: str, now: datetime) -> "MessageQuerySet":
        """Those in this `State`, by the same rule as `Message.state_at`."""
        claimed = Q(claimed_at__isnull=False, sent_at=None)
        left = Q(claimed_at__lte=now - MAY_HAVE_BEEN_SENT_AFTER) | ~Q(trouble="")
        return self.filter(
            {
                State.WAITING: _NOT_TAKEN,
                State.SENDING: claimed & ~left,
                State.SENT: Q(sent_at__isnull=False),
                State.UNCERTAIN: claimed & left,
                State.GIVEN_UP: Q(given_up_at__isnull=False),
            }[State(state)]
        )

    def of_teams(self, teams: list[int]) -> "MessageQuerySet":
        """What is sent for these teams (ids)."""
        return self.filter(team_id__in=teams)

    def of_no_team(self) -> "MessageQuerySet":
        """What is sent for the whole product."""
        return self.filter(team_id=None)


class Message(models.Model):
    """A mail that is sent once: the key tells it from every other."""

    key = models.CharField(_("key"), max_length=200)
    to = models.EmailField(_("receiver"), blank=True)
    """Forgotten when it is done with (`forgetting`)."""
    template = models.CharField(_("text"), max_length=60)
    parameters = models.JSONField(default=dict)
    link = models.CharField(_("link"), max_length=500, blank=True)
    """A path of this service; the address before it is the setting SAMSPEL_ADDRESS. Forgotten when
    the mail is sent: it can open a page for whoever has it."""
    language = models.CharField(_("language"), max_length=2)
    send_after = models.DateTimeField(_("to be sent after"))
    claimed_at = models.DateTimeField(null=True)
    """When a process took it to send it; nobody else takes it then."""
    sent_at = models.DateTimeField(_("sent"), null=True)
    given_up_at = models.DateTimeField(_("given up"), null=True)
    attempts = models.PositiveSmallIntegerField(_("tries"), default=0)
    trouble = models.CharField(_("trouble"), max_length=12, choices=Trouble.choices, blank=True)
    team_id = models.BigIntegerField(_("team"), null=True)

    objects: ClassVar[MessageQuerySet] = MessageQuerySet.as_manager()  # type: ignore[assignment]  # the manager has the query set's methods

    class Meta:
        ordering = ("-send_after", "-pk")
        indexes = (
            models.Index(fields=["send_after", "id"], name="mail_due", condition=_NOT_TAKEN),
            models.Index(fields=["team_id", "-send_after"], name="mail_by_team"),
        )
        constraints = (
            models.UniqueConstraint(
                fields=["key"],
                name="message_key_is_given_once",
                violation_error_message=_("There is already a mail about this."),
            ),
            models.CheckConstraint(
                condition=~Q(to="") | Q(claimed_at__isnull=False) | Q(given_up_at__isnull=False),
                name="message_that_waits_has_a_receiver",
                violation_error_message=_("A mail needs a receiver."),
            ),
            models.CheckConstraint(
                condition=Q(sent_at=None) | Q(claimed_at__isnull=False),
                name="message_is_claimed_before_it_is_sent",
                violation_error_message=_("A mail is taken by a process before it is sent."),
            ),
            models.CheckConstraint(
                condition=Q(given_up_at=None) | Q(claimed_at=None, sent_at=None),
                name="message_given_up_is_neither_claimed_nor_sent",
                violation_error_message=_("A mail that was given up is not sent."),
            ),
            models.CheckConstraint(
                condition=Q(link="") | (Q(link__startswith="/") & ~Q(link__startswith="//")),
                name="message_link_is_a_path_of_this_service",
                violation_error_message=_("A mail links to a page of this service only."),
            ),
            models.CheckConstraint(
                condition=Q(trouble__in=["", *Trouble.values]),
                name="message_trouble_is_a_known_code",
                violation_error_message=_("What went wrong with a mail is one of the known codes."),
            ),
        )

    def __str__(self) -> str:
        return f"{self.template} {self.pk}"

    def state_at(self, now: datetime) -> State:
        """How far it has come at ``now``.

        Claimed and not sent means that a process is sending it, or ended while it did: then
        nobody knows whether it went out, so it is not sent again by itself.
        """
        if self.sent_at is not None:
            return State.SENT
        if self.given_up_at is not None:
            return State.GIVEN_UP
        if self.claimed_at is None:
            return State.WAITING
        left = self.claimed_at <= now - MAY_HAVE_BEEN_SENT_AFTER
        return State.UNCERTAIN if left or self.trouble else State.SENDING
