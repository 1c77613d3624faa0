"""Error pages stand alone: without database, signed-in user or request, in both languages."""

from collections.abc import Callable

import pytest
from django.template.loader import render_to_string
from django.test import Client, RequestFactory
from django.utils.translation import override
from django.views import defaults
from django.views.csrf import csrf_failure

from samspel.accounts.models import User

HEADINGS = {
    "400": ("That could not be read", "Det gick inte att tolka"),
    "403": ("That is not open to you", "Det är inte öppet för dig"),
    "403_csrf": ("The form was too old", "Formuläret var för gammalt"),
    "404": ("The page is not here", "Sidan finns inte här"),
    "500": ("Something broke", "Något gick sönder"),
}


@pytest.mark.parametrize("page", HEADINGS)
@pytest.mark.parametrize(("language", "place"), [("en", 0), ("sv", 1)])
def test_says_what_is_wrong_and_leads_on(page: str, language: str, place: int) -> None:
    with override(language):
        shown = render_to_string(f"{page}.html")
    assert f"<h1>{HEADINGS[page][place]}</h1>" in shown
    assert f'<html lang="{language}"' in shown
    assert 'class="btn btn-primary" href="/"' in shown


def test_djangos_own_views_find_the_pages() -> None:
    request = RequestFactory().get("/x")
    with override("en"):
        assert b"The page is not here" in defaults.page_not_found(request, Exception()).content
        assert b"Something broke" in defaults.server_error(request).content
        assert b"The form was too old" in csrf_failure(request).content


def test_a_refusal_looks_like_a_page_that_does_not_exist(
    coach: User, client_of: Callable[[User | None], Client]
) -> None:
    client = client_of(coach)
    refused, missing = client.get("/accounts/users/"), client.get("/nowhere/")
    assert refused.status_code == missing.status_code == 404
    assert refused.content == missing.content
