"""The frame in a real browser: shortcuts, menus, colours, definitions, and with scripts off."""

from collections.abc import Callable, Iterator
from datetime import date

import pytest
from playwright.sync_api import Browser, BrowserContext, Page, expect

from samspel.accounts.models import User
from samspel.organisation.models import Team
from tests.people import make_episode, make_participant

SignIn = Callable[[BrowserContext, object], None]
Check = Callable[[Page], None]
LOOKS = [("light", 360), ("light", 1280), ("dark", 360), ("dark", 1280)]


@pytest.fixture
def signed_in(
    page: Page, context: BrowserContext, leader: User, team: Team, sign_in: SignIn
) -> Page:
    """The leader's start page, with somebody enrolled in the team."""
    enrolled = date(2025, 2, 1)
    make_episode(make_participant(team), referred_on=enrolled, enrolled_on=enrolled)
    sign_in(context, leader)
    page.goto("/")
    return page


@pytest.fixture
def unscripted(browser: Browser, live_server) -> Iterator[Page]:
    """A browser that runs no scripts."""
    context = browser.new_context(
        base_url=live_server.url, java_script_enabled=False, locale="sv-SE"
    )
    yield context.new_page()
    context.close()


@pytest.mark.parametrize(("colours", "width"), LOOKS)
@pytest.mark.parametrize(
    "path", ["/accounts/login/", "/accessibility", "/accounts/password/reset/"]
)
def test_open_pages_are_without_faults(
    page: Page, without_faults: Check, path: str, colours: str, width: int
) -> None:
    page.emulate_media(color_scheme=colours)
    page.set_viewport_size({"width": width, "height": 800})
    page.goto(path)
    without_faults(page)
    assert page.evaluate("document.documentElement.scrollWidth") <= width


@pytest.mark.parametrize(("colours", "width"), LOOKS)
def test_the_start_page_is_without_faults_menus_open_or_not(
    signed_in: Page, without_faults: Check, colours: str, width: int
) -> None:
    signed_in.emulate_media(color_scheme=colours)
    signed_in.set_viewport_size({"width": width, "height": 800})
    without_faults(signed_in)
    signed_in.locator(".bar-user > summary").click()
    without_faults(signed_in)
    assert signed_in.evaluate("document.documentElement.scrollWidth") <= width


def test_the_keyboard_goes_where_it_says(signed_in: Page) -> None:
    signed_in.keyboard.press("?")
    expect(signed_in.locator("#shortcuts")).to_be_visible()
    signed_in.keyboard.press("Escape")
    signed_in.keyboard.press("n")
    signed_in.wait_for_url("**/participants/register/**")
    signed_in.locator("h1").click()
    signed_in.keyboard.press("g")
    signed_in.keyboard.press("d")
    signed_in.wait_for_url("**/")
    signed_in.goto("/participants/")
    signed_in.keyboard.press("/")
    expect(signed_in.locator("input[type=search]")).to_be_focused()


def test_letters_that_are_written_are_no_shortcuts(page: Page) -> None:
    page.goto("/accessibility")
    page.locator("#id_problem").press_sequentially("n?/gd")
    expect(page.locator("#id_problem")).to_have_value("n?/gd")
    expect(page.locator("#shortcuts")).to_be_hidden()


def test_ctrl_s_sends_the_form_and_what_is_wrong_takes_the_focus(page: Page) -> None:
    page.goto("/accessibility")
    page.locator("#id_problem").fill("   ")
    page.keyboard.press("Control+s")
    expect(page.locator(".error-summary")).to_be_focused()
    page.locator(".error-summary a").click()
    expect(page.locator("#id_problem")).to_be_focused()


def test_escape_closes_a_menu_and_gives_the_focus_back(signed_in: Page) -> None:
    summary = signed_in.locator(".bar-user > summary")
    summary.click()
    signed_in.keyboard.press("Escape")
    expect(signed_in.locator(".bar-user .drop")).to_be_hidden()
    expect(summary).to_be_focused()


def test_colours_change_at_once_and_stay(signed_in: Page) -> None:
    signed_in.locator(".bar-user > summary").click()
    with signed_in.expect_response("**/theme"):
        signed_in.locator("button[name=theme][value=dark]").click()
    expect(signed_in.locator("html")).to_have_attribute("data-bs-theme", "dark")
    signed_in.reload()
    expect(signed_in.locator("html")).to_have_attribute("data-bs-theme", "dark")


def test_a_figure_tells_what_it_means_when_it_has_the_focus(
    signed_in: Page, without_faults: Check
) -> None:
    signed_in.locator(".page-head a").first.focus()
    for _ in range(40):
        signed_in.keyboard.press("Tab")
        if signed_in.evaluate("document.activeElement.matches('.figure-link')"):
            break
    expect(signed_in.get_by_role("tooltip")).to_be_visible()
    without_faults(signed_in)
    signed_in.keyboard.press("Escape")
    expect(signed_in.get_by_role("tooltip")).to_have_count(0)


def test_without_scripts_menus_open_and_choices_are_kept(unscripted: Page) -> None:
    unscripted.goto("/accounts/login/")
    unscripted.locator(".bar-user > summary").click()
    unscripted.locator("button[name=language][value=en]").click()
    expect(unscripted.locator("h1")).to_have_text("Sign in")
    unscripted.locator(".bar-user > summary").click()
    unscripted.locator("button[name=theme][value=dark]").click()
    expect(unscripted.locator("html")).to_have_attribute("data-bs-theme", "dark")
    expect(unscripted.locator("#passkey_login")).to_be_hidden()
