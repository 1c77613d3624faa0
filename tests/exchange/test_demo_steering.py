"""The demo's steering groups obey the rules that the pages keep to, on any day of the year."""

from datetime import date

import pytest

from samspel.accounts.models import User
from samspel.exchange.demo.team_life.steering import fill_steering
from samspel.figures.period import Period
from samspel.figures.resources import resources_alone
from samspel.organisation.models import Agency, Team
from samspel.organisation.steering.models import (
    Decision,
    Minutes,
    Seat,
    SeatHolder,
    SentPoint,
    SteeringAttendance,
    SteeringMeeting,
)
from samspel.organisation.steering.seat_rules import (
    require_free,
    require_one_chair,
    require_within_seat,
)
from samspel.records.constraints import check
from samspel.report.resources import ResourceFrames

MODELS = (Seat, SeatHolder, SteeringMeeting, SteeringAttendance, Minutes, Decision, SentPoint)


@pytest.mark.usefixtures("coach", "steering_member")
@pytest.mark.parametrize("today", [date(2026, 1, 2), date(2026, 3, 31), date(2028, 2, 29)])
def test_what_is_written_is_sound_and_shows_everything(
    team: Team, leader: User, today: date
) -> None:
    region = Agency.objects.create(
        association=team.association, name="Region Ängsö", short_name="Regionen"
    )
    team.agencies.add(region)
    fill_steering(team, leader=leader, today=today)
    for model in MODELS:
        rows = list(model._default_manager.all())
        assert rows, model
        for row in rows:
            check(row)
    for holder in SeatHolder.objects.select_related("seat"):
        require_within_seat(holder)
        require_free(holder)
        require_one_chair(holder)
    assert SteeringMeeting.objects.filter(team=team).ahead(today).count() == 1
    figures = resources_alone(ResourceFrames(team), Period(date(today.year - 1, 1, 1), today))
    addresses = ("steering_seats_vacant", "steering_meetings_held", "steering_decisions_overdue")
    assert all(figures.value(address).exact for address in addresses)
    for decision in Decision.objects.exclude(due_on=None).select_related("meeting"):
        assert decision.due_on
        assert decision.meeting.on <= decision.due_on
