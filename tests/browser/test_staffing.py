"""The staff on a phone: the day changes the list, and an overlap is confirmed by keyboard."""

import re
from collections.abc import Callable
from datetime import date

import pytest
from playwright.sync_api import BrowserContext, Page, expect

from samspel.accounts.models import User
from samspel.organisation.models import Team
from samspel.personnel.staffing.models import Position
from tests.personnel.staffing.made import make_leave, make_position

PAGE = "/teams/team-vaster/personnel/"


@pytest.fixture
def staff(team: Team) -> dict[str, Position]:
    former = make_position(team, "Åsa Alm", last_on=date(2024, 5, 31), percent=60)
    present = make_position(team, "Kim Ek", first_on=date(2024, 6, 1))
    make_leave(present, first_on=date(2024, 9, 1), percent=25)
    return {"former": former, "present": present}


def test_the_day_changes_the_list_without_a_reload(
    context: BrowserContext,
    page: Page,
    sign_in: Callable[[BrowserContext, User], None],
    steering_member: User,
    staff: dict[str, Position],
    without_faults: Callable[[Page], None],
) -> None:
    sign_in(context, steering_member)
    page.set_viewport_size({"width": 360, "height": 800})
    page.goto(PAGE)
    table = page.get_by_role("region", name="Personal", exact=True)
    expect(table).to_contain_text("Kim Ek")
    expect(table).not_to_contain_text("Åsa Alm")
    page.get_by_label("Vilka var här den").fill("2024-03-01")
    expect(table).to_contain_text("Åsa Alm")
    expect(page).to_have_url(re.compile("on=2024-03-01"))
    page.reload()
    expect(table).not_to_contain_text("Kim Ek")
    expect(page.get_by_role("link", name="Lägg till en befattning")).to_have_count(0)
    without_faults(page)


def test_an_overlap_is_confirmed(
    context: BrowserContext,
    page: Page,
    sign_in: Callable[[BrowserContext, User], None],
    leader: User,
    staff: dict[str, Position],
    without_faults: Callable[[Page], None],
) -> None:
    sign_in(context, leader)
    page.goto(f"{PAGE}new/")
    page.get_by_label("Namn").fill("Kim Ek")
    page.get_by_label("Roll").fill("samordnare")
    page.get_by_label("Anställd av").select_option("host")
    page.get_by_label("Tjänstgöringsgrad").fill("50")
    page.get_by_label("Första dag").fill("2024-08-01")
    page.keyboard.press("Control+s")
    tick = page.get_by_role("checkbox", name="Det stämmer: spara ändå")
    expect(tick).to_be_visible()
    without_faults(page)
    tick.check()
    page.keyboard.press("Control+s")
    expect(page.get_by_text("Kim Ek arbetar mer än heltid: 150")).to_be_visible()
    assert Position.objects.filter(name="Kim Ek").count() == 2
