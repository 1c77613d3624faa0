"""The accessibility statement is open to all, and what they tell us arrives."""

import logging

import pytest
from django.conf import settings
from django.core import mail
from django.test import Client

pytestmark = pytest.mark.django_db
PAGE = "/accessibility"


def test_is_open_to_those_who_have_not_signed_in(client: Client) -> None:
    page = client.get(PAGE).content.decode()
    assert "WCAG 2.2" in page
    assert "EN 301 549" in page


def test_what_is_told_is_mailed_and_thanked_for(client: Client) -> None:
    told = {"page": "Deltagare", "problem": "Kan inte läsa.", "email": "las@example.org"}
    response = client.post(PAGE, told, follow=True)
    assert "Tack." in response.content.decode()
    (sent,) = mail.outbox
    assert sent.to == [settings.DEFAULT_FROM_EMAIL]
    assert sent.reply_to == ["las@example.org"]
    assert sent.body == "Deltagare\n\nKan inte läsa."


def test_an_address_is_not_needed(client: Client) -> None:
    client.post(PAGE, {"problem": "Kan inte läsa."})
    assert mail.outbox[0].reply_to == []


@pytest.mark.parametrize(
    "told",
    [
        {},
        {"problem": "   "},
        {"problem": "x", "email": "no address"},
        {"problem": "x", "email": "a@example.org\nBcc: b@example.org"},
        {"problem": "x" * 4001},
        {"problem": "a\0b"},
    ],
)
def test_what_cannot_be_sent_is_explained(client: Client, told: dict[str, str]) -> None:
    response = client.post(PAGE, told)
    assert response.status_code == 200
    assert "error-summary" in response.content.decode()
    assert mail.outbox == []


def test_nothing_of_it_is_written_in_a_log(
    client: Client, caplog: pytest.LogCaptureFixture
) -> None:
    with caplog.at_level(logging.DEBUG):
        client.post(PAGE, {"problem": "Hemligt", "email": "las@example.org"})
    assert "Hemligt" not in caplog.text
    assert "las@example.org" not in caplog.text
