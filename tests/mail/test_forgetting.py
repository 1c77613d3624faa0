"""To whom a mail went is forgotten after a while; that it went is not."""

from datetime import timedelta
from typing import Any

import pytest

from samspel.mail.forgetting import KEPT, forget_receivers
from samspel.mail.message import Message
from samspel.mail.outbox import send_again
from samspel.mail.sending import send_due
from tests.mail.conftest import NOW
from tests.mail.test_outbox import Posting

DAY = NOW.date()


@pytest.mark.django_db
@pytest.mark.parametrize(
    ("columns", "forgotten"),
    [
        ({}, False),
        ({"claimed_at": NOW - KEPT}, True),
        ({"claimed_at": NOW - KEPT, "sent_at": NOW - KEPT}, True),
        ({"given_up_at": NOW - KEPT}, True),
        ({"claimed_at": NOW, "sent_at": NOW, "send_after": NOW - KEPT + timedelta(days=1)}, False),
    ],
)
def test_what_is_done_with_is_forgotten(
    posted: Posting, columns: dict[str, Any], *, forgotten: bool
) -> None:
    message = posted("a", send_after=NOW - KEPT)
    Message.objects.filter(pk=message.pk).update(**columns)
    forget_receivers(DAY, NOW)
    message.refresh_from_db()
    assert (message.to == "") is forgotten
    assert (message.link == "") is forgotten
    assert posted("a") == message, "its key still holds that it goes once"


@pytest.mark.django_db
def test_a_forgotten_mail_is_not_sent_again(posted: Posting) -> None:
    message = posted("a")
    Message.objects.filter(pk=message.pk).update(given_up_at=NOW, to="")
    assert not send_again(message, now=NOW)
    assert send_due(NOW) == 0


@pytest.mark.django_db
def test_the_link_is_forgotten_when_it_has_been_sent(posted: Posting) -> None:
    message = posted("a")
    assert send_due(NOW) == 1
    message.refresh_from_db()
    assert message.link == ""
