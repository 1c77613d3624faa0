"""A placement on a phone and at a desk: agreed on, hours entered, and the ladder as a picture."""

import re
from collections.abc import Callable
from datetime import date, timedelta

import pytest
from django.urls import reverse
from django.utils import timezone
from playwright.sync_api import BrowserContext, FloatRect, Locator, Page, expect

from samspel.accounts.models import User
from samspel.organisation.models import Team
from samspel.participants.models import Episode
from samspel.participants.placements.ladder import monday_of
from samspel.participants.placements.models import Placement
from tests.employer_things import make_employer
from tests.participants.placements.made import make_placement, make_week
from tests.people import make_episode, make_participant

SignIn = Callable[[BrowserContext, User], None]
SMALLEST_LETTERS = 9
"""Pixels; smaller numbers of a drawing cannot be read on a phone."""

AMBER = """() => {
  const probe = document.body.appendChild(document.createElement("i"));
  probe.className = "chart-ink-2";
  const colour = getComputedStyle(probe).fill;
  probe.remove();
  return colour;
}"""
"""The colour of what is due, as the page shows it."""


@pytest.fixture
def start() -> date:
    """A Monday so long ago that the ladder has risen since."""
    return monday_of(timezone.localdate()) - timedelta(weeks=14)


@pytest.fixture
def case(team: Team, coach: User, start: date) -> Episode:
    days = {"referred_on": None, "enrolled_on": start - timedelta(days=100)}
    return make_episode(make_participant(team, family_name="Ek"), coach=coach, **days)


@pytest.fixture
def placement(case: Episode, start: date) -> Placement:
    steps = ((start, "7.5"), (start + timedelta(weeks=4), "12"), (start + timedelta(weeks=9), "20"))
    made = make_placement(
        case, None, steps, starts_on=start, ends_planned_on=start + timedelta(weeks=26)
    )
    for week in range(12):
        make_week(made, start + timedelta(weeks=week), "12" if week % 3 else "6.5")
    return made


def box(part: Locator) -> FloatRect:
    found = part.bounding_box()
    assert found is not None
    return found


def test_a_placement_is_agreed_on_and_its_hours_entered_on_a_phone(
    context: BrowserContext,
    page: Page,
    sign_in: SignIn,
    coach: User,
    team: Team,
    case: Episode,
    start: date,
    without_faults: Callable[[Page], None],
) -> None:
    make_employer(team, name="Kafé Tre Åar")
    page.set_viewport_size({"width": 360, "height": 740})
    sign_in(context, coach)
    page.goto(reverse("placement_new", args=[case.pk]))
    without_faults(page)
    page.get_by_label("Arbetsgivare").select_option(label="Kafé Tre Åar")
    page.get_by_label("Syfte").select_option(label="Bygga upp arbetstid")
    page.get_by_label("Börjar").fill(start.isoformat())
    page.get_by_label("Timmar i veckan från början").fill("7,5")
    page.get_by_label("Steg 2 från").fill((start + timedelta(weeks=4)).isoformat())
    page.locator("[name=step_1_hours]").fill("44")
    page.get_by_role("button", name="Kom överens om arbetsträningen").click()
    refused = "Trappan går över 40 timmar i veckan: skriv högst 40."
    expect(page.locator("#id_step_1_hours_error")).to_contain_text(refused)
    expect(page.locator("[name=step_1_hours]")).to_have_accessible_description(re.compile(refused))
    page.locator("[name=step_1_hours]").fill("12")
    page.get_by_role("button", name="Kom överens om arbetsträningen").click()
    expect(page.get_by_text("Arbetsträningen är överenskommen.")).to_be_visible()
    page.get_by_role("link", name="För in timmar").click()
    page.get_by_label("från " + (start + timedelta(weeks=13)).isoformat()).fill("10,5")
    without_faults(page)
    page.get_by_role("button", name="Spara").click()
    expect(page.get_by_text("Timmarna är sparade.")).to_be_visible()
    expect(page.locator(".staircase rect")).to_have_count(1)


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("width", [360, 1280])
def test_the_ladder_looks_right(
    context: BrowserContext,
    page: Page,
    sign_in: SignIn,
    coach: User,
    placement: Placement,
    width: int,
    scheme: str,
    without_faults: Callable[[Page], None],
) -> None:
    page.emulate_media(color_scheme="dark" if scheme == "dark" else "light")
    page.set_viewport_size({"width": width, "height": 900})
    sign_in(context, coach)
    page.goto(reverse("placement", args=[placement.pk]))
    without_faults(page)
    drawing, table = page.locator(".staircase"), page.locator(".ladder-tables table").first
    assert page.evaluate("document.documentElement.scrollWidth") <= width
    assert letters_are_apart(page)
    figure, beside = box(drawing), box(table)
    if width > 1000:
        assert beside["x"] > figure["x"] + figure["width"]
    else:
        assert beside["y"] > figure["y"] + figure["height"]
    line = drawing.locator(".stair-line").evaluate("each => getComputedStyle(each).stroke")
    bars = drawing.locator("rect").first.evaluate("each => getComputedStyle(each).fill")
    ground = page.evaluate("getComputedStyle(document.querySelector('.panel')).backgroundColor")
    amber = page.evaluate(AMBER)
    assert len({line, bars, ground, amber}) == 4
    expect(drawing.locator("rect")).to_have_count(12)


def letters_are_apart(page: Page) -> bool:
    """Whether the drawing's texts stand inside the page, apart, and large enough to be read."""
    boxes = page.locator(".staircase text").evaluate_all(
        "all => all.map(each => { const at = each.getBoundingClientRect();"
        " const size = parseFloat(getComputedStyle(each).fontSize) * each.getCTM().a;"
        " return [at.left, at.top, at.right, at.bottom, size]; })"
    )
    assert len(boxes) > 8
    for number, (left, top, right, bottom, size) in enumerate(boxes):
        assert left >= 0
        assert size >= SMALLEST_LETTERS
        for other in boxes[number + 1 :]:
            across = left < other[2] and other[0] < right
            down = top + 2 < other[3] and other[1] + 2 < bottom
            assert not (across and down), "two texts stand on each other"
    return True


def test_on_paper_the_ladder_stays_whole(
    context: BrowserContext, page: Page, sign_in: SignIn, coach: User, placement: Placement
) -> None:
    sign_in(context, coach)
    page.goto(reverse("placement", args=[placement.pk]))
    page.emulate_media(media="print")
    expect(page.locator(".staircase")).to_be_visible()
    expect(page.get_by_role("link", name="För in timmar")).to_be_hidden()
    assert page.locator(".ladder-figure").evaluate(
        "each => getComputedStyle(each).breakInside"
    ) == ("avoid")
