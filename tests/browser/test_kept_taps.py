"""Taps that wait in the browser: sent from any page, in one's own name only, never lost."""

from collections.abc import Callable

import pytest
from django.urls import reverse
from playwright.sync_api import BrowserContext, Page, expect

from samspel.accounts.models import User
from samspel.participants.attendance.models import Attendance, Tap
from samspel.participants.groups.models import Session
from samspel.participants.models import Episode
from tests.browser.test_session_sheet import (
    button,
    cases,
    expect_came,
    expect_shown,
    kept,
    phone,
    record,
    session,
    sheet,
)

__all__ = ["cases", "phone", "session", "sheet"]
SignIn = Callable[[BrowserContext, User], None]


@pytest.fixture
def waiting(sheet: Page, cases: list[Episode]) -> Page:
    """The sheet with one tap that could not be sent, gone to another page before it could."""
    sheet.route(f"**{reverse('taps')}", lambda route: route.abort())
    button(sheet, cases[0], "present").tap()
    expect(sheet.locator("#taps-announced")).to_have_text(
        "En tryckning väntar på att skickas. Den finns kvar i den här webbläsaren."
    )
    return sheet


def test_what_waits_goes_out_from_any_page(
    waiting: Page, cases: list[Episode], without_faults: Callable[[Page], None]
) -> None:
    waiting.unroute(f"**{reverse('taps')}")
    waiting.goto(reverse("groups"))
    expect(waiting.locator("#messages")).to_contain_text("är skickade")
    assert Attendance.objects.get().episode == cases[0]
    assert kept(waiting) == 0
    without_faults(waiting)


def test_it_goes_out_when_the_connection_comes_back_on_another_page(
    waiting: Page, phone: BrowserContext
) -> None:
    waiting.goto(reverse("groups"))
    waiting.unroute(f"**{reverse('taps')}")
    phone.set_offline(True)
    phone.set_offline(False)
    expect(waiting.locator("#messages")).to_contain_text("är skickade")
    assert Attendance.objects.count() == 1


def test_what_needs_a_look_leads_to_the_sheet(
    waiting: Page, cases: list[Episode], session: Session, colleague: User
) -> None:
    record(session, cases[0], "absent", colleague)  # type: ignore[arg-type]  # the code will do
    waiting.unroute(f"**{reverse('taps')}")
    waiting.goto(reverse("groups"))
    expect(waiting.locator("#messages")).to_contain_text("Någon annan har fört in något annat")
    waiting.locator("#messages a").tap()
    expect(waiting.locator(f"#person-{cases[0].pk} .conflict")).to_be_visible()


def test_a_colleague_on_the_same_phone_neither_sends_nor_wipes_it(
    waiting: Page, phone: BrowserContext, sign_in: SignIn, coach: User, colleague: User
) -> None:
    waiting.unroute(f"**{reverse('taps')}")
    phone.clear_cookies(name="sessionid")
    sign_in(phone, colleague)
    # The first one's page is still open, and somebody else is signed in meanwhile.
    waiting.locator("#taps-send").tap()
    expect(waiting.locator("#taps-kept")).to_contain_text("Logga in igen")
    waiting.goto(reverse("groups"))
    waiting.locator(".bar-user summary").tap()
    waiting.get_by_role("button", name="Logga ut").tap()
    waiting.wait_for_url("**/accounts/login/**")
    assert kept(waiting) == 1
    assert not Tap.objects.exists()
    sign_in(phone, coach)
    waiting.goto(reverse("groups"))
    expect(waiting.locator("#messages")).to_contain_text("är skickade")
    assert Tap.objects.get().by == coach


def test_signing_in_again_in_another_tab_is_enough(
    sheet: Page, phone: BrowserContext, sign_in: SignIn, coach: User, cases: list[Episode]
) -> None:
    phone.clear_cookies(name="sessionid")
    button(sheet, cases[0], "present").tap()
    expect(sheet.locator("#taps-kept")).to_contain_text("Logga in igen")
    sign_in(phone, coach)
    # As signing in does: the page's own token is worth nothing from now on.
    phone.add_cookies(
        [{"name": "csrftoken", "value": "a1" * 16, "domain": "localhost", "path": "/"}]
    )
    button(sheet, cases[1], "excused").tap()
    expect_came(sheet, 1)
    expect(sheet.locator("#taps-kept")).to_be_hidden()
    expect(sheet.locator("#taps-announced")).to_have_text("Alla tryckningar är skickade.")
    assert Attendance.objects.count() == 2


def test_a_browser_that_stores_nothing_keeps_them_while_the_page_is_open(
    sheet: Page, phone: BrowserContext, cases: list[Episode]
) -> None:
    sheet.evaluate("() => { Storage.prototype.setItem = () => { throw new Error('full'); }; }")
    phone.set_offline(True)
    for case in cases[:3]:
        button(sheet, case, "present").tap()
    expect(sheet.locator("#taps-kept")).to_contain_text("3 tryckningar")
    phone.set_offline(False)
    expect_came(sheet, 3)
    expect(sheet.locator("#taps-kept")).to_be_hidden()


def test_two_tabs_of_one_phone_lose_and_double_nothing(
    sheet: Page, phone: BrowserContext, cases: list[Episode]
) -> None:
    other = phone.new_page()
    other.goto(sheet.url)
    phone.set_offline(True)
    button(sheet, cases[0], "present").tap()
    button(other, cases[1], "excused").tap()
    button(sheet, cases[2], "digital").tap()
    phone.set_offline(False)
    for page in (sheet, other):
        expect(page.locator("#taps-kept")).to_be_hidden()
    sheet.reload()
    expect_shown(sheet, cases[1], "excused")
    expect_came(sheet, 2)
    assert (Tap.objects.count(), Attendance.objects.count()) == (3, 3)
