"""The queue on a phone: everything that is done with somebody there is there too."""

from collections.abc import Callable
from datetime import date

import pytest
from django.urls import reverse
from playwright.sync_api import BrowserContext, Page, expect

from samspel.accounts.models import User
from samspel.organisation.models import Team
from samspel.participants.models import Episode
from tests.people import make_episode, make_participant


@pytest.fixture
def waiting(team: Team) -> Episode:
    person = make_participant(team, given_name="Anna", family_name="Bergkvist-Lindström")
    return make_episode(person, referred_on=date(2025, 1, 10), enrolled_on=None)


def test_priority_enrolment_and_taking_out_are_there_on_a_phone(
    context: BrowserContext,
    page: Page,
    sign_in: Callable[[BrowserContext, User], None],
    coach: User,
    waiting: Episode,
    without_faults: Callable[[Page], None],
) -> None:
    sign_in(context, coach)
    page.set_viewport_size({"width": 360, "height": 800})
    page.goto(reverse("queue"))
    for name in ("queue_priority", "episode_enrol", "episode_withdraw"):
        address = reverse(name, args=[waiting.pk])
        expect(page.locator(f'a[href="{address}"]:visible')).to_have_count(1)
    table = page.get_by_role("region", name="Kö")
    assert table.evaluate("region => region.scrollWidth <= region.clientWidth")
    without_faults(page)
