"""The line over a demo's pages, by which one sees it on another day."""

import re
from collections.abc import Callable
from typing import Any

import pytest
from django.test import Client

from samspel.accounts.models import User
from samspel.pages.today import DEMO_DAY_COOKIE, today

ClientOf = Callable[[User | None], Client]


@pytest.fixture
def demo(settings: Any) -> None:
    settings.SAMSPEL_DEMO = True


def day_shown(client: Client) -> str:
    page = client.get("/accessibility").content.decode()
    found = re.search(r'name="day" id="demo-day" value="([^"]*)"', page)
    assert found
    return found[1]


def test_real_pages_have_no_such_line(client: Client, db: None) -> None:
    client.cookies[DEMO_DAY_COOKIE] = "2026-03-14"
    assert "demo" not in client.get("/accessibility").content.decode()
    assert client.post("/demo-day", {"day": "2026-03-14"}).status_code == 404


@pytest.mark.usefixtures("demo", "db")
def test_one_sees_another_day_and_comes_back(client: Client) -> None:
    assert day_shown(client) == today().isoformat()
    response = client.post("/demo-day", {"day": "2026-03-14", "next": "/accessibility"})
    assert response.headers["Location"] == "/accessibility"
    assert day_shown(client) == "2026-03-14"
    client.post("/demo-day", {"day": "2026-03-14", "back": "1", "next": "/accessibility"})
    assert day_shown(client) == today().isoformat()


@pytest.mark.usefixtures("demo")
def test_the_pages_are_of_that_day(coach: User, client_of: ClientOf) -> None:
    client = client_of(coach)
    client.post("/demo-day", {"day": "2026-03-14"})
    client.get("/")
    assert today(client.get("/").wsgi_request).isoformat() == "2026-03-14"


@pytest.mark.usefixtures("demo", "db")
@pytest.mark.parametrize("odd", ["", "yesterday", "1700-01-01", "2026-02-30"])
def test_an_odd_day_is_told_of_and_changes_nothing(client: Client, odd: str) -> None:
    client.post("/demo-day", {"day": "2026-03-14"})
    response = client.post("/demo-day", {"day": odd, "next": "/accessibility"}, follow=True)
    assert 'class="message is-error"' in response.content.decode()
    assert day_shown(client) == "2026-03-14"


@pytest.mark.usefixtures("demo", "db")
def test_one_never_comes_back_to_somewhere_else(client: Client) -> None:
    response = client.post("/demo-day", {"day": "2026-03-14", "next": "https://example.org/"})
    assert response.headers["Location"] == "/"
