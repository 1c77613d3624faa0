"""A note in a real browser: it keeps itself, says when it cannot, and stays nowhere else."""

import re
from collections.abc import Callable

import pytest
from django.urls import reverse
from playwright.sync_api import BrowserContext, Page, Route, expect

from samspel.accounts.models import User
from samspel.organisation.models import Team
from samspel.participants.models import Episode
from samspel.participants.notes.models import Note
from tests.people import client_of, make_episode, make_participant

SignIn = Callable[[BrowserContext, User], None]
TEXT = "Hon kom i tid."


@pytest.fixture
def episode(team: Team) -> Episode:
    return make_episode(make_participant(team))


@pytest.fixture
def sheet(
    context: BrowserContext, page: Page, sign_in: SignIn, coach: User, episode: Episode
) -> Page:
    """The empty page of a note."""
    sign_in(context, coach)
    page.goto(reverse("note_new", args=[episode.pk]))
    return page


def text_of(page: Page) -> str:
    return page.get_by_label("Anteckning", exact=True).input_value()


def kept(page: Page) -> None:
    expect(page.locator("#note-state")).to_contain_text("Sparat som utkast")


def test_closed_in_the_middle_and_found_again(
    sheet: Page, episode: Episode, without_faults: Callable[[Page], None]
) -> None:
    sheet.keyboard.type(TEXT)
    kept(sheet)
    without_faults(sheet)
    note = Note.objects.get()
    expect(sheet).to_have_url(re.compile(reverse("note", args=[note.pk])))
    assert (
        sheet.evaluate("JSON.stringify([{...localStorage}, {...sessionStorage}])").count(TEXT) == 0
    )
    person = sheet.context.new_page()
    sheet.close()
    person.goto(reverse("participant", args=[episode.participant_id]))
    person.locator(".story-drafts").get_by_role("link").click()
    assert text_of(person) == TEXT
    person.keyboard.type(" Vi åt.")
    person.get_by_role("button", name="Signera").click()
    expect(person.locator("#messages")).to_contain_text("signerad")
    note.refresh_from_db()
    assert (note.text, note.is_draft) == (f"{TEXT} Vi åt.", False)


def test_the_letter_n_begins_one(
    context: BrowserContext, page: Page, sign_in: SignIn, coach: User, episode: Episode
) -> None:
    sign_in(context, coach)
    page.goto(reverse("participant", args=[episode.participant_id]))
    page.keyboard.press("n")
    expect(page).to_have_url(re.compile(reverse("note_new", args=[episode.pk])))
    expect(page.get_by_label("Anteckning", exact=True)).to_be_focused()


def test_what_cannot_be_kept_says_so_and_is_tried_again(sheet: Page) -> None:
    sheet.remove_listener("console", sheet.console_listener)
    lost = re.compile("/save/$")
    cut_off: Callable[[Route], None] = lambda route: route.abort()  # noqa: E731 - the same one is taken away again
    sheet.route(lost, cut_off)
    sheet.keyboard.type(TEXT)
    trouble = sheet.locator("[data-trouble=lost]")
    expect(trouble).to_be_visible()
    assert text_of(sheet) == TEXT
    assert not Note.objects.exists()
    sheet.unroute(lost, cut_off)
    kept(sheet)
    expect(trouble).to_be_hidden()
    assert Note.objects.get().text == TEXT


def test_who_is_signed_out_signs_in_beside_and_goes_on(
    sheet: Page, sign_in: SignIn, coach: User
) -> None:
    sheet.keyboard.type("Ett")
    kept(sheet)
    context = sheet.context
    context.clear_cookies(name="sessionid")
    sheet.keyboard.type(" två")
    expect(sheet.locator("[data-trouble=out]")).to_be_visible()
    sign_in(context, coach)
    token = client_of(coach).get("/accessibility/").cookies.get("csrftoken")
    if token is not None:
        context.add_cookies([{"name": "csrftoken", "value": token.value, "url": sheet.url}])
    sheet.keyboard.type(" tre")
    expect(sheet.locator("[data-trouble=out]")).to_be_hidden()
    assert Note.objects.get().text == "Ett två tre"


def test_two_windows_that_meet(sheet: Page) -> None:
    sheet.keyboard.type("Ett.")
    kept(sheet)
    expect(sheet).not_to_have_url(re.compile("/new/"))
    other = sheet.context.new_page()
    other.goto(sheet.url)
    other.keyboard.type(" Från den andra.")
    kept(other)
    expect(other.locator(".note-kept")).to_be_visible()
    other.keyboard.press("Control+s")
    kept(other)
    sheet.keyboard.type(" Från den ena.")
    meeting = sheet.locator(".note-meeting")
    expect(meeting).to_contain_text("Från den andra.")
    assert text_of(sheet) == "Ett. Från den ena."
    sheet.get_by_role("button", name="Behåll båda").click()
    expect(meeting).to_be_hidden()
    assert text_of(sheet) == "Ett. Från den ena.\n\nEtt. Från den andra."


def test_a_thumb_reaches_the_buttons(sheet: Page) -> None:
    sheet.set_viewport_size({"width": 360, "height": 640})
    sheet.get_by_label("Anteckning", exact=True).fill("Rad.\n" * 60)
    sheet.evaluate("window.scrollTo(0, 0)")
    expect(sheet.get_by_role("button", name="Signera")).to_be_in_viewport()
    assert sheet.evaluate("document.documentElement.scrollWidth") <= 360


def test_narrowing_shows_what_a_reload_shows(
    context: BrowserContext, page: Page, sign_in: SignIn, coach: User, episode: Episode
) -> None:
    sign_in(context, coach)
    page.goto(reverse("participant", args=[episode.participant_id]))
    page.get_by_label("Visa").select_option("case")
    expect(page).to_have_url(re.compile(r"\?kind=case"))
    swapped = page.locator("#story").inner_text()
    page.reload()
    assert page.locator("#story").inner_text() == swapped
