"""Closing in a browser: what does not fit the outcome is quiet, and the statement saves itself."""

from collections.abc import Callable

import pytest
from playwright.sync_api import BrowserContext, Page, expect

from samspel.accounts.models import User
from samspel.organisation.models import Team
from samspel.participants.closings.models import Statement
from samspel.participants.models import Episode
from tests.people import make_episode, make_participant

SignIn = Callable[[BrowserContext, User], None]


@pytest.fixture
def active(team: Team) -> Episode:
    """Somebody whose trial period is over."""
    return make_episode(make_participant(team), referred_by="region")


def test_only_what_fits_the_outcome_is_asked(
    active: Episode, page: Page, context: BrowserContext, coach: User, sign_in: SignIn
) -> None:
    sign_in(context, coach)
    page.goto(f"/participants/cases/{active.pk}/close/")
    work, studies = page.locator("[name=employer]"), page.locator("[name=studies]")
    expect(work).to_be_hidden()
    expect(studies).to_be_hidden()
    page.select_option("[name=outcome]", "work")
    expect(work).to_be_visible()
    page.fill("[name=employer]", "Ek AB")
    page.select_option("[name=outcome]", "studies")
    expect(work).to_be_hidden()
    expect(studies).to_be_visible()
    page.locator("main form button.btn-primary").last.click()
    # What was typed before is not lost in silence: it comes back into sight with its sentence.
    expect(work).to_be_visible()
    expect(work).to_have_value("Ek AB")
    expect(page.locator("main")).to_contain_text("bara när avslutsorsaken är arbete")


def test_the_statement_saves_itself_and_can_be_signed_at_once(
    active: Episode, page: Page, context: BrowserContext, coach: User, sign_in: SignIn
) -> None:
    sign_in(context, coach)
    page.goto(f"/participants/cases/{active.pk}/statement/")
    page.fill("[name=work_ability]", "Stod två timmar i kassan.")
    expect(page.locator("#statement-state")).to_contain_text("Sparat")
    assert Statement.objects.get().texts == {"work_ability": "Stod två timmar i kassan."}
    page.fill("[name=work_ability]", "Stod tre timmar i kassan.")
    page.get_by_role("button", name="Signera och lås").click()
    expect(page.locator("main")).to_contain_text("Stod tre timmar i kassan.")
    assert Statement.objects.get().signed_by == coach
