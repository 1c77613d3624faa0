"""The one road from the records to the figures."""

from datetime import date
from decimal import Decimal

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from samspel.accounts.models import User
from samspel.figures.frame import DERIVED, SCHEMA
from samspel.figures.period import parse_period
from samspel.organisation.models import Team
from samspel.participants.episodes import FrameShelf, figures_of, read_frame, team_frame
from samspel.participants.models import Episode
from tests.people import make_episode, make_participant


def test_a_row_holds_what_the_record_holds(team: Team, coach: User) -> None:
    person = make_participant(team, reference="p-7", gender="man", birth_date=date(1990, 3, 4))
    make_episode(
        person,
        case_number="2025-007",
        coach=coach,
        referred_by="region",
        income_source="none",
        study_visit_on=date(2025, 1, 7),
        referred_on=date(2025, 1, 10),
        enrolled_on=date(2025, 2, 1),
        closed_on=date(2025, 12, 1),
        outcome="work",
        public_support_months=Decimal("18.5"),
        occupation_before="sick_leave",
        occupation_after="work",
        income_after="other",
        closing_begun_on=date(2025, 11, 1),
    )
    [row] = team_frame(team).rows(named=True)
    assert {name: row[name] for name in SCHEMA} == {
        "episode_id": "2025-007",
        "participant_id": "p-7",
        "team": "Team Väster",
        "gender": "man",
        "birth_date": date(1990, 3, 4),
        "referred_by": "region",
        "income_source": "none",
        "study_visit_on": date(2025, 1, 7),
        "referred_on": date(2025, 1, 10),
        "enrolled_on": date(2025, 2, 1),
        "closed_on": date(2025, 12, 1),
        "outcome": "work",
        "public_support_months": 18.5,
        "withdrawn_on": None,
        "withdrawal_reason": None,
        "trial_ends_on": date(2025, 4, 1),
        "closing_begun_on": date(2025, 11, 1),
        "occupation_before": "sick_leave",
        "occupation_after": "work",
        "income_after": "other",
        "coach": str(coach.pk),
    }
    assert row["stay_days"] == 303
    assert row["public_support_tenths"] == 185


def test_no_episodes_make_an_empty_frame_with_its_columns(team: Team) -> None:
    frame = team_frame(team)
    assert frame.height == 0
    assert {*SCHEMA, *DERIVED} <= set(frame.columns)
    assert figures_of(team, parse_period("2025")).count("newly_enrolled").n == 0


def test_the_frame_takes_one_query_and_other_teams_stay_out(team: Team, other_team: Team) -> None:
    for _ in range(5):
        make_episode(make_participant(team))
        make_episode(make_participant(other_team))
    with CaptureQueriesContext(
        connection,
    ) as queries:
        frame = team_frame(team)
    assert len(queries) == 1
    assert frame.height == 5
    assert set(frame["team"]) == {"Team Väster"}


def test_protected_persons_are_counted(team: Team) -> None:
    make_episode(make_participant(team, protection="registered"))
    assert figures_of(team, parse_period("2025")).count("newly_enrolled").n == 1


def test_the_shelf_reads_anew_only_when_the_revision_has_grown(team: Team) -> None:
    shelf = FrameShelf()
    make_episode(make_participant(team))
    first = shelf.frame(team)
    make_episode(make_participant(team))
    assert shelf.frame(team) is first
    team.touch()
    team.refresh_from_db()
    assert shelf.frame(team).height == 2


def test_the_shelf_lets_go_of_what_was_used_longest_ago(team: Team, other_team: Team) -> None:
    shelf = FrameShelf(size=1)
    first = shelf.frame(team)
    shelf.frame(other_team)
    assert shelf.frame(team) is not first


def test_what_a_transaction_wrote_is_not_kept(team: Team) -> None:
    make_episode(make_participant(team))
    assert team_frame(team).height == 1
    Episode.objects.all().delete()
    assert team_frame(team).height == 0


@pytest.mark.django_db(transaction=True)
def test_outside_transactions_the_frame_is_kept(team: Team) -> None:
    make_episode(make_participant(team))
    team.touch()
    team.refresh_from_db()
    assert team_frame(team) is team_frame(team)
    assert team_frame(team).equals(read_frame(team))


def test_the_teams_own_bands_and_start_are_used(team: Team) -> None:
    team.age_bands, team.started_on = "16-40,41-", date(2024, 1, 1)
    make_episode(make_participant(team, birth_date=date(1990, 1, 2)))
    figures = figures_of(team, parse_period("2025"))
    assert figures.breakdown("newly_enrolled", "age_band") == {"16-40": 1}
    assert figures.started_on == date(2024, 1, 1)
