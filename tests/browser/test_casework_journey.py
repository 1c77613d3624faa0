"""The whole way of a participant through a team, as a browser goes it, in both languages.

Visit, referral by link, acceptance, queue, start group with consents, decision on the trial
period, plan, follow-up booked by the referrer, closing statement; once with the mouse, once by
the keyboard alone. The day is moved by the one setting that says what day it is.
"""

import re
from collections.abc import Callable
from datetime import date
from pathlib import Path
from typing import Any

import pypdfium2
import pytest
from playwright.sync_api import BrowserContext, Locator, Page, expect

from samspel.accounts.models import User
from samspel.accounts.roles import Role
from samspel.mail.models import Message
from samspel.organisation.models import Membership, Team
from samspel.participants.links.link import Purpose
from samspel.participants.links.models import Link
from samspel.participants.models import Episode
from samspel.participants.stage import Stage
from tests.browser.hands import Keyboard, Mouse
from tests.people import make_episode, make_participant

SignIn = Callable[[BrowserContext, User], None]
VISIT, REFERRED, ENROLLED = date(2026, 3, 5), date(2026, 3, 9), date(2026, 3, 16)
DECIDED, MET, CLOSED = date(2026, 5, 12), date(2026, 6, 17), date(2026, 10, 2)
WORDS = {
    "sv": {
        "came": "Personen kom",
        "send": "Skicka till teamet",
        "group": "Skriv in gruppen",
        "closed": "avslutad",
    },
    "en": {
        "came": "They came",
        "send": "Send to the team",
        "group": "Enrol the group",
        "closed": "closed",
    },
}


@pytest.fixture
def team_at_work(team: Team, coach: User) -> Team:
    """A team that has another person in its queue, and a coach who leads it as well."""
    Membership.objects.create(user=coach, role=Role.TEAM_LEADER, team=team)
    waiting = make_participant(team, given_name="Bo", family_name="Väntar")
    make_episode(
        waiting, referred_on=date(2026, 2, 2), referred_by="region", enrolled_on=None,
        case_number="K-1",
    )  # fmt: skip
    return team


class Journey:
    """What the steps share: the coach's page, the referrer's, the language and the day."""

    def __init__(
        self, page: Page, referrer: Page, settings: Any, without_faults: Callable[[Page], None]
    ) -> None:
        self.page, self.referrer, self.settings = page, referrer, settings
        self.look = without_faults
        self.words = WORDS["sv"]
        self.hands = Mouse()

    def on(self, day: date) -> None:
        """From here on it is this day."""
        self.settings.SAMSPEL_TODAY = day

    def go(self, target: Locator) -> None:
        """Press what leads to another page, and be there."""
        with target.page.expect_navigation():
            self.hands.press(target)

    def press(self, page: Page, word: str) -> None:
        self.go(page.get_by_role("button", name=self.words[word], exact=True).last)

    def save(self, page: Page) -> None:
        """Send the form that the page is about."""
        self.go(page.locator("main form .btn-primary").last)

    def fill(self, page: Page, name: str, text: str) -> None:
        """Write in the field of that name."""
        self.hands.fill(page.locator(f"[name={name}]"), text)

    def episode(self) -> Episode:
        return Episode.objects.get(participant__family_name="Öberg")


@pytest.mark.parametrize(
    ("language", "hands"), [("sv", Mouse()), ("en", Keyboard())], ids=["sv", "en"]
)
def test_from_the_first_visit_to_the_closing_statement(
    page: Page,
    context: BrowserContext,
    referrer: Page,
    coach: User,
    team_at_work: Team,
    sign_in: SignIn,
    settings: Any,
    without_faults: Callable[[Page], None],
    language: str,
    hands: Mouse,
    tmp_path: Path,
    live_server: Any,
) -> None:
    settings.SAMSPEL_DEMO = False
    journey = Journey(page, referrer, settings, without_faults)
    journey.words, journey.hands = WORDS[language], hands
    sign_in(context, coach)
    for each in (context, referrer.context):
        each.add_cookies([{"name": "language", "value": language, "url": live_server.url}])

    visit_the_team(journey)
    refer_by_link(journey)
    accept(journey)
    enrol_as_a_group(journey)
    give_a_consent(journey)
    decide_on_the_trial(journey)
    make_a_plan(journey)
    book_and_hold_a_follow_up(journey)
    close_and_state(journey, tmp_path)


def visit_the_team(journey: Journey) -> None:
    """Booked two days ahead by staff; who comes is registered by name."""
    page = journey.page
    journey.on(date(2026, 3, 3))
    page.goto("/visits/book/")
    page.locator("select[name=time]").select_option("another")
    journey.fill(page, "on", VISIT.isoformat())
    journey.fill(page, "at", "10:00")
    journey.fill(page, "given_name", "Åsa")
    journey.fill(page, "family_name", "Öberg")
    page.select_option("[name=referred_by]", "region")
    journey.save(page)
    journey.look(page)

    journey.on(VISIT)
    page.goto("/visits/")
    journey.go(page.get_by_role("link", name=re.compile("10:00")).first)
    journey.go(page.get_by_role("link", name=journey.words["came"]))
    journey.fill(page, "birth_date", "1990-05-05")
    page.select_option("[name=gender]", "woman")
    journey.save(page)
    assert journey.episode().stage(VISIT) == Stage.STUDY_VISIT


def refer_by_link(journey: Journey) -> None:
    """The caseworker gets a link by mail and fills in the form without an account."""
    page, referrer = journey.page, journey.referrer
    journey.on(REFERRED)
    page.goto("/referrals/new/")
    journey.fill(page, "email", "handlaggare@region.example")
    journey.save(page)
    message = Message.objects.get(to="handlaggare@region.example", sent_at=None)
    assert "Öberg" not in str(message.parameters)
    referrer.goto(message.link)
    journey.look(referrer)
    journey.fill(referrer, "given_name", "Åsa")
    journey.fill(referrer, "family_name", "Öberg")
    referrer.select_option("[name=referred_by]", "region")
    journey.fill(referrer, "caseworker_name", "Hanna Handläggare")
    journey.fill(referrer, "caseworker_email", "handlaggare@region.example")
    journey.press(referrer, "send")
    expect(referrer.locator("h1")).not_to_have_text("Öberg")
    journey.look(referrer)
    first = referrer.url
    referrer.goto(first)
    expect(referrer.locator("[name=given_name]")).to_have_count(0)


def accept(journey: Journey) -> None:
    """The inbox knows that it may be the person who visited; she gets her referral."""
    page = journey.page
    page.goto("/referrals/")
    journey.go(page.get_by_role("link", name="Åsa Öberg"))
    journey.look(page)
    journey.go(page.locator("a.btn-primary").first)
    journey.hands.check(page.locator("[name=person]").first)
    journey.save(page)
    episode = journey.episode()
    assert (episode.referred_on, episode.study_visit_on) == (REFERRED, VISIT)
    assert episode.stage(REFERRED) == Stage.QUEUE


def enrol_as_a_group(journey: Journey) -> None:
    """Two from the queue begin on the same day, with one coach."""
    page = journey.page
    journey.on(ENROLLED)
    page.goto("/queue/")
    journey.look(page)
    for box in page.locator("tbody input[type=checkbox]").all():
        journey.hands.check(box)
    journey.go(page.locator("main form button.btn-primary").last)
    journey.fill(page, "enrolled_on", ENROLLED.isoformat())
    journey.fill(page, "start_group", "Våren")
    page.select_option("[name=coach]", label="Kim Handledare")
    journey.press(page, "group")
    assert Episode.objects.filter(enrolled_on=ENROLLED, coach__name="Kim Handledare").count() == 2


def give_a_consent(journey: Journey) -> None:
    """What the start group left for each: the checklist, with a consent."""
    page, episode = journey.page, journey.episode()
    page.goto(f"/participants/cases/{episode.pk}/consents/new/")
    page.locator("[name=agency]").first.select_option(index=1)
    journey.hands.check(page.locator("[name=kinds]").first)
    journey.save(page)
    page.goto(f"/participants/cases/{episode.pk}/consents/")
    expect(page.locator("main")).to_contain_text("2027")
    journey.look(page)


def decide_on_the_trial(journey: Journey) -> None:
    """It stands in the day's list; the person goes on."""
    page, episode = journey.page, journey.episode()
    journey.on(DECIDED)
    page.goto("/")
    journey.go(page.locator(f"main a[href*='{episode.pk}/trial']").first)
    journey.hands.check(page.locator("[name=decision][value=continue]"))
    journey.save(page)
    assert journey.episode().stage(DECIDED) == Stage.ACTIVE


def make_a_plan(journey: Journey) -> None:
    """A goal with a step, and a note that is signed."""
    page, episode = journey.page, journey.episode()
    page.goto(f"/participants/cases/{episode.pk}/plan/goals/new/")
    journey.fill(page, "title", "Arbeta med djur")
    journey.save(page)
    journey.go(page.locator("a[href*='steps/new']").first)
    journey.fill(page, "what", "Ringa stallet")
    journey.save(page)
    expect(page.locator("main")).to_contain_text("Ringa stallet")
    page.goto(f"/participants/cases/{episode.pk}/notes/new/")
    journey.fill(page, "text", "Berättade om hästarna.")
    journey.go(page.locator("button[formaction*=sign], button[value=sign]").first)
    page.goto(f"/participants/{episode.participant_id}/")
    expect(page.locator("main")).to_contain_text("Berättade om hästarna.")
    journey.look(page)


def book_and_hold_a_follow_up(journey: Journey) -> None:
    """Three months after the enrolment: the referrer books it by the link, the coach holds it."""
    page, referrer, episode = journey.page, journey.referrer, journey.episode()
    journey.on(date(2026, 6, 8))
    address = f"/participants/cases/{episode.pk}/follow-ups/2026-06-16/"
    page.goto(address)
    journey.look(page)
    journey.go(page.locator("form[action$='/link/'] button").first)
    sent = Link.objects.filter(purpose=Purpose.FOLLOW_UP, subject_id=episode.pk)
    assert sent.exists()
    referrer.goto(Message.objects.get(link__contains="/book-follow-up/").link)
    expect(referrer.locator("body")).not_to_contain_text("Öberg")
    journey.look(referrer)
    journey.fill(referrer, "day", MET.isoformat())
    journey.fill(referrer, "time", "13:00")
    referrer.locator("[name=how]").first.select_option("visit")
    journey.save(referrer)

    journey.on(MET)
    page.goto(f"{address}hold/")
    journey.hands.check(page.locator("[name=parties]").first)
    journey.fill(page, "outcome", "Fortsätter som planerat.")
    journey.save(page)
    assert episode.follow_ups.get().held_on == MET


def close_and_state(journey: Journey, tmp_path: Path) -> None:
    """Closed to work; the statement is drafted from all this, signed and taken along."""
    page, episode = journey.page, journey.episode()
    journey.on(CLOSED)
    page.goto(f"/participants/cases/{episode.pk}/close/")
    page.select_option("[name=outcome]", "work")
    journey.fill(page, "employer", "Stallet AB")
    page.select_option("[name=occupation_after]", "work")
    journey.save(page)
    expect(page.locator("main")).to_contain_text(journey.words["closed"], ignore_case=True)
    page.goto(f"/participants/cases/{episode.pk}/statement/")
    journey.look(page)
    expect(page.locator("[name=process]")).to_contain_text(MET.isoformat())
    journey.fill(page, "work_ability", "Klarade tre timmar om dagen.")
    journey.go(page.locator("button[formaction*=sign]"))
    with page.expect_download() as waiting:
        journey.hands.press(page.get_by_role("link", name="PDF"))
    file = tmp_path / "statement.pdf"
    waiting.value.save_as(file)
    text = "".join(each.get_textpage().get_text_range() for each in pypdfium2.PdfDocument(file))
    assert "Klarade tre timmar om dagen." in text
    assert "Öberg" in text
