"""Every page that a person can open, looked at by axe: wide and narrow, light and dark."""

from collections.abc import Callable
from typing import Any

import pytest
from django.urls import reverse
from playwright.sync_api import BrowserContext, Page

from samspel.accounts.models import User
from samspel.organisation.models import Team
from tests.about_the_code.url_table import SIGNED_IN, TABLE, Row
from tests.report.cases import fill_golden

NOT_PAGES = {
    "participants_csv",
    "referral_attachment",
    "report_download",
    "figures_download",
    "import_faults",
    "plan_pdf",
    "statement_download",
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


@pytest.mark.parametrize(
    ("row", "role"), PAGES, ids=["-".join((row.name, *row.args)) for row, _role in PAGES]
)
def test_page_is_without_faults(
    row: Row,
    role: str,
    page: Page,
    context: BrowserContext,
    users: dict[str, User],
    things: dict[str, Any],
    team: Team,
    sign_in: Callable[[BrowserContext, object], None],
    without_faults: Callable[[Page], None],
) -> None:
    fill_golden(team, "kraften-2022-07--2023-06")
    sign_in(context, users[role])
    url = reverse(row.name, kwargs={name: things[thing] for name, thing in row.args.items()})
    answer = page.goto(url)
    assert answer is not None
    assert answer.status == 200
    assert page.locator("h1").count() == 1
    for colours, width in LOOKS:
        page.emulate_media(color_scheme=colours)
        page.set_viewport_size({"width": width, "height": 900})
        without_faults(page)
        assert page.evaluate("document.documentElement.scrollWidth") <= width
