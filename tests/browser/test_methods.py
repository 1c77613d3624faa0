"""Team meetings on a phone: laid out, told of by a tap, and a list of cases for an agency."""

from collections.abc import Callable
from datetime import date, timedelta
from typing import Any

from playwright.sync_api import BrowserContext, Page, expect

from samspel.accounts.models import User
from samspel.organisation.models import Team
from samspel.participants.case_lists.models import Disclosure
from samspel.participants.consents.models import Consent
from samspel.personnel.methods.models import MeetingAgency
from tests.people import make_episode, make_participant
from tests.personnel.methods.made import make_kind, make_meeting, make_session

SignIn = Callable[[BrowserContext, User], None]
TODAY = date(2025, 6, 12)
THUMB = 44
"""Pixels that a thumb hits."""


def test_meetings_are_laid_out_told_of_and_a_list_is_given(
    page: Page,
    context: BrowserContext,
    sign_in: SignIn,
    leader: User,
    team: Team,
    without_faults: Callable[[Page], None],
    settings: Any,
) -> None:
    settings.SAMSPEL_TODAY = TODAY
    last_week = TODAY - timedelta(days=7)
    agreed(team)
    page.set_viewport_size({"width": 360, "height": 740})
    sign_in(context, leader)
    page.goto(f"/teams/{team.slug}/methods/series/new/")
    page.get_by_label("Slags möte").fill("Ärendemöte")
    page.get_by_label("Hur ofta").select_option(label="varje vecka")
    page.get_by_label("Veckodag").select_option(value=str(last_week.weekday()))
    page.get_by_label("Från").fill("23:00")
    page.get_by_label("Till").fill("23:30")
    page.get_by_label("Första dag").fill(last_week.isoformat())
    page.get_by_label("FK").check()
    page.get_by_role("button", name="Spara").click()
    page.get_by_role("link", name=f"{last_week.isoformat()} Ärendemöte").click()
    came = page.locator(f"#came-{team.agencies.get(short_name='FK').pk}")
    box = came.bounding_box()
    assert box is not None
    assert box["height"] >= THUMB
    came.click()
    expect(came).to_have_attribute("aria-pressed", "true")
    assert MeetingAgency.objects.filter(came=True).count() == 1
    without_faults(page)
    page.get_by_role("link", name="Ärendelistan").click()
    page.locator("[name=episode]").select_option(index=1)
    page.get_by_role("button", name="Sätt på listan").click()
    expect(page.get_by_text("Får se det: FK")).to_be_visible()
    page.get_by_role("link", name="Försäkringskassan").click()
    without_faults(page)
    with page.expect_download():
        page.get_by_role("button", name="Lämna listan").click()
    assert Disclosure.objects.count() == 1


def test_the_lists_need_no_scrolling_aside_on_a_phone(
    page: Page,
    context: BrowserContext,
    sign_in: SignIn,
    leader: User,
    team: Team,
    settings: Any,
) -> None:
    settings.SAMSPEL_TODAY = TODAY
    title, last_on = "Motiverande samtal, fördjupning", date(2025, 3, 9)
    make_session(team, kind="training", title=title, last_on=last_on, days=2, cost=12_345_678_50)
    make_meeting(team, kind=make_kind(team, "Samverkansmöte med alla"))
    page.set_viewport_size({"width": 360, "height": 740})
    sign_in(context, leader)
    for part in ("sessions", "meetings"):
        page.goto(f"/teams/{team.slug}/methods/{part}/")
        wide = page.locator("main .table-responsive, main td, main th").evaluate_all(
            "all => all.filter(each => each.scrollWidth > each.clientWidth).length"
        )
        assert (part, wide) == (part, 0)
    expect(page.get_by_text("vilka kom?")).to_be_visible()


def agreed(team: Team) -> None:
    """A case with a consent to one agency that has long held."""
    episode = make_episode(make_participant(team))
    Consent.objects.create(
        episode=episode,
        agency=team.agencies.get(short_name="FK"),
        kinds=["plan"],
        first_on=date(2025, 2, 1),
        last_on=date(2099, 1, 1),
        given="oral",
        recorded_at=episode.recorded_at,
    )
