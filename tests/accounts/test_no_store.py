"""Nothing of what is behind the sign-in stays in a browser or a proxy."""

from typing import Any

import pytest
from django.http import HttpResponse
from django.test import Client, RequestFactory
from django.urls import reverse
from pytest_django import Settings

from samspel.accounts.models import User
from samspel.accounts.no_store import NoStoreMiddleware
from tests.people import client_of


def kept(client: Client, url: str, status: int = 200) -> str:
    response = client.get(url)
    response.close()
    assert response.status_code == status
    return response.headers["Cache-Control"]


@pytest.mark.parametrize("name", ["start", "participants", "reports"])
def test_pages_are_not_kept(coach: User, name: str) -> None:
    assert kept(client_of(coach), reverse(name)) == "private, no-store"


def test_what_is_not_there_is_not_kept_either(coach: User) -> None:
    assert kept(client_of(coach), "/Anna-Andersson/", 404) == "private, no-store"


@pytest.mark.parametrize("ending", ["pdf", "json"])
def test_downloads_are_not_kept(coach: User, things: dict[str, Any], ending: str) -> None:
    url = reverse("report_download", kwargs={"pk": things["report"], "ending": ending})
    assert "no-store" in kept(client_of(coach), url)


def test_static_files_are_kept(client: Client, settings: Settings, db: None) -> None:
    settings.WHITENOISE_USE_FINDERS = True
    assert "no-store" not in kept(client, "/static/samspel/sign.svg")


def test_a_page_may_say_otherwise() -> None:
    answer = HttpResponse(headers={"Cache-Control": "max-age=60"})
    response = NoStoreMiddleware(lambda _request: answer)(RequestFactory().get("/"))
    assert response.headers["Cache-Control"] == "max-age=60"
