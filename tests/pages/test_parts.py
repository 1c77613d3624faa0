"""A part equals what a reload gives, and only HTMX gets it alone."""

import pytest
from django.http import HttpResponse
from django.test import RequestFactory

from samspel.pages.parts import page_or_part, wants_part

PAGE, PART = "web/error.html", "web/parts/empty.html"
CONTEXT = {"text": "Nothing yet"}


def answer(**headers: str) -> HttpResponse:
    request = RequestFactory().get(
        "/", headers={k.replace("_", "-"): v for k, v in headers.items()}
    )
    return page_or_part(request, PAGE, PART, CONTEXT)


def test_a_browser_gets_the_page() -> None:
    assert b"<!doctype html>" in answer().content


def test_htmx_gets_the_part() -> None:
    shown = answer(HX_Request="true").content.decode()
    assert "Nothing yet" in shown
    assert "<!doctype html>" not in shown


@pytest.mark.parametrize("header", ["HX_Boosted", "HX_History_Restore_Request"])
def test_htmx_gets_the_page_when_it_needs_it(header: str) -> None:
    assert b"<!doctype html>" in answer(HX_Request="true", **{header: "true"}).content


def test_caches_keep_the_two_apart() -> None:
    assert "HX-Request" in answer().headers["Vary"]


def test_a_request_without_the_header_wants_no_part() -> None:
    assert not wants_part(RequestFactory().get("/"))
