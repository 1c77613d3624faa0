"""Every page that a person can open, looked at by axe: wide and narrow, light and dark."""

from collections.abc import Callable, Iterator

import pytest
from playwright.sync_api import Browser, BrowserContext, Page
from pytest_django import DjangoDbBlocker

from tests.about_the_code.url_table import SIGNED_IN, TABLE, Row
from tests.browser.conftest import listen, new_context
from tests.emptying import shared
from tests.report.cases import fill_golden
from tests.world import make_world

NOT_PAGES = {
    "participants_csv",
    "budget_file",
    "employer_thanks",
    "placement_agreement",
    "referral_attachment",
    "report_download",
    "figures_download",
    "import_faults",
    "plan_pdf",
    "session_pdf",
    "group_month_pdf",
    "steering_agenda_pdf",
    "steering_minutes_pdf",
    "statement_download",
    "team_years_download",
}
"""Addresses that hand over a file."""

LOOKS = (("light", 1280), ("dark", 360))
"""Each colour and each width once: no rule of the styles hangs on both."""


def opener(row: Row) -> str | None:
    """A role that can open the page; the leader where possible, None when nobody signed in can."""
    order = ("leader", "administrator", "coach", "officer")
    return next((each for each in order if each in row.who and row.expected(each)[0] == 200), None)


PAGES = [
    (row, role) for row in TABLE if (role := opener(row)) in SIGNED_IN and row.name not in NOT_PAGES
]


class Looking:
    """One browser and one world for all pages: they are only looked at."""

    def __init__(self, browser: Browser, url: str) -> None:
        self.world = make_world()
        fill_golden(self.world.team, "kraften-2022-07--2023-06")
        self.context = new_context(browser, url)
        self.page = self.context.new_page()
        self.complaints = listen(self.page, url)


@pytest.fixture(scope="module")
def looking(
    django_db_setup: None, django_db_blocker: DjangoDbBlocker, browser: Browser, live_server
) -> Iterator[Looking]:
    with django_db_blocker.unblock(), shared(__name__):
        made = Looking(browser, live_server.url)
        yield made
        made.context.close()


@pytest.fixture
def page(looking: Looking, answered: None) -> Iterator[Page]:
    """The page; nothing is kept in the browser but its cache."""
    looking.complaints.clear()
    yield looking.page
    looking.page.evaluate("localStorage.clear(); sessionStorage.clear()")
    looking.context.clear_cookies()
    assert not looking.complaints, looking.complaints


@pytest.mark.parametrize(
    ("row", "role"), PAGES, ids=["-".join((row.name, *row.args)) for row, _role in PAGES]
)
def test_page_is_without_faults(
    row: Row,
    role: str,
    looking: Looking,
    page: Page,
    sign_in: Callable[[BrowserContext, object], None],
    without_faults: Callable[[Page], None],
) -> None:
    sign_in(looking.context, looking.world.users[role])
    answer = page.goto(looking.world.url(row))
    assert answer is not None
    assert answer.status == 200
    assert page.locator("h1").count() == 1
    for colours, width in LOOKS:
        page.emulate_media(color_scheme=colours)
        page.set_viewport_size({"width": width, "height": 900})
        without_faults(page)
        assert page.evaluate("document.documentElement.scrollWidth") <= width
