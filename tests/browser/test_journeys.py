"""What people come to do, from sign-in to the finished report, as a browser does it."""

from collections.abc import Callable, Iterator
from pathlib import Path

import pypdfium2
import pytest
from django.utils import timezone
from playwright.sync_api import Browser, BrowserContext, Page, expect

from samspel.accounts.models import User
from samspel.organisation.models import Team
from samspel.participants.models import Episode
from samspel.report.models import FieldText, Report
from tests.people import make_episode, make_participant

SignIn = Callable[[BrowserContext, object], None]
PASSWORD = "regn över Ängsö 7"
YEAR = timezone.localdate().year


def register(page: Page, given: str, family: str) -> None:
    """Register a woman with a referral of last year."""
    page.goto("/participants/register/")
    page.fill("[name=given_name]", given)
    page.fill("[name=family_name]", family)
    page.select_option("[name=gender]", "woman")
    page.fill("[name=birth_date]", "1990-05-05")
    page.fill("[name=referred_on]", f"{YEAR - 1}-02-01")
    page.select_option("[name=referred_by]", "region")
    page.get_by_role("button", name="Registrera").click()
    expect(page.locator("h1")).to_have_text(f"{given} {family}")


def test_from_sign_in_to_a_closed_case_in_the_report(
    page: Page, coach: User, team: Team, tmp_path: Path
) -> None:
    coach.set_password(PASSWORD)
    coach.save()
    page.goto("/participants/")
    page.fill("[name=login]", coach.email)
    page.fill("[name=password]", PASSWORD)
    page.get_by_role("button", name="Logga in", exact=True).click()
    page.wait_for_url("**/participants/")

    register(page, "Åsa", "Öberg")
    page.get_by_role("link", name="Skriv in").click()
    page.fill("[name=enrolled_on]", f"{YEAR - 1}-03-01")
    page.select_option("[name=income_source]", "social_insurance")
    page.locator("main form button[type=submit], main form button.btn-primary").last.click()
    expect(page.locator("h1")).to_have_text("Åsa Öberg")
    page.get_by_text("Mer", exact=True).click()
    page.get_by_role("link", name="Avsluta ärendet").click()
    page.fill("[name=closed_on]", f"{YEAR - 1}-12-01")
    page.select_option("[name=outcome]", "work")
    page.locator("main form button.btn-primary").last.click()
    expect(page.locator("main")).to_contain_text("Arbete")

    page.goto("/reports/new/")
    page.fill("[name=period]", str(YEAR - 1))
    page.locator("main form button.btn-primary").last.click()
    expect(page.locator("#field-1, main").first).to_contain_text("En person skrevs in")
    number = page.locator("a.figure", has_text="1").first
    number.click()
    expect(page.locator("main")).to_contain_text("Åsa Öberg")

    page.goto(f"/reports/{Report.objects.get().pk}/")
    with page.expect_download() as waiting:
        page.get_by_role("link", name="PDF").click()
    file = tmp_path / "report.pdf"
    waiting.value.save_as(file)
    text = "".join(each.get_textpage().get_text_range() for each in pypdfium2.PdfDocument(file))
    assert str(team) in text
    assert str(coach) not in text
    assert "Öberg" not in text


def test_a_search_leaves_no_name_in_the_address_and_equals_a_reload(
    page: Page, context: BrowserContext, coach: User, team: Team, sign_in: SignIn
) -> None:
    for number in range(60):
        make_episode(make_participant(team, given_name="Bo", family_name=f"Kase{number:02}"))
    make_episode(make_participant(team, given_name="Åke", family_name="Ärlig"))
    sign_in(context, coach)
    page.goto("/participants/")
    page.fill("input[type=search]", "arl")
    page.keyboard.press("Enter")
    rows = page.locator("tbody tr")
    expect(rows).to_have_count(1)
    expect(rows).to_contain_text("Åke Ärlig")
    assert "arl" not in page.url.lower()
    swapped = page.locator("main").inner_text()
    page.reload()
    assert page.locator("main").inner_text() == swapped


def test_a_refused_form_keeps_what_was_typed_and_says_what_to_do(
    page: Page, context: BrowserContext, coach: User, team: Team, sign_in: SignIn
) -> None:
    sign_in(context, coach)
    page.goto("/participants/register/")
    page.fill("[name=given_name]", "Eva")
    page.fill("[name=identity_number]", "9001020017")
    page.get_by_role("button", name="Registrera").click()
    expect(page.locator("main")).to_contain_text("tolv siffror")
    assert page.input_value("[name=given_name]") == "Eva"
    assert page.locator("[name=identity_number]").get_attribute("aria-invalid") == "true"
    assert not Episode.objects.exists()


@pytest.fixture
def second_context(browser: Browser, live_server) -> Iterator[BrowserContext]:
    made = browser.new_context(base_url=live_server.url, locale="sv-SE")
    made.set_default_timeout(10_000)
    yield made
    made.close()


def test_two_writers_lose_nothing(
    page: Page,
    context: BrowserContext,
    second_context: BrowserContext,
    coach: User,
    colleague: User,
    report_of_last_year: Report,
    sign_in: SignIn,
) -> None:
    address = f"/reports/{report_of_last_year.pk}/write/4/"
    sign_in(context, coach)
    page.goto(address)
    sign_in(second_context, colleague)
    other = second_context.new_page()
    other.goto(address)
    expect(other.locator("#writers")).to_contain_text(coach.name)

    page.locator("textarea").first.fill("Vi är tre handledare.")
    expect(page.locator("[data-state]").first).to_contain_text(coach.name)
    other.locator("textarea").first.fill("Arbetsförmedlingen saknas sedan mars.")
    expect(other.locator("main")).to_contain_text("Vi är tre handledare.")
    expect(other.locator("main")).to_contain_text("Arbetsförmedlingen saknas sedan mars.")

    text = FieldText.objects.get()
    assert text.body == "Vi är tre handledare."
    kept = set(text.versions.values_list("body", flat=True))
    assert kept >= {"Vi är tre handledare.", "Arbetsförmedlingen saknas sedan mars."}


def test_what_is_typed_while_the_server_is_away_is_saved_when_it_is_back(
    page: Page,
    context: BrowserContext,
    coach: User,
    report_of_last_year: Report,
    sign_in: SignIn,
) -> None:
    sign_in(context, coach)
    page.goto(f"/reports/{report_of_last_year.pk}/write/4/")
    # Aborted requests write to the console; they are the point here, so they are not complaints.
    page.remove_listener("console", page.console_listener)
    page.route("**/text/**", lambda route: route.abort())
    page.locator("textarea").first.fill("Skrivet i skogen.")
    expect(page.locator("[data-offline]").first).to_be_visible()
    page.unroute("**/text/**")
    page.reload()
    page.get_by_role("button", name="Visa den").first.click()
    page.locator("form[data-editor] button.btn-primary").first.click()
    expect(page.locator("[data-state]").first).to_contain_text(coach.name)
    assert FieldText.objects.get().body == "Skrivet i skogen."


def test_casework_without_scripts(
    browser: Browser, live_server, coach: User, team: Team, sign_in: SignIn
) -> None:
    context = browser.new_context(
        base_url=live_server.url, java_script_enabled=False, locale="sv-SE"
    )
    sign_in(context, coach)
    page = context.new_page()
    register(page, "Utan", "Skript")
    page.goto("/participants/")
    page.fill("input[type=search]", "Skript")
    page.get_by_role("button", name="Sök").click()
    expect(page.locator("tbody tr")).to_have_count(1)
    context.close()
