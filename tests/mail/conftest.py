"""A text that mails can have, known while a test runs, and the moment that tests are about."""

from datetime import UTC, datetime
from typing import Any

import pytest
from django.db import transaction

from samspel.mail import texts
from samspel.mail.message import Message
from samspel.mail.outbox import post
from samspel.mail.texts import MailText, register

NOW = datetime(2026, 11, 22, 9, 0, tzinfo=UTC)
TEXT = MailText("test-reminder", "Besök hos %(team)s", "Välkommen till %(team)s den %(day)s.")


@pytest.fixture
def text(monkeypatch: pytest.MonkeyPatch) -> MailText:
    """A text with a team's name and a day in it."""
    monkeypatch.setattr(texts, "_registered", dict(texts._registered))
    return register(TEXT)


@pytest.fixture
def posted(text: MailText) -> Any:
    """Posts a mail: ``posted("a")``, with what else `post` takes."""

    def one(key: str = "a", **more: Any) -> Message:
        given = {
            "to": "remittent@example.org",
            "template": text.code,
            "link": "/participants/",
            "parameters": {"team": "Team Väster", "day": "2026-11-24"},
            "send_after": NOW,
        }
        with transaction.atomic():
            return post(key=key, **{**given, **more})

    return one
