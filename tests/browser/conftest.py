"""A real browser on a real server: one browser for the run, a fresh context for each test.

A test fails when a page writes an error to the console or asks for anything from elsewhere.
"""

import os
import threading
from collections.abc import Callable, Iterator

import pytest
from axe_playwright_python.base import AXE_SCRIPT, AxeResults
from django.core.signals import request_finished, request_started
from django.utils import timezone
from playwright.sync_api import (
    Browser,
    BrowserContext,
    ConsoleMessage,
    Page,
    Playwright,
    sync_playwright,
)

from samspel.accounts.actor import SYSTEM
from samspel.accounts.models import User
from samspel.figures.period import parse_period
from samspel.organisation.models import Team
from samspel.report.creation import begin_report
from samspel.report.models import Report
from tests.browser_found import WHAT_TO_DO, browser_path
from tests.people import client_of

ARGUMENTS = [
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
]
RUN_AXE = "axe.run({resultTypes: ['violations']}).then(({violations}) => ({violations}))"
"""All rules; only what breaks one is handed over."""


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Everything in this folder drives a browser."""
    for item in items:
        if "/tests/browser/" in str(item.path):
            item.add_marker(pytest.mark.browser)


@pytest.fixture(scope="session")
def playwright() -> Iterator[Playwright]:
    # Playwright's own event loop runs in this thread; Django's check would take it for ours.
    os.environ["DJANGO_ALLOW_ASYNC_UNSAFE"] = "true"
    with sync_playwright() as started:
        yield started


@pytest.fixture(scope="session")
def browser(playwright: Playwright) -> Iterator[Browser]:
    path = browser_path()
    if path is None:
        pytest.fail(WHAT_TO_DO)
    launched = playwright.chromium.launch(executable_path=path, args=ARGUMENTS)
    yield launched
    launched.close()


class Requests:
    """How many requests are being answered; a closed browser leaves its last one behind."""

    def __init__(self) -> None:
        self.under_way = 0
        self.changed = threading.Condition()

    def begun(self, **_signal: object) -> None:
        with self.changed:
            self.under_way += 1

    def ended(self, **_signal: object) -> None:
        with self.changed:
            self.under_way -= 1
            self.changed.notify_all()

    def wait_for_the_last(self) -> None:
        with self.changed:
            assert self.changed.wait_for(lambda: self.under_way <= 0, timeout=20)


@pytest.fixture(autouse=True)
def answered(live_server) -> Iterator[None]:
    """Let the server end what it was asked before the tables are emptied.

    Emptying locks every table, the last request of a browser holds some: PostgreSQL calls that
    a deadlock and fails one of the two.
    """
    requests = Requests()
    request_started.connect(requests.begun)
    request_finished.connect(requests.ended)
    yield
    requests.wait_for_the_last()
    request_started.disconnect(requests.begun)
    request_finished.disconnect(requests.ended)


@pytest.fixture
def context(answered: None, browser: Browser, live_server) -> Iterator[BrowserContext]:
    made = new_context(browser, live_server.url)
    yield made
    made.close()


def new_context(browser: Browser, url: str) -> BrowserContext:
    """A browser as it is when it is opened for the first time, in Swedish."""
    made = browser.new_context(
        base_url=url,
        locale="sv-SE",
        viewport={"width": 1280, "height": 900},
        # Nothing fades while it is looked at; that the styles heed this is itself looked at.
        reduced_motion="reduce",
    )
    made.set_default_timeout(10_000)
    return made


@pytest.fixture
def page(context: BrowserContext, live_server) -> Iterator[Page]:
    """A page whose console errors and foreign requests fail the test at its end."""
    opened = context.new_page()
    complaints = listen(opened, live_server.url)
    yield opened
    assert not complaints, complaints


def listen(page: Page, url: str) -> list[str]:
    """What the page will complain of: errors, and requests to elsewhere than ``url``."""
    complaints: list[str] = []

    def hear(message: ConsoleMessage) -> None:
        if message.type == "error":
            complaints.append(message.text)

    page.on("console", hear)
    page.console_listener = hear  # type: ignore[attr-defined]  # for tests that expect errors
    page.on("pageerror", lambda error: complaints.append(str(error)))
    page.on(
        "request",
        lambda request: (
            None
            if request.url.startswith((url, "data:", "blob:"))
            else complaints.append(f"foreign request: {request.url}")
        ),
    )
    return complaints


@pytest.fixture
def without_faults() -> Callable[[Page], None]:
    """Checks a page with axe and fails with what it found."""

    def check(page: Page) -> None:
        if not page.evaluate("'axe' in window"):
            page.evaluate(AXE_SCRIPT)
        found = AxeResults(page.evaluate(RUN_AXE))
        assert found.violations_count == 0, found.generate_report()

    return check


@pytest.fixture
def sign_in(live_server) -> Callable[[BrowserContext, User], None]:
    """Signs a user in by handing the browser a session, as the sign-in page would."""

    def hand_over(context: BrowserContext, user: User) -> None:
        session = client_of(user).cookies["sessionid"].value
        context.add_cookies([{"name": "sessionid", "value": session, "url": live_server.url}])

    return hand_over


@pytest.fixture
def report_of_last_year(team: Team) -> Report:
    """A report that nobody has written in."""
    last_year = timezone.localdate().year - 1
    period = parse_period(str(last_year))
    return begin_report(team=team, period=period, language="sv", by=SYSTEM).report


@pytest.fixture
def referrer(answered: None, browser: Browser, live_server) -> Iterator[Page]:
    """Somebody at another agency, with a browser of their own and no account."""
    made = browser.new_context(base_url=live_server.url, locale="sv-SE", reduced_motion="reduce")
    made.set_default_timeout(10_000)
    yield made.new_page()
    made.close()
