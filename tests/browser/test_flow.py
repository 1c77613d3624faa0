"""The flow chart in a browser: definitions by keyboard, another period at once, and on paper."""

from collections.abc import Callable

from django.urls import reverse
from playwright.sync_api import BrowserContext, Page, expect

from samspel.accounts.models import User
from samspel.organisation.models import Team
from tests.report.cases import fill_golden

SignIn = Callable[[BrowserContext, User], None]


def opened(page: Page, context: BrowserContext, coach: User, team: Team, sign_in: SignIn) -> None:
    fill_golden(team, "kraften-2022-07--2023-06")
    sign_in(context, coach)
    page.goto(reverse("flow"))


def test_one_drawing_is_shown_by_the_room_there_is(
    page: Page, context: BrowserContext, coach: User, team: Team, sign_in: SignIn
) -> None:
    opened(page, context, coach, team, sign_in)
    wide, upright = page.locator("svg.flow-wide"), page.locator("svg.flow-upright")
    expect(wide).to_be_visible()
    expect(upright).to_be_hidden()
    page.set_viewport_size({"width": 360, "height": 800})
    expect(wide).to_be_hidden()
    expect(upright).to_be_visible()
    letters = upright.evaluate(
        "each => each.getBoundingClientRect().width / each.viewBox.baseVal.width"
    )
    assert letters * 12 >= 10.5, "the smallest words of the drawing can be read on a phone"


def test_the_wide_drawing_goes_on_paper_in_grey_with_nothing_around_it(
    page: Page, context: BrowserContext, coach: User, team: Team, sign_in: SignIn
) -> None:
    opened(page, context, coach, team, sign_in)
    page.set_viewport_size({"width": 360, "height": 800})
    page.emulate_media(media="print", color_scheme="dark")
    expect(page.locator("svg.flow-wide")).to_be_visible()
    expect(page.locator("svg.flow-upright")).to_be_hidden()
    expect(page.locator(".list-tools")).to_be_hidden()
    colours = page.locator("svg.flow-wide").evaluate(
        """each => [...each.querySelectorAll("rect, path, polygon, text")]
            .flatMap((one) => [getComputedStyle(one).fill, getComputedStyle(one).stroke])
            .filter((colour) => colour !== "none")"""
    )
    assert colours
    for colour in set(colours):
        red, green, blue = colour.removeprefix("rgb(").rstrip(")").split(", ")
        assert red == green == blue, colour


def test_a_number_says_what_it_means_by_keyboard_and_opens_its_cases(
    page: Page, context: BrowserContext, coach: User, team: Team, sign_in: SignIn
) -> None:
    opened(page, context, coach, team, sign_in)
    median = page.locator("svg.flow-wide [data-place=closing] a").last
    median.focus()
    page.keyboard.press("Shift+Tab")
    page.keyboard.press("Tab")
    expect(page.get_by_role("tooltip")).to_contain_text("n = ")
    page.keyboard.press("Enter")
    expect(page.locator("h1")).to_have_text("Tid för avslutet, median")


def test_another_period_comes_without_a_reload(
    page: Page, context: BrowserContext, coach: User, team: Team, sign_in: SignIn
) -> None:
    opened(page, context, coach, team, sign_in)
    page.evaluate("window.stayed = true")
    page.get_by_label("Period").select_option("last")
    page.wait_for_url("**period=last")
    swapped = page.locator("#listing").inner_text()
    assert page.evaluate("window.stayed") is True
    page.reload()
    assert page.locator("#listing").inner_text() == swapped
