"""Sending what is due: each mail is claimed before it goes out, so that it never goes twice.

The claim is committed first, then the mail is sent, then it is marked as sent. A process that
ends in between leaves the claim behind, and nobody takes the mail again by itself
(`Message.state_at`). Only where the server certainly did not take it, the claim is given back and
another try is made later.
"""

import hashlib
import smtplib
from collections.abc import Callable
from contextlib import suppress
from datetime import datetime, timedelta
from urllib.parse import urlsplit

from django.conf import settings
from django.core.mail import EmailMessage, get_connection
from django.core.mail.backends.base import BaseEmailBackend
from django.db import transaction
from django.db.models import F

from samspel.mail.message import Message, MessageQuerySet, Trouble
from samspel.mail.texts import text_of

PAUSES = (
    timedelta(minutes=1),
    timedelta(minutes=5),
    timedelta(minutes=30),
    timedelta(hours=2),
    timedelta(hours=12),
)
"""How long to wait after each failed try; after the last one the mail is given up."""
AT_ONCE = 20
"""Mails sent with one look at the clock, so that no claim looks older than it is."""
_REFUSALS = range(400, 600)
"""Replies by which a server says that it did not take the mail (RFC 5321, 4.2.1)."""


class NotSent(Exception):
    """The mail certainly did not go out; ``trouble`` says why."""

    def __init__(self, trouble: Trouble) -> None:
        super().__init__(trouble.value)
        self.trouble = trouble


class PerhapsSent(Exception):
    """The connection broke off when the server may have had the mail."""


def send_due(now: datetime, *, goes_on: Callable[[], bool] = lambda: True) -> int:
    """Send up to `AT_ONCE` mails that are due at ``now``, one by one; how many went out.

    Asks ``goes_on`` before each. Stops when the server cannot be reached: the rest would fail
    for the same reason. Must be called outside a transaction.
    """
    sent = 0
    for _nth in range(AT_ONCE):
        if not goes_on() or (message := _claim(now)) is None:
            break
        try:
            _send(message)
        except NotSent as refused:
            _release(message, refused.trouble, now)
            if refused.trouble in {Trouble.NO_SERVER, Trouble.NO_SIGN_IN}:
                break
        except PerhapsSent:
            _keep_claim(message)
        else:
            sent += _mark_sent(message, now)
    return sent


def _claim(now: datetime) -> Message | None:
    """Take one mail that is due, for this process alone; none when nothing is.

    The update holds only for who finds the mail free, so of two processes one gets it.
    """
    while (message := Message.objects.due(now).first()) is not None:
        # Durable: were it part of a larger transaction, others could not see the claim yet.
        with transaction.atomic(durable=True):
            taken = (
                Message.objects.due(now)
                .filter(pk=message.pk)
                .order_by()
                .update(claimed_at=now, attempts=F("attempts") + 1, trouble="")
            )
        if taken:
            message.refresh_from_db()
            return message
    return None


def _send(message: Message) -> None:
    """Hand the mail to the server; raises `NotSent` or `PerhapsSent` where it was not accepted."""
    mail = _written(message)
    server = _opened()
    try:
        mail.connection = server
        _hand_over(mail)
    finally:
        # The mail is accepted or not by now; how the farewell goes changes nothing.
        with suppress(OSError, smtplib.SMTPException):
            server.close()


def _written(message: Message) -> EmailMessage:
    try:
        text = text_of(message.template)
        link = f"{settings.SAMSPEL_ADDRESS}{message.link}" if message.link else ""
        return EmailMessage(
            text.subject_in(message.language, message.parameters),
            text.body_in(message.language, message.parameters, link),
            settings.DEFAULT_FROM_EMAIL,
            [message.to],
            headers={
                # The same each time, so that a server that got it twice can tell.
                "Message-ID": _message_id(message),
                "Auto-Submitted": "auto-generated",
            },
        )
    except (ValueError, KeyError, TypeError) as error:
        # A release that took a text away, or its parameters, meets mails of the one before.
        raise NotSent(Trouble.NO_MAIL) from error


def _message_id(message: Message) -> str:
    seed = hashlib.sha256(message.key.encode()).hexdigest()[:32]
    return f"<{seed}@{urlsplit(settings.SAMSPEL_ADDRESS).hostname}>"


def _opened() -> BaseEmailBackend:
    """A connection to the server; nothing has been said about a mail yet."""
    server: BaseEmailBackend = get_connection()
    try:
        server.open()
        connection = getattr(server, "connection", None)
        if isinstance(connection, smtplib.SMTP):
            connection.ehlo_or_helo_if_needed()
    except (OSError, smtplib.SMTPException, ValueError) as error:
        with suppress(OSError, smtplib.SMTPException):
            server.close()
        # ValueError: a user or password that cannot be written in ASCII.
        sign_in = isinstance(error, smtplib.SMTPAuthenticationError | ValueError)
        raise NotSent(Trouble.NO_SIGN_IN if sign_in else Trouble.NO_SERVER) from error
    return server


def _hand_over(mail: EmailMessage) -> None:
    """Send over an open connection: a refusal by the server means that it has no mail of ours."""
    try:
        mail.send()
    except smtplib.SMTPRecipientsRefused as error:
        raise NotSent(Trouble.RECEIVER) from error
    except (smtplib.SMTPNotSupportedError, ValueError) as error:
        raise NotSent(Trouble.NO_MAIL) from error
    except smtplib.SMTPResponseException as error:
        if error.smtp_code in _REFUSALS and type(error) is not smtplib.SMTPResponseException:
            raise NotSent(Trouble.REFUSED) from error
        # A reply that made no sense, after the mail perhaps.
        raise PerhapsSent from error
    except (smtplib.SMTPException, OSError) as error:
        raise PerhapsSent from error


def _release(message: Message, trouble: Trouble, now: datetime) -> None:
    """Give the claim back, for another try after a pause, or give the mail up."""
    if message.attempts > len(PAUSES):
        changes = {"given_up_at": now}
    else:
        changes = {"send_after": now + PAUSES[message.attempts - 1]}
    with transaction.atomic(durable=True):
        _claimed(message).update(claimed_at=None, trouble=trouble, **changes)


def _keep_claim(message: Message) -> None:
    with transaction.atomic(durable=True):
        _claimed(message).update(trouble=Trouble.BROKEN_OFF)


def _mark_sent(message: Message, now: datetime) -> int:
    with transaction.atomic(durable=True):
        return _claimed(message).update(sent_at=now, link="")


def _claimed(message: Message) -> MessageQuerySet:
    """The mail as long as the claim is ours: somebody may have let it be sent again meanwhile."""
    return Message.objects.filter(
        pk=message.pk, claimed_at=message.claimed_at, sent_at=None, attempts=message.attempts
    )
