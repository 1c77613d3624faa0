"""The sheet of a session on a phone in the forest: taps, no connection, and a colleague's taps."""

import time
from collections.abc import Callable, Iterator
from datetime import timedelta
from uuid import uuid4

import pytest
from django.urls import reverse
from django.utils import timezone
from playwright.sync_api import Browser, BrowserContext, Locator, Page, expect

from samspel.accounts.actor import Actor
from samspel.accounts.models import User
from samspel.organisation.models import Team
from samspel.participants.attendance.attendance import Presence
from samspel.participants.attendance.models import Attendance, Tap
from samspel.participants.attendance.recording import Tapped, take_tap
from samspel.participants.groups.models import Session
from samspel.participants.models import Episode
from tests.participants.attendance.sessions import join, make_group, make_session
from tests.people import make_episode, make_participant

SignIn = Callable[[BrowserContext, User], None]
THUMB = 44
"""Pixels that a thumb hits."""
IN_TIME = 30
"""Seconds for twelve people, the choice in a conflict among them."""


@pytest.fixture
def cases(team: Team) -> list[Episode]:
    """Twelve people, by name."""
    enrolled_on = timezone.localdate() - timedelta(days=20)
    days = {"referred_on": None, "enrolled_on": enrolled_on}
    people = [make_participant(team, family_name=f"Gran{letter}") for letter in "abcdefghijkl"]
    return [make_episode(person, **days) for person in people]


@pytest.fixture
def session(team: Team, cases: list[Episode]) -> Session:
    day = timezone.localdate()
    group = make_group(team, starts_on=day - timedelta(days=20))
    join(group, *cases, from_on=group.starts_on)
    return make_session(group, day)


@pytest.fixture
def phone(answered: None, browser: Browser, live_server) -> Iterator[BrowserContext]:
    made = browser.new_context(
        base_url=live_server.url,
        locale="sv-SE",
        viewport={"width": 360, "height": 640},
        has_touch=True,
        is_mobile=True,
        reduced_motion="reduce",
    )
    made.set_default_timeout(10_000)
    yield made
    made.close()


@pytest.fixture
def sheet(phone: BrowserContext, sign_in: SignIn, coach: User, session: Session) -> Page:
    sign_in(phone, coach)
    page = phone.new_page()
    page.goto(reverse("session_sheet", args=[session.pk]))
    return page


def button(sheet: Page, case: Episode, presence: str) -> Locator:
    return sheet.locator(f"#{presence}-{case.pk}")


def expect_shown(sheet: Page, case: Episode, presence: str) -> None:
    expect(button(sheet, case, presence)).to_have_attribute("aria-pressed", "true")


def expect_came(sheet: Page, number: int) -> None:
    """As the server counts: it has what was sent."""
    expect(sheet.locator("#session-counts dd").first).to_have_text(str(number))


def kept(sheet: Page) -> int:
    return sheet.evaluate(
        "Object.keys(localStorage).flatMap(key => JSON.parse(localStorage[key])).length"
    )


def record(session: Session, case: Episode, presence: Presence, user: User) -> None:
    """Somebody else taps elsewhere."""
    take_tap(
        session=session,
        episode=case,
        tapped=Tapped(uuid4(), presence, ""),
        today=session.on,
        now=timezone.now(),
        by=Actor(user),
    )


def test_twelve_people_in_time_with_the_network_cut_in_between(
    sheet: Page,
    phone: BrowserContext,
    cases: list[Episode],
    session: Session,
    coach: User,
    colleague: User,
    without_faults: Callable[[Page], None],
) -> None:
    begun = time.monotonic()
    for case in cases[:5]:
        button(sheet, case, "present").tap()
    phone.set_offline(True)
    for case in cases[5:11]:
        button(sheet, case, "present").tap()
    button(sheet, cases[11], "excused").tap()
    expect(sheet.locator("#taps-kept")).to_contain_text("väntar på att skickas")
    expect_shown(sheet, cases[11], "excused")
    offline = time.monotonic()
    record(session, cases[6], Presence.ABSENT, colleague)
    without_faults(sheet)
    looked = time.monotonic() - offline
    phone.set_offline(False)
    expect(sheet.locator("#taps-kept")).to_be_hidden()
    conflict = sheet.locator(f"#person-{cases[6].pk} .conflict")
    expect(conflict).to_contain_text(colleague.name)
    expect(conflict).to_contain_text(coach.name)
    conflict.get_by_role("button", name="Ändra till ”på plats”").tap()
    expect(conflict).to_have_count(0)
    expect_shown(sheet, cases[6], "present")
    taken = time.monotonic() - begun - looked
    assert taken < IN_TIME
    rows = {each.episode_id: each.presence for each in Attendance.objects.all()}
    assert rows == {case.pk: "present" for case in cases[:11]} | {cases[11].pk: "excused"}
    assert Tap.objects.filter(by=coach).count() == 12
    assert Tap.objects.get(came_of="mine").episode == cases[6]
    assert kept(sheet) == 0


def test_a_conflict_is_shown_without_faults(
    sheet: Page,
    cases: list[Episode],
    session: Session,
    colleague: User,
    without_faults: Callable[[Page], None],
) -> None:
    record(session, cases[0], Presence.ABSENT, colleague)
    button(sheet, cases[0], "present").tap()
    expect(sheet.locator("#taps-told")).to_contain_text("Någon annan har fört in något annat")
    expect_shown(sheet, cases[0], "absent")
    without_faults(sheet)


def test_each_has_four_buttons_for_a_thumb_on_a_phone(sheet: Page, cases: list[Episode]) -> None:
    for presence in Presence.values:
        box = button(sheet, cases[0], presence).bounding_box()
        assert box is not None
        assert min(box["width"], box["height"]) >= THUMB
    boxes = [button(sheet, cases[0], each).bounding_box() for each in Presence.values]
    assert len({box["y"] for box in boxes if box}) == 1
    assert sheet.evaluate("document.documentElement.scrollWidth") <= 360


def test_taps_survive_a_reload_and_are_sent_on_load(
    sheet: Page, cases: list[Episode], session: Session
) -> None:
    sheet.route(f"**{reverse('taps')}", lambda route: route.abort())
    button(sheet, cases[0], "present").tap()
    expect(sheet.locator(f"#person-{cases[0].pk} [data-waits]")).to_be_visible()
    expect(sheet.locator("#taps-kept")).to_contain_text("En tryckning väntar på att skickas.")
    assert kept(sheet) == 1
    sheet.reload()
    expect_shown(sheet, cases[0], "present")
    assert not Attendance.objects.exists()
    sheet.unroute(f"**{reverse('taps')}")
    sheet.locator("#taps-send").tap()
    expect(sheet.locator("#taps-kept")).to_be_hidden()
    expect_came(sheet, 1)
    assert session.attendances.get().episode == cases[0]


def test_an_answer_that_is_lost_doubles_nothing(
    sheet: Page, cases: list[Episode], session: Session
) -> None:
    def lose(route) -> None:  # type: ignore[no-untyped-def]  # Playwright's own type is private
        route.fetch()
        route.abort()

    sheet.route(f"**{reverse('taps')}", lose, times=1)
    button(sheet, cases[0], "present").tap()
    expect(sheet.locator("#taps-kept")).to_be_visible()
    sheet.locator("#taps-send").tap()
    expect_came(sheet, 1)
    assert (Tap.objects.count(), Attendance.objects.count()) == (1, 1)


def test_taps_stay_kept_until_one_has_signed_in_again(
    sheet: Page, phone: BrowserContext, sign_in: SignIn, coach: User, cases: list[Episode]
) -> None:
    phone.clear_cookies(name="sessionid")
    button(sheet, cases[0], "digital").tap()
    expect(sheet.locator("#taps-kept")).to_contain_text("Logga in igen")
    assert kept(sheet) == 1
    sign_in(phone, coach)
    sheet.locator("#taps-sign-in").tap()
    expect_came(sheet, 1)
    expect_shown(sheet, cases[0], "digital")
    expect(sheet.locator("#taps-kept")).to_be_hidden()
    assert Attendance.objects.get().presence == "digital"


def test_signing_out_asks_and_wipes_what_is_kept(sheet: Page, cases: list[Episode]) -> None:
    sheet.route(f"**{reverse('taps')}", lambda route: route.abort())
    button(sheet, cases[0], "present").tap()
    expect(sheet.locator("#taps-kept")).to_be_visible()
    sign_out = sheet.get_by_role("button", name="Logga ut")
    sheet.locator(".bar-user summary").tap()
    sheet.once("dialog", lambda dialog: dialog.dismiss())
    sign_out.tap()
    assert kept(sheet) == 1
    sheet.once("dialog", lambda dialog: dialog.accept())
    sign_out.tap()
    sheet.wait_for_url("**/accounts/login/**")
    assert kept(sheet) == 0


def test_arrows_go_from_person_to_person_and_among_the_buttons(
    sheet: Page, cases: list[Episode]
) -> None:
    button(sheet, cases[0], "present").focus()
    for key, case, presence in (
        ("ArrowUp", 0, "present"),
        ("ArrowDown", 1, "present"),
        ("ArrowRight", 1, "digital"),
        ("End", 11, "digital"),
        ("ArrowDown", 11, "digital"),
        ("Home", 0, "digital"),
        ("ArrowLeft", 0, "present"),
    ):
        sheet.keyboard.press(key)
        expect(button(sheet, cases[case], presence)).to_be_focused()
    sheet.keyboard.press("Space")
    expect_shown(sheet, cases[0], "present")
    expect(button(sheet, cases[0], "present")).to_be_focused()


def test_all_present_is_one_tap(sheet: Page, cases: list[Episode]) -> None:
    button(sheet, cases[3], "absent").tap()
    sheet.locator("#all-present").tap()
    expect_shown(sheet, cases[11], "present")
    expect_came(sheet, 11)
    assert Attendance.objects.filter(presence="present").count() == 11
    assert Attendance.objects.get(presence="absent").episode == cases[3]


def test_without_scripts_a_tap_is_a_button_of_a_form(
    browser: Browser, live_server, sign_in: SignIn, coach: User, cases: list[Episode], session
) -> None:
    plain = browser.new_context(base_url=live_server.url, java_script_enabled=False)
    sign_in(plain, coach)
    page = plain.new_page()
    page.goto(reverse("session_sheet", args=[session.pk]))
    button(page, cases[0], "excused").click()
    expect_shown(page, cases[0], "excused")
    page.locator("#all-present").click()
    expect_shown(page, cases[1], "present")
    assert Attendance.objects.filter(presence="present").count() == 11
    plain.close()


def test_a_wrong_tap_is_taken_back(
    sheet: Page, cases: list[Episode], without_faults: Callable[[Page], None]
) -> None:
    back = sheet.locator(f"#back-{cases[0].pk}")
    expect(back).to_be_hidden()
    button(sheet, cases[0], "absent").click()
    button(sheet, cases[0], "present").click()
    expect_came(sheet, 1)
    expect(back).to_be_visible()
    box = back.bounding_box()
    assert box is not None
    assert box["height"] >= THUMB
    without_faults(sheet)
    back.click()
    expect_came(sheet, 0)
    expect(button(sheet, cases[0], "present")).to_have_attribute("aria-pressed", "false")
    assert not Attendance.objects.exists()
