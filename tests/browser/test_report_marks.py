"""A writer types a number that the records contradict, is told at once, and puts the figure in."""

from collections.abc import Callable

from playwright.sync_api import BrowserContext, Page, expect

from samspel.accounts.models import User
from samspel.organisation.models import Team
from samspel.report.models import FieldText, Report
from tests.people import make_episode, make_participant

SignIn = Callable[[BrowserContext, object], None]


def test_a_typed_number_is_marked_as_it_is_written_and_bound_with_one_press(
    page: Page,
    context: BrowserContext,
    sign_in: SignIn,
    without_faults: Callable[[Page], None],
    coach: User,
    team: Team,
    report_of_last_year: Report,
) -> None:
    start = report_of_last_year.start
    make_episode(make_participant(team), referred_on=start, enrolled_on=start)
    sign_in(context, coach)
    page.goto(f"/reports/{report_of_last_year.pk}/write/1/")
    text = page.get_by_role("textbox", name="Analys")
    text.fill("3 personer skrevs in under perioden.")
    state = page.locator("#state-1-analysis")
    expect(state.get_by_text("Stämmer inte med registret")).to_be_visible()
    expect(state.locator(".is-contradicting").first).to_have_text("3")
    without_faults(page)
    state.get_by_role("button", name="Sätt in siffran").click()
    expect(text).to_have_value("{newly_enrolled} personer skrevs in under perioden.")
    expect(page.locator("#state-1-analysis .figure").first).to_have_text("1")
    stored = FieldText.objects.get(report=report_of_last_year, place="1.analysis")
    assert stored.body == "{newly_enrolled} personer skrevs in under perioden."

    page.goto(f"/reports/{report_of_last_year.pk}/check/")
    expect(page.get_by_text("Inget tal som är skrivet för hand")).to_be_visible()
    without_faults(page)
