"""Scores from the paper to the curve, and the tablet, in a real browser."""

import re
from collections.abc import Callable, Iterator
from datetime import timedelta

import pytest
from django.urls import reverse
from django.utils import timezone
from playwright.sync_api import Browser, BrowserContext, Locator, Page, expect

from samspel.accounts.models import User
from samspel.organisation.models import Team
from samspel.participants.models import Episode
from samspel.participants.plans.models import ScalePoint
from samspel.participants.questions.models import Question
from samspel.participants.questions.question import Answer, Form
from samspel.participants.scores.models import Score
from tests.browser.hands import Keyboard
from tests.people import make_episode, make_participant
from tests.score_things import make_licence, make_score

SignIn = Callable[[BrowserContext, User], None]
THUMB = 44
"""Pixels that a thumb hits."""
SVG_HEIGHT = 190


@pytest.fixture
def case(team: Team, coach: User) -> Episode:
    make_licence(team)
    Question.objects.create(
        team=team, form=Form.SCALING, text="Hur nära är du ditt mål?", answer=Answer.SCALE
    )
    enrolled_on = timezone.localdate() - timedelta(days=200)
    days = {"referred_on": None, "enrolled_on": enrolled_on}
    return make_episode(make_participant(team, family_name="Ek"), coach=coach, **days)


@pytest.fixture
def bare(answered: None, browser: Browser, live_server) -> Iterator[Page]:
    """A tablet without scripts on which nobody is signed in."""
    made = browser.new_context(
        base_url=live_server.url,
        locale="sv-SE",
        viewport={"width": 820, "height": 1100},
        java_script_enabled=False,
    )
    made.set_default_timeout(10_000)
    yield made.new_page()
    made.close()


def height_of(mark: Locator) -> float:
    """How far down in the drawing something stands, in its own pixels."""
    place = re.search(r"translate\([^,]+,([\d.]+)\)", mark.get_attribute("transform") or "")
    assert place is not None
    return float(place[1])


def test_from_the_paper_to_the_curve_on_a_phone(
    context: BrowserContext,
    page: Page,
    sign_in: SignIn,
    coach: User,
    case: Episode,
    without_faults: Callable[[Page], None],
) -> None:
    today = timezone.localdate()
    make_score(case, today - timedelta(days=90), "4.5", "5", "5.5", "5")
    make_score(case, today - timedelta(days=40), "5.5", "6", "5.5", "5")
    sign_in(context, coach)
    page.set_viewport_size({"width": 360, "height": 780})
    page.goto(reverse("scores_of", args=[case.pk]))
    page.get_by_role("link", name="Anteckna ORS").click()
    for name in ("Individuellt", "Nära relationer", "Socialt", "Allmänt"):
        page.get_by_label(name).fill("10,1" if name == "Socialt" else "6,5")
    page.get_by_role("button", name="Spara").click()
    expect(page.get_by_text("Skriv ett tal från 0 till 10.").first).to_be_visible()
    expect(page.get_by_label("Individuellt")).to_have_value("6,5")
    page.get_by_label("Socialt").fill("5,5")
    page.get_by_role("button", name="Spara").click()
    expect(page.get_by_text("Skattningen är antecknad.")).to_be_visible()
    expect(page.get_by_text("återhämtad", exact=True)).to_be_visible()
    assert Score.objects.count() == 3
    chart = page.locator("svg.samspel-chart").first
    dashed = chart.locator("line.chart-line-2")
    expect(dashed).to_have_count(1)
    # Twenty-five of forty, from above.
    assert height_of(dashed) == pytest.approx(SVG_HEIGHT * 15 / 40)
    points = chart.locator("path.chart-ink-1")
    heights = [height_of(points.nth(each)) for each in range(3)]
    assert heights == pytest.approx([SVG_HEIGHT * (40 - each) / 40 for each in (20, 22, 25)])
    box = chart.bounding_box()
    assert box is not None
    assert box["x"] >= 0
    assert box["x"] + box["width"] <= 360
    assert page.evaluate("document.documentElement.scrollWidth") <= 360
    for link in page.get_by_role("link", name=re.compile("^Rätta ORS")).all():
        target = link.bounding_box()
        assert target is not None
        assert target["height"] >= THUMB
    without_faults(page)


def test_the_dashed_line_is_seen_in_the_dark_and_on_paper(
    context: BrowserContext, page: Page, sign_in: SignIn, coach: User, case: Episode
) -> None:
    today = timezone.localdate()
    for number in range(12):
        make_score(case, today - timedelta(days=number), "5", "5", "5", "5")
    sign_in(context, coach)
    page.goto(reverse("scores_of", args=[case.pk]))
    dashed = page.locator("svg line.chart-line-2")
    colours = set()
    for scheme in ("light", "dark"):
        page.emulate_media(color_scheme=scheme)
        colours.add(dashed.evaluate("each => getComputedStyle(each).stroke"))
    assert len(colours) == 2
    assert "none" not in colours
    page.emulate_media(media="print", color_scheme="light")
    assert dashed.evaluate("each => getComputedStyle(each).stroke") in colours
    # What is folded on the page stands on the paper; what is only for the screen does not.
    shown = page.locator(".score-course tbody tr:visible")
    expect(shown).to_have_count(12)
    expect(page.get_by_role("link", name=re.compile("^Rätta ORS"))).to_have_count(0)


def test_the_participant_answers_on_the_tablet_by_keyboard_and_without_scripts(
    context: BrowserContext, page: Page, sign_in: SignIn, coach: User, case: Episode, bare: Page
) -> None:
    sign_in(context, coach)
    page.goto(reverse("scales", args=[case.pk]))
    page.get_by_role("link", name="Svara på plattan").click()
    page.get_by_role("button", name="Visa en kod").click()
    letters = page.locator(".tablet-letters").inner_text()
    hands = Keyboard()
    bare.goto(reverse("tablet"))
    hands.fill(bare.get_by_label("Koden"), letters.lower())
    hands.press(bare.get_by_role("button", name="Gå vidare"))
    expect(bare.get_by_role("heading", name="Var är du på skalan i dag?")).to_be_visible()
    numbers = bare.locator(".is-scale .form-check-label")
    for each in numbers.all():
        target = each.bounding_box()
        assert target is not None
        assert min(target["width"], target["height"]) >= THUMB
    hands.check(bare.get_by_role("radio", name="8", exact=True))
    hands.press(bare.get_by_role("button", name="Skicka"))
    expect(bare.get_by_role("heading", name="Tack")).to_be_visible()
    point = ScalePoint.objects.get()
    assert (point.value, point.answered_by) == (8, "participant")
    bare.go_back()
    bare.goto(reverse("tablet"))
    hands.fill(bare.get_by_label("Koden"), letters)
    hands.press(bare.get_by_role("button", name="Gå vidare"))
    expect(bare.get_by_text("Den här koden är redan använd.").first).to_be_visible()
