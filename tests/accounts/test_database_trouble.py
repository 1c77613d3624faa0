"""A database that is locked or away: a page that says what to do, and one sentence elsewhere."""

from collections.abc import Callable
from typing import Any

import pytest
from django.db import (
    DatabaseError,
    DataError,
    IntegrityError,
    InterfaceError,
    OperationalError,
    connection,
)
from django.test import Client
from django.urls import reverse

from samspel.accounts.database_trouble import sentence_about
from samspel.accounts.models import User
from tests.people import client_of

PASSING = [
    OperationalError("database is locked"),
    OperationalError("server closed the connection unexpectedly\n\tThis probably means …"),
    InterfaceError("connection already closed"),
]
FAULTS = [IntegrityError("UNIQUE constraint failed: x.y"), DataError("value too long")]


def failing(error: Exception, words: str = "") -> Callable[..., Any]:
    """Lets every statement with the words in it fail."""

    def run(execute: Callable[..., Any], sql: str, *more: Any) -> Any:
        if words in sql:
            raise error
        return execute(sql, *more)

    return run


@pytest.fixture
def browser(administrator: User) -> Client:
    client = client_of(administrator)
    client.raise_request_exception = False
    return client


@pytest.mark.parametrize("error", PASSING, ids=str)
# The first query of all is the session's, before any view; the other one is the view's own.
@pytest.mark.parametrize("words", ["", "mfa_authenticator"])
def test_a_page_says_that_it_passes(browser: Client, error: Exception, words: str) -> None:
    with connection.execute_wrapper(failing(error, words)):
        response = browser.get(reverse("users"), headers={"Accept-Language": "sv"})
    assert response.status_code == 503
    assert response.headers["Retry-After"].isdecimal()
    page = response.content.decode()
    assert "Ladda om sidan om en stund" in page
    assert str(error).partition("\n")[0] not in page
    assert browser.get(reverse("users")).status_code == 200


def test_what_was_typed_can_be_sent_again(browser: Client) -> None:
    typed = {"name": "Nya Anna", "email": "anna@example.org", "language": "sv"}
    with connection.execute_wrapper(failing(PASSING[0], "INSERT INTO")):
        assert browser.post(reverse("user_new"), typed).status_code == 503
    assert not User.objects.filter(email=typed["email"]).exists()
    assert browser.post(reverse("user_new"), typed).status_code == 302
    assert User.objects.filter(email=typed["email"]).exists()


@pytest.mark.parametrize(
    "error", [*FAULTS, OperationalError("no such table: x"), RuntimeError("x")], ids=str
)
def test_a_fault_of_ours_stays_one(browser: Client, error: Exception) -> None:
    with connection.execute_wrapper(failing(error)):
        assert browser.get(reverse("users")).status_code == 500


@pytest.mark.parametrize("error", [*PASSING, DatabaseError("file is not a database")], ids=str)
def test_one_sentence_on_the_command_line(error: DatabaseError) -> None:
    sentence = sentence_about(error)
    assert sentence is not None
    assert "\n" not in sentence
    assert str(error).partition("\n")[0] in sentence


@pytest.mark.django_db
def test_tables_that_are_not_there_ask_for_them_to_be_made() -> None:
    with pytest.raises(DatabaseError) as missing, connection.cursor() as cursor:
        cursor.execute("SELECT * FROM no_such_table")
    assert "samspel migrate" in str(sentence_about(missing.value))


@pytest.mark.parametrize("error", FAULTS, ids=str)
def test_a_fault_of_ours_has_no_sentence(error: DatabaseError) -> None:
    assert sentence_about(error) is None
