"""The address that the log tells: the caller's, which nobody chooses for himself."""

import pytest
from django.test import RequestFactory
from pytest_django import Settings

from samspel.accounts.actor import address_of


@pytest.mark.parametrize(
    ("behind_tls", "forwarded", "address"),
    [
        # Without a proxy of ours the header is whatever the caller wrote.
        (False, "203.0.113.9", "192.0.2.1"),
        (False, None, "192.0.2.1"),
        # Behind it the last address is the one that the proxy saw; the caller wrote the others.
        (True, "203.0.113.9", "203.0.113.9"),
        (True, "198.51.100.1, 203.0.113.9", "203.0.113.9"),
        (True, "198.51.100.1,203.0.113.9 ", "203.0.113.9"),
        (True, "203.0.113.9, 2001:DB8::1", "2001:db8::1"),
        (True, "::ffff:203.0.113.9", "203.0.113.9"),
        (True, None, "192.0.2.1"),
        (True, "", "192.0.2.1"),
        (True, "203.0.113.9, Anna Andersson", None),
    ],
)
def test_whose_address_is_told(
    settings: Settings, *, behind_tls: bool, forwarded: str | None, address: str | None
) -> None:
    settings.BEHIND_TLS = behind_tls
    headers = {} if forwarded is None else {"X-Forwarded-For": forwarded}
    request = RequestFactory().get("/", headers=headers, REMOTE_ADDR="192.0.2.1")
    assert address_of(request) == address


def test_a_caller_without_an_address() -> None:
    assert address_of(RequestFactory().get("/", REMOTE_ADDR="")) is None
