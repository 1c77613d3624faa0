"""Placements as figures read them, as it was known on a day."""

from datetime import date
from typing import Any

import pytest

from samspel.figures import work_codes
from samspel.organisation.models import Team
from samspel.participants.employers.employer import EmployerKind
from samspel.participants.employers.models import Employer
from samspel.participants.models import Episode
from samspel.participants.placements.purpose import Outcome, Purpose
from samspel.participants.placements.rows import PlacementRow, placement_rows
from tests.participants.placements.made import START, make_placement, make_week
from tests.people import make_episode, make_participant

UNTIL = date(2025, 4, 30)


def test_a_row_has_the_first_step_and_the_last_week(
    team: Team, case: Episode, employer: Employer, django_assert_num_queries: Any
) -> None:
    made = make_placement(
        case,
        employer,
        ready_on=date(2025, 2, 10),
        ended_on=date(2025, 4, 30),
        outcome="work",
    )
    make_week(made, date(2025, 4, 14), "18.5")
    make_week(made, date(2025, 4, 21), "17.5")
    with django_assert_num_queries(1):
        rows = placement_rows(team, UNTIL)
    assert rows == [
        PlacementRow(
            episode="2025-007",
            placement=made.pk,
            employer_kind="cooperative",
            purpose="hours",
            starts_on=START,
            ended_on=date(2025, 4, 30),
            tenths_at_start=100,
            tenths_at_end=175,
            ready_on=date(2025, 2, 10),
            outcome="work",
        )
    ]


def test_what_came_after_the_day_is_not_known(team: Team, case: Episode) -> None:
    made = make_placement(case, ended_on=date(2025, 5, 9), outcome="work")
    make_week(made, date(2025, 5, 5), "20")
    [row] = placement_rows(team, date(2025, 4, 27))
    assert (row.ended_on, row.outcome) == (None, "")
    # No week was worked by then: the step that was reached, of 12.5 hours from 31 March.
    assert row.tenths_at_end == 125
    assert placement_rows(team, date(2025, 3, 2)) == []


def test_steps_after_the_end_were_never_reached(team: Team, case: Episode) -> None:
    make_placement(case, ended_on=date(2025, 4, 4), outcome="broken_off", break_reason="health")
    [row] = placement_rows(team, UNTIL)
    assert row.tenths_at_end == 125


def test_a_week_of_nothing_is_nought_and_no_ladder_is_nothing(team: Team, case: Episode) -> None:
    make_week(make_placement(case), START, "0")
    assert [each.tenths_at_end for each in placement_rows(team, UNTIL)] == [0]
    make_placement(make_episode(make_participant(team)), ladder=())
    hours = [(each.tenths_at_start, each.tenths_at_end) for each in placement_rows(team, UNTIL)]
    assert sorted(hours, key=str) == [(100, 0), (None, None)]


def test_a_placement_ends_with_its_case(team: Team) -> None:
    closed = make_episode(make_participant(team), closed_on=date(2025, 4, 11), outcome="moved")
    make_placement(closed)
    [row] = placement_rows(team, UNTIL)
    assert (row.ended_on, row.outcome, row.tenths_at_end) == (date(2025, 4, 11), "", 125)


def test_what_was_called_off_never_began_and_other_teams_are_apart(
    team: Team, other_team: Team, case: Episode
) -> None:
    make_placement(case, called_off_on=date(2025, 3, 1))
    make_placement(make_episode(make_participant(other_team)))
    assert placement_rows(team, UNTIL) == []


@pytest.mark.parametrize(
    ("ours", "theirs"),
    [
        (Purpose.values, work_codes.PURPOSES),
        (EmployerKind.values, work_codes.EMPLOYER_KINDS),
        (Outcome.values, work_codes.PLACEMENT_OUTCOMES),
    ],
)
def test_figures_know_the_same_codes(ours: list[str], theirs: Any) -> None:
    assert ours == [each.code for each in theirs]
