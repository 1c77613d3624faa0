"""A coach's morning without a mouse: every step by Tab, Enter, Space, arrows and the shortcuts."""

from collections.abc import Callable
from datetime import timedelta

import pytest
from django.utils import timezone
from playwright.sync_api import BrowserContext, Page, expect

from samspel.accounts.models import User
from samspel.organisation.models import Team
from samspel.participants.attendance.models import Attendance
from samspel.participants.models import Episode
from samspel.participants.notes.models import Note
from samspel.participants.stage import Stage
from tests.people import make_episode, make_participant

SignIn = Callable[[BrowserContext, User], None]
FURTHEST = 80
"""Presses of Tab after which something counts as out of reach."""
_FOCUSED = """() => {
  const at = document.activeElement;
  if (!at.matches("a, button, input, select, textarea, summary")) return "";
  const label = at.labels && at.labels.length ? at.labels[0].innerText : "";
  return [at.innerText, at.getAttribute("aria-label"), label, at.name, at.value]
    .filter(Boolean).join(" | ");
}"""


@pytest.fixture
def on_trial(team: Team, coach: User) -> Episode:
    """Somebody whose trial period ends today."""
    today = timezone.localdate()
    begun = today - timedelta(days=60)
    person = make_participant(team, given_name="Åke", family_name="Tangent")
    return make_episode(
        person, coach=coach, referred_on=begun, enrolled_on=begun, trial_ends_on=today
    )


def tab_to(page: Page, words: str) -> None:
    """Press Tab until what has the focus says ``words``; fails where it cannot be reached."""
    for _press in range(FURTHEST):
        page.keyboard.press("Tab")
        if words.lower() in page.evaluate(_FOCUSED).lower():
            return
    pytest.fail(f"“{words}” cannot be reached with Tab on {page.url}")


def test_a_morning_by_keyboard(
    page: Page, context: BrowserContext, coach: User, on_trial: Episode, sign_in: SignIn
) -> None:
    sign_in(context, coach)
    page.goto("/")
    find(page)
    write_a_note(page)
    tick_attendance(page)
    decide(page)
    assert Note.objects.get().text == "Kom i tid."
    assert Note.objects.get().signed_at is not None
    assert Attendance.objects.get().episode == on_trial
    on_trial.refresh_from_db()
    assert on_trial.trial_decisions.get().decision == "continue"
    assert on_trial.stage(timezone.localdate()) == Stage.ACTIVE


def find(page: Page) -> None:
    """To the list, and by the shortcut to its search."""
    tab_to(page, "Deltagare")
    page.keyboard.press("Enter")
    page.wait_for_url("**/participants/")
    page.keyboard.press("/")
    page.keyboard.type("tangent")
    page.keyboard.press("Enter")
    expect(page.locator("tbody tr")).to_have_count(1)
    tab_to(page, "Åke Tangent")
    page.keyboard.press("Enter")
    expect(page.locator("h1")).to_have_text("Åke Tangent")


def write_a_note(page: Page) -> None:
    """The letter n opens a note; the text has the focus already."""
    page.wait_for_load_state()
    page.keyboard.press("n")
    page.wait_for_url("**/notes/**")
    page.keyboard.type("Kom i tid.")
    tab_to(page, "Signera")
    with page.expect_navigation():
        page.keyboard.press("Enter")
    expect(page.locator("main")).to_contain_text("Kom i tid.")


def tick_attendance(page: Page) -> None:
    """One press of a button on the person's page."""
    if "/notes/" in page.url:
        tab_to(page, "Åke Tangent")
        page.keyboard.press("Enter")
        page.wait_for_url("**/participants/**")
    tab_to(page, "Kom i dag")
    page.keyboard.press("Enter")
    expect(page.locator("main")).to_contain_text("Kom i dag")


def decide(page: Page) -> None:
    """From the day's list to the decision; the choice is made with the space bar."""
    page.wait_for_load_state()
    page.keyboard.press("g")
    page.keyboard.press("d")
    page.wait_for_url(lambda url: url.rstrip("/").count("/") == 2)
    tab_to(page, "Besluta om prövotiden")
    page.keyboard.press("Enter")
    page.wait_for_url("**/trial/")
    tab_to(page, "fortsätt")
    page.keyboard.press("Space")
    tab_to(page, "Spara beslutet")
    with page.expect_navigation():
        page.keyboard.press("Enter")
