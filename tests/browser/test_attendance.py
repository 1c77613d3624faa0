"""Who came and the decision on a trial period, in a real browser."""

import re
from collections.abc import Callable
from datetime import timedelta

import pytest
from django.urls import reverse
from django.utils import timezone
from playwright.sync_api import BrowserContext, Locator, Page, expect

from samspel.accounts.models import User
from samspel.organisation.models import Team
from samspel.participants.attendance.models import Attendance
from samspel.participants.models import Episode
from tests.people import make_episode, make_participant

SignIn = Callable[[BrowserContext, User], None]
THUMB = 44
"""Pixels that a thumb hits."""


@pytest.fixture
def episodes(team: Team) -> list[Episode]:
    """Nine persons, by name."""
    enrolled_on = timezone.localdate() - timedelta(days=20)
    days = {"referred_on": None, "enrolled_on": enrolled_on}
    people = [make_participant(team, family_name=f"A{letter}") for letter in "abcdefghi"]
    return [make_episode(person, **days) for person in people]


@pytest.fixture
def sheet(
    context: BrowserContext, page: Page, sign_in: SignIn, coach: User, episodes: list[Episode]
) -> Page:
    sign_in(context, coach)
    page.goto(reverse("attendance"))
    return page


def tap_of(sheet: Page, episode: Episode) -> Locator:
    return sheet.locator(f"#tap-{episode.pk}")


def test_arrows_go_from_person_to_person_and_a_tap_leaves_one_there(
    sheet: Page, episodes: list[Episode], without_faults: Callable[[Page], None]
) -> None:
    tap_of(sheet, episodes[0]).focus()
    sheet.keyboard.press("ArrowUp")
    expect(tap_of(sheet, episodes[0])).to_be_focused()
    sheet.keyboard.press("ArrowDown")
    expect(tap_of(sheet, episodes[1])).to_be_focused()
    sheet.keyboard.press("Space")
    expect(tap_of(sheet, episodes[1])).to_have_attribute("aria-pressed", "true")
    expect(tap_of(sheet, episodes[1])).to_be_focused()
    sheet.keyboard.press("ArrowDown")
    expect(tap_of(sheet, episodes[2])).to_be_focused()
    assert [each.episode for each in Attendance.objects.all()] == [episodes[1]]
    without_faults(sheet)


def test_arrows_go_to_the_column_beside_and_to_both_ends(
    sheet: Page, episodes: list[Episode]
) -> None:
    tap_of(sheet, episodes[1]).focus()
    sheet.keyboard.press("ArrowRight")
    expect(tap_of(sheet, episodes[4])).to_be_focused()
    sheet.keyboard.press("ArrowLeft")
    expect(tap_of(sheet, episodes[1])).to_be_focused()
    sheet.keyboard.press("End")
    expect(tap_of(sheet, episodes[-1])).to_be_focused()
    sheet.keyboard.press("ArrowRight")
    expect(tap_of(sheet, episodes[-1])).to_be_focused()
    sheet.keyboard.press("Home")
    expect(tap_of(sheet, episodes[0])).to_be_focused()


def test_on_a_phone_each_has_a_row_and_a_button_for_a_thumb(
    sheet: Page, episodes: list[Episode]
) -> None:
    sheet.set_viewport_size({"width": 360, "height": 800})
    boxes = [tap_of(sheet, each).bounding_box() for each in episodes]
    assert all(box is not None and box["height"] >= THUMB for box in boxes)
    assert len({box["y"] for box in boxes if box}) == len(episodes)
    assert sheet.evaluate("document.documentElement.scrollWidth") <= 360


def test_a_tap_that_is_lost_says_so_in_its_row_and_can_be_made_again(
    sheet: Page, episodes: list[Episode]
) -> None:
    sheet.remove_listener("console", sheet.console_listener)  # type: ignore[attr-defined]  # set by the fixture
    address = f"**{reverse('attend', args=[episodes[-1].pk])}"
    row = sheet.locator(f"#row-{episodes[-1].pk}")
    sheet.route(address, lambda route: route.abort())
    tap_of(sheet, episodes[-1]).click()
    expect(row.get_by_role("alert")).to_contain_text("Inte sparat")
    assert not Attendance.objects.exists()
    sheet.unroute(address)
    tap_of(sheet, episodes[-1]).click()
    expect(tap_of(sheet, episodes[-1])).to_have_attribute("aria-pressed", "true")
    expect(row.get_by_role("alert")).to_have_count(0)


def test_a_tap_after_the_session_has_ended_leads_to_the_sign_in(
    sheet: Page, episodes: list[Episode]
) -> None:
    sheet.context.clear_cookies(name="sessionid")
    tap_of(sheet, episodes[0]).click()
    expect(sheet).to_have_url(re.compile(r"/accounts/login/\?next=/attendance/$"))
    assert not Attendance.objects.exists()


def test_a_decision_asks_only_for_what_belongs_to_it(
    sheet: Page, episodes: list[Episode], without_faults: Callable[[Page], None]
) -> None:
    sheet.goto(reverse("trial_decide", args=[episodes[0].pk]))
    until, income = sheet.locator("[name=until]"), sheet.locator("[name=income_after]")
    for decision, asks in (("continue", ()), ("prolong", (until,)), ("end", (income,))):
        sheet.check(f"[name=decision][value={decision}]")
        for field in (until, income):
            expect(field).to_be_visible(visible=field in asks)
    sheet.check("[name=decision][value=prolong]")
    sheet.get_by_role("button", name="Spara beslutet").click()
    expect(sheet.locator(".has-error [name=until]")).to_be_visible()
    without_faults(sheet)
