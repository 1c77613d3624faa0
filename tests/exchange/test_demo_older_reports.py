"""The demo's older reports are in the history of its first team, one with an open finding."""

from datetime import date

import pytest

from samspel.accounts.models import User
from samspel.exchange.demo.team_life.older_reports import fill_older_reports
from samspel.organisation.models import Team
from samspel.report.published.models import OlderReport, PublishedFigure, PublishedReport

pytestmark = pytest.mark.django_db
TODAY = date(2026, 3, 14)


@pytest.fixture
def kompassen(team: Team) -> Team:
    team.name, team.started_on = "Kompassen Lindåkra", date(2022, 1, 1)
    team.save()
    return team


def test_two_years_before_the_first_case_are_told(kompassen: Team, leader: User) -> None:
    fill_older_reports(kompassen, leader=leader, today=TODAY)
    periods = [str(each.period) for each in PublishedReport.objects.all()]
    assert periods == ["2020-01-01..2020-12-31", "2021-01-01..2021-12-31"]
    told = PublishedFigure.objects.filter(address="throughput_months").order_by("start")
    assert [each.printed for each in told] == ["8,4", "13,2"]
    ended = PublishedFigure.objects.filter(address="enrolled_at_end").latest("end")
    assert ended.value == 0, "the records begin with nobody"


def test_one_of_them_contradicts_itself_and_waits(kompassen: Team, leader: User) -> None:
    fill_older_reports(kompassen, leader=leader, today=TODAY)
    first, second = OlderReport.objects.order_by("start")
    assert first.findings.count() == 0
    (finding,) = second.findings.all()
    assert finding.is_open
    assert (finding.printed, finding.address) == ("18", "closed")
    assert PublishedFigure.objects.filter(resolution="open").count() == 1


def test_other_teams_have_none(team: Team, leader: User) -> None:
    fill_older_reports(team, leader=leader, today=TODAY)
    assert not OlderReport.objects.exists()
