"""The page of a case: cut-off by age, what became of the score, the curve and its table."""

from datetime import date, timedelta
from decimal import Decimal
from typing import Any

import pytest
from django.test import Client
from django.urls import reverse
from pytest_django import DjangoAssertNumQueries

from samspel.accounts.models import User
from samspel.organisation.models import Team
from samspel.participants.models import Episode, Participant
from samspel.participants.scores.curve import chart_of
from samspel.participants.scores.models import Score, ScoreSettings
from tests.participants.scores.conftest import TODAY
from tests.people import client_of
from tests.score_things import make_score


def page(client: Client, case: Episode) -> Any:
    return client.get(reverse("scores_of", args=[case.pk]))


def course(client: Client, case: Episode, place: int = 0) -> Any:
    return page(client, case).context["courses"][place].course


def outcome(case: Episode, on: str, total: str, **fields: Any) -> Score:
    """An outcome score of so many points, three of its lines being 5."""
    first = Decimal(total) - 15
    return make_score(case, date.fromisoformat(on), str(first), "5", "5", "5", **fields)


@pytest.mark.parametrize(
    ("born", "first_on", "cutoff"),
    [
        (date(1990, 1, 1), "2025-03-01", "25.0"),
        (date(2007, 3, 1), "2025-03-01", "25.0"),
        (date(2007, 3, 2), "2025-03-01", "28.0"),
        (date(2012, 3, 1), "2025-03-01", "28.0"),
        (date(2012, 3, 2), "2025-03-01", "32.0"),
        (None, "2025-03-01", "25.0"),
    ],
)
def test_the_cut_off_goes_by_the_age_at_the_first_score(
    licensed: Team, case: Episode, as_coach: Client, born: date | None, first_on: str, cutoff: str
) -> None:
    Participant.objects.filter(pk=case.participant_id).update(birth_date=born)
    outcome(case, first_on, "18")
    outcome(case, "2025-06-01", "24")
    assert course(as_coach, case).line == Decimal(cutoff)
    text = page(as_coach, case).content.decode()
    assert ("födelsedatum är inte känt" in text) == (born is None)


def test_what_became_of_it(licensed: Team, case: Episode, as_coach: Client) -> None:
    outcome(case, "2025-03-01", "20")
    assert course(as_coach, case).change is None
    assert "För en kurva behövs två." in page(as_coach, case).content.decode()
    outcome(case, "2025-06-01", "25")
    outcome(case, "2025-04-01", "16")
    text = page(as_coach, case).content.decode()
    assert "återhämtad" in text
    assert "Från <strong>20,0</strong> den 2025-03-01 till <strong>25,0</strong>" in text
    ScoreSettings.objects.create(team=licensed, reliable_change=Decimal("5.1"))
    assert course(as_coach, case).change == "unchanged"


def test_first_and_last_by_different_people_are_told_of(
    licensed: Team, case: Episode, as_coach: Client
) -> None:
    told = "Den första och den sista fylldes inte i av samma person."
    outcome(case, "2025-03-01", "20")
    outcome(case, "2025-05-01", "22")
    assert told not in page(as_coach, case).content.decode()
    outcome(case, "2025-06-01", "22", filled_in_by="carer")
    assert told in page(as_coach, case).content.decode()


def test_a_session_score_below_the_line_is_marked_mildly(
    licensed: Team, case: Episode, as_coach: Client
) -> None:
    make_score(case, TODAY, "9", "9", "9", "9", instrument="srs")
    assert not course(as_coach, case).is_alert
    make_score(case, TODAY - timedelta(days=1), "8", "8", "8", "8", instrument="srs")
    assert not course(as_coach, case).is_alert
    Score.objects.filter(on=TODAY).update(first=Decimal("8.9"))
    text = page(as_coach, case).content.decode()
    assert '<span class="mark">under 36: värt ett samtal</span>' in text
    assert course(as_coach, case).change is None


def test_the_curve_has_the_line_across_and_ends_at_the_last_score(
    licensed: Team, case: Episode, as_coach: Client
) -> None:
    for day, total in (("2025-03-01", "18.3"), ("2025-04-15", "21.5"), ("2025-06-01", "24.9")):
        outcome(case, day, total)
    chart = chart_of(course(as_coach, case))
    assert chart is not None
    assert (chart.level, chart.top) == (Decimal("25.0"), Decimal("40.0"))
    assert len(chart.series) == 1
    assert chart.days[-1] == date(2025, 6, 1)
    assert [str(value) for value in chart.series[0].values] == ["18.3", "21.5", "24.9"]
    text = page(as_coach, case).content.decode()
    assert text.count('class="chart-line-2"') == 1
    assert "Från 18,3 den 2025-03-01 till 24,9 den 2025-06-01" in text
    assert "Streckat: gränsvärde 25" in text
    assert "Ingen förväntad utveckling ritas" in text


def test_the_page_costs_the_same_however_many_scores(
    licensed: Team,
    case: Episode,
    as_coach: Client,
    django_assert_num_queries: DjangoAssertNumQueries,
) -> None:
    outcome(case, "2025-02-01", "20")
    page(as_coach, case)
    with django_assert_num_queries(12) as few:
        page(as_coach, case)
    for number in range(1, 30):
        day = date(2025, 2, 1) + timedelta(days=number)
        outcome(case, day.isoformat(), "20")
        make_score(case, day, "9", "9", "9", "9", instrument="srs")
    with django_assert_num_queries(len(few)):
        text = page(as_coach, case).content.decode()
    assert "Tidigare skattningar" in text
    assert text.count("/correct/") == 59


def test_nobody_else_sees_it(
    licensed: Team, case: Episode, only_the_team_may: Any, stranger: User
) -> None:
    score = outcome(case, "2025-03-01", "20")
    only_the_team_may(reverse("score_correct", args=[score.pk]))
    only_the_team_may(reverse("score_new", args=[case.pk, "ors"]))
    Participant.objects.filter(pk=case.participant_id).update(protection="marked")
    assert page(client_of(case.coach), case).status_code == 404
    assert client_of(stranger).post(reverse("score_take_back", args=[score.pk])).status_code == 404
