"""Handing over mails to be sent, and taking them back: a part of the act that they tell of."""

from collections.abc import Mapping
from datetime import datetime

from django.conf import settings
from django.core.validators import validate_email
from django.db import transaction

from samspel.mail.message import Message, State
from samspel.mail.texts import text_of


def post(
    *,
    key: str,
    to: str,
    template: str,
    link: str = "",
    parameters: Mapping[str, object] | None = None,
    language: str = "sv",
    send_after: datetime,
    team_id: int | None = None,
) -> Message:
    """Hand over a mail; the worker sends it after ``send_after``, once it is committed.

    The same ``key`` again, from wherever and at the same moment even, gives the mail that there
    is already, unchanged. ``link`` is a path of this service. Must be called inside a
    transaction, so that there is a mail exactly when what it tells of was saved.

    Raises ValueError for a text, parameter, link or language that there is none of, ValidationError
    for a receiver that is no address, TransactionManagementError outside a transaction.
    """
    _require_transaction()
    text = text_of(template)
    if link and (not link.startswith("/") or link.startswith("//") or not link.isprintable()):
        raise ValueError("a mail links to a path of this service")
    if language not in dict(settings.LANGUAGES):
        raise ValueError(f"there are no texts in {language}")
    validate_email(to)
    given = {
        "to": to,
        "template": template,
        "parameters": text.checked(parameters or {}),
        "link": link,
        "language": language,
        "send_after": send_after,
        "team_id": team_id,
    }
    # Of two at once the second waits for the first one's end, and then finds its mail.
    message, _made = Message.objects.get_or_create(key=key, defaults=given)
    return message


def cancel(key: str) -> bool:
    """Take back a mail that waits; whether there was one. The key can then be posted anew.

    One that is being sent, was sent or was given up stays. Must be called inside a transaction.
    """
    _require_transaction()
    waiting = Message.objects.filter(key=key, claimed_at=None, sent_at=None, given_up_at=None)
    removed, _each = waiting.delete()
    return bool(removed)


def send_again(message: Message, *, now: datetime) -> bool:
    """Let a mail that was given up, or may have been sent, be sent once more.

    Whether it was in such a state; of two people who ask for it at once one does it. Must be
    called inside a transaction.
    """
    _require_transaction()
    # Without a receiver it was too long ago (`forgetting`).
    stuck = Message.objects.in_state(State.GIVEN_UP, now) | Message.objects.in_state(
        State.UNCERTAIN, now
    )
    changed = (
        stuck.filter(pk=message.pk)
        .exclude(to="")
        .update(claimed_at=None, given_up_at=None, attempts=0, trouble="", send_after=now)
    )
    return bool(changed)


def _require_transaction() -> None:
    if not transaction.get_connection().in_atomic_block:
        raise transaction.TransactionManagementError("a mail belongs to what it tells of")
