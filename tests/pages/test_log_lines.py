"""The server's log never tells what somebody typed as an address."""

import io
import logging
from collections.abc import Callable, Iterator
from datetime import date

import pytest
from django.db import transaction
from django.test import Client
from django.urls import reverse

from samspel.accounts.models import User
from samspel.organisation.models import Team
from samspel.pages.log_lines import WithoutPaths
from tests.people import client_of, make_participant

NUMBER = "199001019819"
NAME = "Åkesson"


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


def told_of(fault: Callable[..., object], lines: io.StringIO) -> str:
    """What the log tells when every request fails by ``fault``."""
    client = Client(enforce_csrf_checks=True)
    with pytest.MonkeyPatch.context() as patched:
        patched.setattr(
            "django.contrib.sessions.middleware.SessionMiddleware.process_request", fault
        )
        client.raise_request_exception = False
        assert client.get("/Anna-Åkesson/").status_code == 500
    return lines.getvalue()


def test_an_address_of_no_page_is_left_out_of_a_fault(lines: io.StringIO, db: None) -> None:
    told = told_of(_no, lines)
    assert "Internal Server Error: -" in told
    assert "Anna" not in told
    assert "RuntimeError: nothing works\n" in told


@pytest.mark.parametrize("number", [NUMBER, NUMBER[:8]], ids=["taken", "too short"])
def test_a_row_that_the_database_refuses_is_not_told(
    lines: io.StringIO, team: Team, number: str
) -> None:
    """PostgreSQL names the values of a unique constraint, and of a check the whole row."""
    make_participant(team, identity_number=NUMBER)

    def save(*_args: object) -> None:
        with transaction.atomic():
            make_participant(team, family_name=NAME, identity_number=number)

    told = told_of(save, lines)
    assert "django.db.utils.IntegrityError: " in told
    assert "in save\n" in told
    assert number not in told
    assert NAME not in told


def test_a_value_that_does_not_fit_is_not_told(lines: io.StringIO, db: None) -> None:
    def read(*_args: object) -> None:
        try:
            date.fromisoformat(NAME)
        except ValueError as error:
            raise KeyError(NAME) from error

    told = told_of(read, lines)
    assert NAME not in told
    assert "\nValueError\n" in told
    assert "\nKeyError\n" in told


def _no(*_args: object) -> None:
    raise RuntimeError("nothing works")


def test_other_loggers_say_what_they_said(lines: io.StringIO) -> None:
    logging.getLogger("somebody").warning("a line about %s", "something")
    assert lines.getvalue() == "a line about something\n"
