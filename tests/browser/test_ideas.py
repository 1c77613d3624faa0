"""The wall page on a phone without scripts: signed up in one form, and taken back by the code."""

from collections.abc import Callable

from django.urls import reverse
from playwright.sync_api import Browser, BrowserContext, Page, expect

from samspel.accounts.models import User
from samspel.organisation.models import Team
from samspel.pages.today import now
from samspel.participants.ideas.models import SignUp
from samspel.participants.referrals import spam_guard
from tests.participants.ideas.made import (
    make_day,
    make_idea,
    make_raised,
    make_sign_up,
    make_wall,
)


def test_a_phone_without_scripts_signs_up_and_takes_it_back(
    browser: Browser, live_server, team: Team, monkeypatch
) -> None:
    monkeypatch.setattr(spam_guard, "SHORTEST", spam_guard.SHORTEST * 0)
    make_idea(team)
    phone = browser.new_context(
        base_url=live_server.url,
        locale="sv-SE",
        viewport={"width": 360, "height": 800},
        java_script_enabled=False,
    )
    page = phone.new_page()
    page.goto(reverse("wall", args=[make_wall(team, now())]))
    page.get_by_role("link", name="Anmäl dig").click()
    page.get_by_label("Vad ska vi kalla dig?").fill("Kajsa")
    page.get_by_role("button", name="Anmäl dig").click()
    code = page.locator(".wall-code").inner_text()
    page.get_by_role("link", name="Tillbaka till väggsidan").click()
    expect(page.get_by_text("Anmälda: 1.")).to_be_visible()
    expect(page.get_by_text("Kajsa")).to_have_count(0)
    page.get_by_role("link", name="Ta tillbaka en anmälan").click()
    page.get_by_label("Din kod").fill(code.upper())
    page.get_by_role("button", name="Ta tillbaka det").click()
    expect(page.get_by_role("heading", name="Tack")).to_be_visible()
    assert {each["name"] for each in phone.cookies()} <= {"csrftoken"}
    phone.close()
    assert SignUp.objects.get().name == ""


def test_the_lists_fit_a_phone(
    context: BrowserContext,
    page: Page,
    sign_in: Callable[[BrowserContext, User], None],
    coach: User,
    team: Team,
) -> None:
    idea, day = make_idea(team), make_day(team)
    make_sign_up(idea, name="Karl-Alexander-Bernhard", contact="karl.alexander@example.org")
    make_raised(day, text="En grupp som lagar mat tillsammans", came_of="done")
    sign_in(context, coach)
    page.set_viewport_size({"width": 360, "height": 800})
    for address in (reverse("idea", args=[idea.pk]), reverse("planning_day", args=[day.pk])):
        page.goto(address)
        wide = page.evaluate("document.documentElement.scrollWidth")
        assert wide <= 360
