"""One page per person in a real browser: by the keyboard alone, as parts come and go, on paper."""

from collections.abc import Callable
from datetime import UTC, date, datetime, timedelta

import pytest
from django.urls import reverse
from playwright.sync_api import BrowserContext, Page, expect

from samspel.accounts.models import User
from samspel.organisation.models import Team
from samspel.participants.models import Episode
from samspel.participants.notes.models import Note
from samspel.participants.person.story import AT_A_TIME
from tests.people import make_episode, make_participant

SignIn = Callable[[BrowserContext, object], None]
THEN = datetime(2025, 3, 3, 9, tzinfo=UTC)


@pytest.fixture
def told(team: Team, coach: User) -> Episode:
    """Somebody of whom more is told than is shown at first, with a draft of the coach's."""
    episode = make_episode(make_participant(team), coach=coach)
    times = {"begun_at": THEN, "changed_at": THEN}
    for day in range(2 * AT_A_TIME + 10):
        Note.objects.create(
            episode=episode,
            author=coach,
            on=date(2025, 3, 1) + timedelta(days=day),
            text=f"Samtal {day}.",
            signed_at=THEN,
            **times,
        )
    Note.objects.create(
        episode=episode, author=coach, on=date(2025, 3, 1), text="Ett utkast", **times
    )
    return episode


@pytest.fixture
def opened(
    page: Page, context: BrowserContext, coach: User, told: Episode, sign_in: SignIn
) -> Page:
    sign_in(context, coach)
    page.goto(reverse("participant", args=[told.participant_id]))
    return page


def test_keys_lead_to_a_note_to_the_search_and_to_the_day(opened: Page, told: Episode) -> None:
    opened.keyboard.press("n")
    opened.wait_for_url(f"**{reverse('note_new', args=[told.pk])}**")
    opened.go_back()
    opened.keyboard.press("/")
    opened.wait_for_url(f"**{reverse('participants')}#search")
    expect(opened.locator("#search")).to_be_focused()
    opened.go_back()
    opened.keyboard.press("g")
    opened.keyboard.press("d")
    opened.wait_for_url("**/")


def test_the_focus_stays_when_the_timeline_is_exchanged(opened: Page) -> None:
    entries = opened.locator(".story .timeline > li")
    expect(entries).to_have_count(AT_A_TIME)
    older = opened.locator("#story-older")
    older.focus()
    opened.keyboard.press("Enter")
    expect(entries).to_have_count(2 * AT_A_TIME)
    expect(older).to_be_focused()
    opened.keyboard.press("Enter")
    expect(older).to_have_count(0)
    expect(opened.locator("#story")).to_be_focused()
    opened.locator("#story-kind").focus()
    opened.keyboard.press("ArrowDown")
    expect(entries).to_have_count(3)
    expect(opened.locator("#story-kind")).to_be_focused()


def test_a_press_right_after_an_exchange_exchanges_again(opened: Page) -> None:
    # htmx wires what it has put in after a delay of its own; a key pressed within it opened the
    # whole page anew and lost the focus.
    opened.evaluate("""() => {
      window.stillTheSamePage = true;
      document.addEventListener("htmx:afterSwap", () =>
        setTimeout(() => document.querySelector("#story-older").click(), 0), { once: true });
    }""")
    opened.locator("#story-older").press("Enter")
    expect(opened.locator("#story-older")).to_have_count(0)
    assert opened.evaluate("window.stillTheSamePage") is True


def test_on_paper_stands_what_is_told_and_nothing_to_press(opened: Page) -> None:
    draft = opened.get_by_text("Ett utkast")
    expect(draft).to_be_visible()
    opened.emulate_media(media="print")
    expect(opened.locator("h1")).to_be_visible()
    expect(opened.locator(".story .timeline > li").first).to_be_visible()
    for hidden in (draft, opened.locator("#story-kind"), opened.locator("#story-older")):
        expect(hidden).to_be_hidden()
    for pressed in opened.locator("main button, main .panel-head > a").all():
        expect(pressed).to_be_hidden()
