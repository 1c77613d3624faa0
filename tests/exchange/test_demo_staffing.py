"""The demo's staff: sound on whatever day it is filled, and rich enough to tell of."""

from datetime import date

import pytest

from samspel.accounts.actor import SYSTEM
from samspel.exchange.demo.places import TEAMS
from samspel.exchange.demo.staff import Staff, make_association, make_team
from samspel.exchange.demo.team_life.staffing import fill_staffing
from samspel.figures.staff_rows import there_on, vacant_on
from samspel.organisation.models import Team
from samspel.personnel.staffing.models import Leave, Position
from samspel.personnel.staffing.rows import rows_of, staff_rows
from samspel.personnel.staffing.rules import remarks, require_days_for_what_is_there
from samspel.personnel.staffing.told import without_on

DAYS = (date(2026, 1, 1), date(2026, 3, 14), date(2028, 2, 29), date(2026, 12, 31))


@pytest.fixture(params=DAYS, ids=str)
def today(request: pytest.FixtureRequest) -> date:
    day: date = request.param
    return day


@pytest.fixture
def teams(db: None, today: date) -> list[Team]:
    """The demo's teams at work, with their staff."""
    staff = Staff()
    association = make_association(staff)
    made = [make_team(plan, association, year=today.year, staff=staff) for plan in TEAMS]
    at_work = [each for each in made if each.closed_on is None]
    for team in at_work:
        fill_staffing(team, by=SYSTEM, today=today)
    return at_work


def test_everybody_has_days_and_shares_that_fit(teams: list[Team]) -> None:
    for position in Position.objects.all():
        assert position.shares.order_by("first_on")[0].first_on == position.first_on
        require_days_for_what_is_there(position)
    assert all(each.position.covers(each.first_on) for each in Leave.objects.all())


def test_nothing_looks_wrong(teams: list[Team]) -> None:
    for team in teams:
        rows = staff_rows(team)
        assert [remark for row in rows for remark in remarks(row, rows)] == []


def test_an_agency_is_missing_and_its_position_stands_vacant(
    teams: list[Team], today: date
) -> None:
    for team in teams:
        rows = rows_of(list(team.positions.with_days().order_by("first_on", "pk")))
        (missing,) = without_on(team, rows, today)
        (vacancy,) = vacant_on(rows, today)
        assert missing.since == vacancy.first_on
        assert len(there_on(rows, today)) >= 4


def test_it_is_the_same_each_time(teams: list[Team], today: date) -> None:
    team = teams[0]
    first = list(team.positions.order_by("pk").values_list("name", "first_on", "last_on"))
    Position.objects.filter(team=team, stands_in_for__isnull=False).delete()
    Position.objects.filter(team=team).delete()
    fill_staffing(team, by=SYSTEM, today=today)
    again = list(team.positions.order_by("pk").values_list("name", "first_on", "last_on"))
    assert again == first
