"""An older report in the browser: handed over, one finding resolved, taken in, and in its year."""

from collections.abc import Callable

from playwright.sync_api import BrowserContext, Page, expect

from samspel.accounts.models import User
from samspel.exchange.demo.team_life.older_report_words import SECOND_YEAR
from samspel.organisation.models import Team

SignIn = Callable[[BrowserContext, User], None]


def test_a_report_goes_from_the_file_to_the_years(
    page: Page,
    context: BrowserContext,
    sign_in: SignIn,
    coach: User,
    team: Team,
    without_faults: Callable[[Page], None],
) -> None:
    sign_in(context, coach)
    page.goto("/reports/")
    page.get_by_role("link", name="Äldre rapporter").click()
    page.get_by_role("link", name="Granska en rapport").first.click()
    file = {"name": "2019.txt", "mimeType": "text/plain", "buffer": SECOND_YEAR.format(year=2019)}
    page.get_by_label("Dokument").set_input_files({**file, "buffer": file["buffer"].encode()})
    page.get_by_role("button", name="Läs och granska").click()
    expect(page.locator(".found-list > li")).to_have_count(1)
    without_faults(page)
    page.get_by_role("link", name="Ange vilken siffra som gäller").click()
    page.get_by_label("En annan siffra", exact=True).last.fill("17")
    page.get_by_role("radio", name="En annan siffra").check()
    page.get_by_label("Anteckning").fill("Räknat om ur listan.")
    page.get_by_role("button", name="Spara").click()
    expect(page.locator(".found-resolved")).to_contain_text("17")
    page.get_by_role("button", name="Ta in rapporten").click()
    page.get_by_role("link", name="Alla år").click()
    closed = page.get_by_role("row", name="Avslutade").first
    closed.get_by_role("link", name="17").click()
    expect(page.locator("main")).to_contain_text("Räknat om ur listan.")
    expect(page.locator("mark")).to_have_text("18")
