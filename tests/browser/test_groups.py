"""A group from its kinds to a cancelled session, on a phone."""

from collections.abc import Callable

from playwright.sync_api import BrowserContext, Page, expect

from samspel.accounts.models import User
from samspel.organisation.models import Team
from samspel.participants.groups.models import Session
from tests.people import make_episode, make_participant

SignIn = Callable[[BrowserContext, User], None]
THUMB = 44
"""Pixels that a thumb hits."""


def test_a_group_is_started_laid_out_and_cancelled(
    page: Page,
    context: BrowserContext,
    sign_in: SignIn,
    leader: User,
    team: Team,
    without_faults: Callable[[Page], None],
) -> None:
    make_episode(make_participant(team))
    page.set_viewport_size({"width": 360, "height": 740})
    sign_in(context, leader)
    page.goto("/groups/kinds/")
    page.get_by_role("button", name="Ta över de här").click()
    page.goto("/groups/new/")
    page.get_by_label("Sort").select_option(label="Skogsgrupp")
    page.get_by_label("Namn").fill("Skogsgruppen")
    page.get_by_label("Platser").fill("1")
    page.get_by_role("button", name="Lägg upp gruppen").click()
    page.get_by_role("link", name="Lägg till en tid").first.click()
    page.get_by_label("Veckodag").select_option(label="tisdag")
    page.get_by_label("Från").fill("09:00")
    page.get_by_label("Till").fill("11:30")
    page.get_by_role("button", name="Lägg till tiden").click()
    expect(page.get_by_text("tillfällen är utlagda")).to_be_visible()
    page.get_by_role("link", name="Lägg till medlemmar").click()
    page.get_by_label("Alva Exempel").check()
    page.get_by_role("button", name="Lägg till", exact=True).click()
    expect(page.get_by_text("1 av 1 platser")).to_be_visible()
    change = page.get_by_role("link", name="Ändra: 20").first
    box = change.bounding_box()
    assert box is not None
    assert box["height"] >= THUMB
    without_faults(page)
    change.click()
    page.get_by_role("link", name="Ställ in tillfället").click()
    page.get_by_label("Varför").fill("Ledaren är sjuk")
    page.get_by_role("button", name="Ställ in tillfället").click()
    expect(page.get_by_text("Ledaren är sjuk")).to_be_visible()
    assert Session.objects.filter(cancelled_because="Ledaren är sjuk").count() == 1
