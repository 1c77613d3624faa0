"""What others gather of scores: the part of the person's page, the timeline, rows for figures."""

from datetime import date
from decimal import Decimal

from django.template.loader import render_to_string
from django.utils import timezone
from pytest_django import DjangoAssertNumQueries

from samspel.accounts.models import User
from samspel.exchange.demo.casework.scores import fill_scores
from samspel.exchange.demo.casework.stays import Stay
from samspel.organisation.models import Team
from samspel.participants.models import Episode, Participant
from samspel.participants.scores.limits import Limits
from samspel.participants.scores.models import Score, ScoreLicence, ScoreSettings
from samspel.participants.scores.part import scores_part
from samspel.participants.scores.rows import ScoreRow, score_rows
from samspel.participants.scores.story import SCORES
from samspel.participants.timeline import events_of
from tests.participants.scores.conftest import NOW, TODAY
from tests.people import make_episode, make_participant
from tests.score_things import make_licence, make_score

MARCH = date(2025, 3, 1)


def test_the_part_is_one_query(
    licensed: Team, case: Episode, django_assert_num_queries: DjangoAssertNumQueries
) -> None:
    with django_assert_num_queries(1):
        assert scores_part(case, TODAY) is None
    ScoreSettings.objects.create(team=licensed, srs_alert=Decimal("30.0"))
    make_score(case, MARCH, "4", "4", "4", "4")
    make_score(case, TODAY, "4.5", "7", "7", "6.5")
    make_score(case, date(2025, 6, 9), "9", "9", "9", "9", taken_back_at=NOW)
    make_score(case, TODAY, "8", "7", "7", "7.9", instrument="srs")
    with django_assert_num_queries(1):
        part = scores_part(case, TODAY)
    assert part is not None
    assert [course.last.total for course in part.courses] == [Decimal("25.0"), Decimal("29.9")]
    assert [course.change for course in part.courses] == ["recovered", None]
    assert [course.is_alert for course in part.courses] == [False, True]
    text = render_to_string("scores/part.html", {"scores": part})
    assert "25,0" in text
    assert "under 30: värt ett samtal" in text


def test_there_is_no_part_without_a_licence(team: Team, case: Episode) -> None:
    make_score(case, MARCH, "4", "4", "4", "4")
    assert scores_part(case, TODAY) is None
    make_licence(team, withdrawn_at=NOW)
    assert scores_part(case, TODAY) is None
    make_licence(team)
    part = scores_part(case, TODAY)
    assert part is not None
    assert [each.limits for each in part.courses] == [Limits()]


def test_the_timeline_tells_of_each_form(
    licensed: Team, case: Episode, django_assert_num_queries: DjangoAssertNumQueries
) -> None:
    make_score(case, MARCH, "7.5", "0.1", "0.2", "10")
    make_score(case, TODAY, "9", "9", "9", "9", instrument="srs", filled_in_by="carer")
    make_score(case, date(2025, 6, 9), "9", "9", "9", "9", taken_back_at=NOW)
    with django_assert_num_queries(1):
        events = list(events_of([SCORES], [case.pk], today=TODAY))
    assert [(each.on, each.title, each.detail) for each in events] == [
        (TODAY, "SRS: 36,0 poäng", "Ifylld av en närstående"),
        (MARCH, "ORS: 17,8 poäng", "Ifylld av deltagaren"),
    ]
    assert events[0].url == f"/participants/cases/{case.pk}/scores/"
    ScoreLicence.objects.update(withdrawn_at=NOW)
    assert list(events_of([SCORES], [case.pk], today=TODAY)) == []


def test_rows_for_figures(
    licensed: Team,
    other_team: Team,
    case: Episode,
    django_assert_num_queries: DjangoAssertNumQueries,
) -> None:
    Participant.objects.filter(pk=case.participant_id).update(birth_date=date(2007, 4, 1))
    make_score(case, MARCH, "7.5", "0.1", "0.2", "10")
    make_score(case, date(2025, 5, 1), "8", "8", "8", "8.1")
    make_score(case, MARCH, "9", "9", "9", "9", instrument="srs")
    make_score(case, date(2025, 6, 9), "9", "9", "9", "9", taken_back_at=NOW)
    make_score(case, TODAY, "9", "9", "9", "9")
    make_score(make_episode(make_participant(other_team)), MARCH, "9", "9", "9", "9")
    with django_assert_num_queries(2):
        rows = score_rows(licensed, date(2025, 6, 9))
    # Seventeen at the first score: the cut-off stays that of an adolescent.
    assert rows == [
        ScoreRow("2025-007", "ors", MARCH, 178, 280, 50),
        ScoreRow("2025-007", "srs", MARCH, 360, 360, 50),
        ScoreRow("2025-007", "ors", date(2025, 5, 1), 321, 280, 50),
    ]


def test_the_demo_is_lifelike_and_always_the_same(team: Team, leader: User, coach: User) -> None:
    today = timezone.localdate()
    cases = [make_episode(make_participant(team), case_number=f"d{n}") for n in range(6)]
    fill_scores([Stay(case, today, [coach]) for case in cases], leader=leader)
    first = list(Score.objects.order_by("pk").values_list("episode__case_number", "on", "first"))
    assert len(first) > 20
    assert {score.instrument for score in Score.objects.all()} == {"ors", "srs"}
    assert all(score.on <= today for score in Score.objects.all())
    Score.objects.all().delete()
    ScoreLicence.objects.all().delete()
    fill_scores([Stay(case, today, [coach]) for case in cases], leader=leader)
    again = Score.objects.values_list("episode__case_number", "on", "first")
    assert sorted(again) == sorted(first)
