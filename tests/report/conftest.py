"""A report of the team, and a year of cases to report on."""

from collections.abc import Callable
from datetime import date

import pytest
from django.test import Client

from samspel.accounts.actor import SYSTEM
from samspel.accounts.models import User
from samspel.figures.period import parse_period
from samspel.organisation.models import Team
from samspel.participants.models import Episode
from samspel.report.creation import begin_report
from samspel.report.models import Report
from tests import people

Signed = Callable[[User | None], Client]


@pytest.fixture
def year(team: Team) -> list[Episode]:
    """Eight enrolled in 2024, six of them women; five closed to work."""
    made = []
    for number in range(8):
        person = people.make_participant(
            team, gender="woman" if number < 6 else "man", family_name=f"Nummer{number}"
        )
        is_closed = number < 5
        made.append(
            people.make_episode(
                person,
                referred_on=date(2024, 1, 10),
                enrolled_on=date(2024, 2, 1),
                closed_on=date(2024, 9, 1) if is_closed else None,
                outcome="work" if is_closed else "",
                referred_by="region",
                income_source="social_insurance",
            )
        )
    return made


@pytest.fixture
def report(team: Team, year: list[Episode]) -> Report:
    return begin_report(team=team, period=parse_period("2024"), language="sv", by=SYSTEM).report
