"""What other parts take from follow-ups: dues, the timeline, and rows for figures."""

from datetime import date

import pytest
from django.urls import reverse
from django.utils import translation
from pytest_django import DjangoAssertNumQueries

from samspel.organisation.models import Team
from samspel.participants.follow_ups.due import follow_ups_due
from samspel.participants.follow_ups.part import follow_up_part
from samspel.participants.follow_ups.rows import FollowUpRow, follow_up_rows
from samspel.participants.follow_ups.story import FOLLOW_UPS
from samspel.participants.models import Episode
from samspel.participants.timeline import events_of
from tests.participants.follow_ups.conftest import DUE, at, saved
from tests.people import make_episode, make_participant


def told(episode: Episode, today: str) -> list[tuple[str, str]]:
    found = follow_ups_due([episode], date.fromisoformat(today))
    return [(each.on.isoformat(), each.text) for each in found]


@pytest.mark.parametrize(
    ("today", "lines"),
    [
        ("2025-04-16", []),
        ("2025-04-17", [("2025-05-01", "Uppföljning att boka")]),
        ("2025-07-31", [("2025-05-01", "Uppföljning att boka")]),
        ("2025-08-01", [("2025-08-01", "Uppföljning att boka")]),
    ],
)
def test_told_from_two_weeks_before(
    case: Episode, today: str, lines: list[tuple[str, str]]
) -> None:
    with translation.override("sv"):
        assert told(case, today) == lines


@pytest.mark.parametrize(
    ("today", "lines"),
    [
        ("2025-05-22", []),
        ("2025-05-23", [("2025-06-06", "Uppföljning kl. 09:00")]),
        ("2025-06-06", [("2025-06-06", "Uppföljning kl. 09:00")]),
        ("2025-06-07", [("2025-06-06", "Uppföljning att föra in")]),
    ],
)
def test_a_booked_one_is_told_before_its_meeting(
    case: Episode, today: str, lines: list[tuple[str, str]]
) -> None:
    saved(case, booked_for=at("2025-06-06 09:00"), form="phone")
    with translation.override("sv"):
        assert told(case, today) == lines


def test_dues_cost_one_query_and_lead_to_the_page(
    case: Episode, team: Team, django_assert_num_queries: DjangoAssertNumQueries
) -> None:
    for _nth in range(3):
        make_episode(make_participant(team))
    make_episode(make_participant(team), enrolled_on=None)
    make_episode(make_participant(team), closed_on=date(2025, 4, 1), outcome="work")
    episodes = list(Episode.objects.select_related("team", "participant", "coach"))
    with django_assert_num_queries(1):
        found = list(follow_ups_due(episodes, date(2025, 4, 25)))
    assert len(found) == 4
    assert {each.url for each in found if each.episode_id == case.pk} == {
        reverse("follow_up", args=[case.pk, DUE.isoformat()])
    }


def test_the_part_costs_one_query(
    case: Episode, django_assert_num_queries: DjangoAssertNumQueries
) -> None:
    with django_assert_num_queries(1):
        assert follow_up_part(case, date(2025, 4, 25)) is not None
    case.enrolled_on = date(2025, 4, 26)
    assert follow_up_part(case, date(2025, 4, 25)) is None


def test_the_timeline(case: Episode) -> None:
    saved(case, DUE, held_on=date(2025, 4, 28), parties=["participant", "Vård & omsorg"])
    saved(case, date(2025, 8, 1), left_out_because="Semester")
    # Late in the evening it is the next day already in Greenwich, and the same day in Sweden.
    saved(case, date(2025, 11, 1), booked_for=at("2025-11-03 00:30"), form="digital", place="Rum")
    saved(case, date(2026, 2, 1))
    with translation.override("sv"):
        found = list(events_of([FOLLOW_UPS], [case.pk], today=date(2025, 9, 1)))
    assert [(each.on.isoformat(), each.title, each.detail, each.css) for each in found] == [
        ("2025-11-03", "Bokad uppföljning", "digitalt, Rum", "is-coming"),
        ("2025-08-01", "Uppföljning som utgår", "Semester", ""),
        ("2025-04-28", "Uppföljning", "deltagaren, Vård & omsorg", ""),
    ]
    assert found[2].url == reverse("follow_up", args=[case.pk, DUE.isoformat()])
    assert {each.episode_id for each in found} == {case.pk}


def test_rows_for_figures(
    case: Episode, team: Team, other_team: Team, django_assert_num_queries: DjangoAssertNumQueries
) -> None:
    make_episode(make_participant(other_team))
    make_episode(make_participant(team), enrolled_on=None)
    make_episode(
        make_participant(team), case_number="b", closed_on=date(2025, 8, 1), outcome="work"
    )
    saved(case, DUE, held_on=date(2025, 5, 6))
    saved(case, date(2025, 8, 1), left_out_because="Semester")
    # Held ahead of its day, by the end of the period; and one that is only booked.
    saved(case, date(2025, 11, 1), held_on=date(2025, 8, 20))
    saved(case, date(2026, 2, 1), booked_for=at("2025-08-25 09:00"), form="phone")
    with django_assert_num_queries(2):
        rows = follow_up_rows(team, date(2025, 8, 31))
    assert sorted(rows) == [
        FollowUpRow("2025-007", date(2025, 5, 1), date(2025, 5, 6), is_left_out=False),
        FollowUpRow("2025-007", date(2025, 8, 1), None, is_left_out=True),
        FollowUpRow("2025-007", date(2025, 11, 1), date(2025, 8, 20), is_left_out=False),
        FollowUpRow("b", date(2025, 5, 1), None, is_left_out=False),
    ]
    # What happened after the day is not known on it.
    assert sorted(follow_up_rows(team, date(2025, 5, 1)))[0].held_on is None
