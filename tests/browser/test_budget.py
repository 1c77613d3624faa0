"""A budget in the browser: typed in until its sums come out, and read on a phone."""

from collections.abc import Callable
from datetime import date
from typing import Any

import pytest
from playwright.sync_api import BrowserContext, Page, expect

from samspel.accounts.models import User
from samspel.organisation.models import Team
from tests.budget import golden

SignIn = Callable[[BrowserContext, User], None]
PHONE = 360
"""Pixels wide."""
TYPED = {
    "Egen personal": ("1 594 728", "1 150 000"),
    "Handledning och utbildning": ("65 272", "65 272,00"),
    "Övriga kostnader": ("120000", "120 000 kr"),
}
"""The published budget of 2023: allocated and forecast, as somebody may write them."""


def test_a_published_budget_is_typed_in_and_its_sums_come_out(
    page: Page,
    context: BrowserContext,
    sign_in: SignIn,
    leader: User,
    team: Team,
    without_faults: Callable[[Page], None],
    settings: Any,
) -> None:
    settings.SAMSPEL_TODAY = date(2023, 1, 15)
    sign_in(context, leader)
    page.goto(f"/teams/{team.slug}/budgets/new/")
    page.get_by_label("Första dag").select_option("2023-01-01")
    page.get_by_label("Tabellens utseende").select_option(label="tilldelat och prognos")
    page.get_by_role("button", name="Gör budgeten").click()
    page.get_by_role("button", name="Spara").click()
    of_budget = page.url
    page.get_by_role("link", name="Tilldelat och beviljat").click()
    for line, (allocated, _forecast) in TYPED.items():
        page.get_by_label(line).fill(allocated)
    page.get_by_label("Finansiärens namn").fill("Samordningsförbundet")
    page.get_by_label("Beviljat, kronor").fill("1 780 000")
    page.get_by_role("button", name="Spara").click()
    for line, (_allocated, forecast) in TYPED.items():
        page.goto(of_budget)
        page.get_by_role("row", name=line).get_by_role("link").first.click()
        page.get_by_label("Väntad kostnad").fill(forecast)
        page.get_by_label("Skäl").fill("Vakanser under våren")
        page.get_by_role("button", name="Spara prognosen").click()
        expect(page.get_by_role("cell", name="Vakanser under våren")).to_be_visible()
    page.goto(of_budget)
    total = page.get_by_role("row", name="Totalt").first
    expect(total).to_contain_text("1\u202f780\u202f000")
    expect(total).to_contain_text("1\u202f335\u202f272")
    without_faults(page)


@pytest.mark.parametrize("make", [golden.make_2019, golden.make_2021, golden.make_2023])
def test_a_phone_shows_a_whole_table_and_what_is_left_first_of_all(
    page: Page,
    context: BrowserContext,
    sign_in: SignIn,
    steering_member: User,
    team: Team,
    without_faults: Callable[[Page], None],
    settings: Any,
    make: Callable[[Team], Any],
) -> None:
    settings.SAMSPEL_TODAY = date(2023, 1, 15)
    budget = make(team)
    page.set_viewport_size({"width": PHONE, "height": 740})
    sign_in(context, steering_member)
    page.goto(f"/teams/{team.slug}/budgets/{budget.pk}/")
    tables = page.locator(".budget-document .report-table")
    expect(tables.first).to_be_visible()
    for cell in tables.locator("tr > :last-child").all():
        box = cell.bounding_box()  # none within what is folded
        assert box is None or box["x"] + box["width"] <= PHONE
    without_faults(page)
