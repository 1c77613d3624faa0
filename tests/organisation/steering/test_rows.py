"""The road from the steering group's records to their figures, and back to what stands behind."""

from collections.abc import Callable
from contextlib import AbstractContextManager
from datetime import date

from samspel.accounts.models import User
from samspel.figures.period import parse_period
from samspel.figures.resources import resources_alone
from samspel.figures.steering import Days, SeatRow
from samspel.organisation.models import Team
from samspel.organisation.steering.keys import agency_key, body_titles
from samspel.organisation.steering.models import Decision
from samspel.organisation.steering.rows import seat_rows
from samspel.organisation.steering.told import told_steering
from samspel.report.own_titles import OwnTitles
from samspel.report.resources import ResourceFrames, records_behind
from tests.organisation.steering.made import HELD_ON, START, make_held, make_holder, make_seat

FIGURES = (
    "steering_seats",
    "steering_seats_vacant",
    "steering_meetings_held",
    "steering_attendance",
    "steering_decisions_open",
)


def test_figures_come_from_the_records_and_open_what_stands_behind(
    team: Team, leader: User
) -> None:
    seat = make_seat(team)
    meeting = make_held(team, seat, make_holder(seat))
    Decision.objects.create(team=team, meeting=meeting, text="Skriv en plan.")
    vacant = make_seat(team, "Kommunen", kind="substitute")
    figures = resources_alone(ResourceFrames(team), parse_period("2025"))
    assert [figures.value(each).exact for each in FIGURES] == [2, 1, 1, 1, 1]
    behind = [
        records_behind(team, figures.behind(each), user=leader)[0].url for each in FIGURES[1:]
    ]
    base = f"/teams/{team.slug}/steering/"
    page = f"{base}meetings/{meeting.pk}/"
    assert behind == [f"{base}seats/{vacant.pk}/", page, page, page]


def test_a_seat_is_one_row_with_the_days_on_which_it_was_held(team: Team) -> None:
    seat = make_seat(team)
    make_holder(seat, last_on=HELD_ON)
    key = f"seat:{seat.pk}"
    held = (Days(START, HELD_ON),)
    assert seat_rows(team) == [
        SeatRow(key, str(seat.agency_id), "member", START, None, held),
    ]


def test_a_body_that_is_no_agency_is_called_by_its_own_name(team: Team) -> None:
    make_seat(team, agency=None, body="Åsens folkhögskola", kind="adjunct")
    key = agency_key(None, "Åsens folkhögskola")
    assert key == "body-asens-folkhogskola"
    assert body_titles(team) == {key: "Åsens folkhögskola"}
    assert OwnTitles(team)("agency")[key] == "Åsens folkhögskola"


def test_what_is_told_costs_four_queries(
    team: Team,
    django_assert_num_queries: Callable[[int], AbstractContextManager[object]],
) -> None:
    for _number in range(3):
        seat = make_seat(team)
        make_holder(seat)
    with django_assert_num_queries(4):
        told = told_steering(team, parse_period("2025"))
    assert len(told.seats) == 3
    assert told_steering(team, parse_period("2024")).seats == ()
    assert date(2025, 1, 1) == told.seats[0].holders[0].first_on
