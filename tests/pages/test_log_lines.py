"""The server's log never tells what somebody typed as an address."""

import io
import logging
from collections.abc import Iterator

import pytest
from django.test import Client
from django.urls import reverse

from samspel.accounts.models import User
from samspel.pages.log_lines import WithoutPaths
from tests.people import client_of


@pytest.fixture
def lines() -> Iterator[io.StringIO]:
    """What the product's own handler writes."""
    (handler,) = [
        each
        for each in logging.getLogger().handlers
        if any(isinstance(every, WithoutPaths) for every in each.filters)
    ]
    assert isinstance(handler, logging.StreamHandler)
    written = io.StringIO()
    before = handler.setStream(written)
    yield written
    handler.setStream(before)


@pytest.mark.parametrize("path", ["/Anna-Andersson/", "/participants/Anna Åkesson/", "/%0aAnna"])
def test_what_is_not_there_leaves_no_line(coach: User, lines: io.StringIO, path: str) -> None:
    assert client_of(coach).get(path).status_code == 404
    assert lines.getvalue() == ""


def test_other_lines_show_the_pattern(client: Client, coach: User, lines: io.StringIO) -> None:
    url = reverse("user_block", args=[coach.pk])
    assert client_of(coach).get(url).status_code == 405
    told = lines.getvalue()
    assert "<int:pk>" in told
    assert url not in told


def test_an_address_of_no_page_is_left_out_of_a_fault(lines: io.StringIO, db: None) -> None:
    client = Client(enforce_csrf_checks=True)
    with pytest.MonkeyPatch.context() as patched:
        patched.setattr("django.contrib.sessions.middleware.SessionMiddleware.process_request", _no)
        client.raise_request_exception = False
        assert client.get("/Anna-Åkesson/").status_code == 500
    told = lines.getvalue()
    assert "Internal Server Error: -" in told
    assert "Anna" not in told


def _no(*_args: object) -> None:
    raise RuntimeError("nothing works")


def test_other_loggers_say_what_they_said(lines: io.StringIO) -> None:
    logging.getLogger("somebody").warning("a line about %s", "something")
    assert lines.getvalue() == "a line about something\n"
