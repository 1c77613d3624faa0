"""Every address of the product is walked by every role, by GET and by POST."""

import re
from collections.abc import Iterator

import pytest
from django.conf import settings
from django.db import connection, transaction
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.urls import URLPattern, URLResolver, get_resolver
from django.urls.converters import get_converters
from pytest_django import DjangoDbBlocker

from tests.about_the_code.url_table import OPEN, ROLES, TABLE, WRITES_ON_GET, Row
from tests.world import World, passing_world

_WRITING = re.compile(r"^\s*(INSERT INTO|UPDATE|DELETE FROM)\s+\"?(\w+)", re.IGNORECASE)


def patterns(resolver: URLResolver | None = None) -> Iterator[URLPattern]:
    """Every pattern of the product."""
    for each in (resolver or get_resolver()).url_patterns:
        if isinstance(each, URLResolver):
            yield from patterns(each)
        else:
            yield each


def arguments(pattern: URLPattern) -> frozenset[str]:
    return frozenset(pattern.pattern.regex.groupindex)


def test_every_address_has_a_row_and_every_row_an_address() -> None:
    addresses = [(str(each.name), arguments(each)) for each in patterns()]
    rows = [row.key for row in TABLE]
    assert sorted(map(str, set(addresses) ^ set(rows))) == []
    assert len(rows) == len(set(rows)) == len(addresses)


def test_signing_in_is_asked_everywhere_but_on_the_open_pages() -> None:
    assert "django.contrib.auth.middleware.LoginRequiredMiddleware" in settings.MIDDLEWARE
    opened = {
        each.name for each in patterns() if not getattr(each.callback, "login_required", True)
    }
    assert opened == OPEN


def test_addresses_hold_no_personal_data() -> None:
    """Numbers, unguessable ids, and words of ours; text only where it is listed with why."""
    texts = {
        ("figures", "period"): "a period: 2025, 2025-H1",
        ("figures_download", "period"): "a period",
        ("figure", "period"): "a period",
        ("figure", "address"): "a figure's address in the catalogue",
        ("report_text", "place"): "a text's place in the report",
        ("report_versions", "place"): "a text's place in the report",
        ("account_reset_password_from_key", "key"): "works once; taken out at the first visit",
        ("account_reset_password_from_key", "uidb36"): "an account's number",
    }
    plain = {type(get_converters()[name]) for name in ("int", "uuid", "slug")}
    found = {
        (each.name, name)
        for each in patterns()
        for name in arguments(each)
        if type(each.pattern.converters.get(name)) not in plain
    }
    assert found == set(texts)
    words = {name for each in patterns() for name in arguments(each)}
    assert not words & {"name", "email", "identity_number", "personal_number", "search", "q"}


def written(queries: CaptureQueriesContext) -> set[str]:
    """The tables that the queries wrote to, the sessions' aside."""
    found = (_WRITING.match(query["sql"]) for query in queries.captured_queries)
    return {match[2] for match in found if match} - {"django_session"}


def answers(client: Client, row: Row, url: str) -> tuple[int, int]:
    """The statuses by GET and by POST; what the POST does is undone."""
    with CaptureQueriesContext(connection) as queries:
        read = client.get(url).status_code
    if row.name not in WRITES_ON_GET:
        assert written(queries) == set(), f"{row.name} writes on GET"
    with transaction.atomic():
        sent = client.post(url, row.data).status_code
        transaction.set_rollback(True)
    return read, sent


@pytest.fixture(scope="module")
def world(django_db_setup: None, django_db_blocker: DjangoDbBlocker) -> Iterator[World]:
    """One for all addresses: what each does is taken back with its test."""
    with django_db_blocker.unblock(), passing_world() as made:
        yield made


@pytest.mark.parametrize("row", TABLE, ids=lambda row: "-".join((row.name, *row.args)))
@pytest.mark.django_db
def test_every_role_gets_what_the_table_says(row: Row, world: World) -> None:
    url = world.url(row)
    got = {role: answers(world.client(role), row, url) for role in ROLES}
    assert got == {role: row.expected(role) for role in ROLES}


def test_pages_that_write_on_get_are_pages() -> None:
    assert set(WRITES_ON_GET) <= {row.name for row in TABLE}
