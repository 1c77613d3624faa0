"""The results beside those of the round before, question by question and gender by gender."""

from datetime import timedelta
from decimal import Decimal

import pytest
from django.urls import reverse

from samspel.accounts.models import User
from samspel.organisation.models import Team
from samspel.participants.surveys.models import Survey, SurveyResult
from samspel.participants.surveys.result_table import ResultTable, result_table
from tests.people import client_of

pytestmark = pytest.mark.django_db


def round_before(survey: Survey, days: int, title: str, team: Team | None = None) -> Survey:
    return Survey.objects.create(
        team=team or survey.team,
        title=title,
        opens_on=survey.opens_on - timedelta(days=days),
        closes_on=survey.opens_on - timedelta(days=days - 5),
    )


def take(
    survey: Survey, question: str, group: str, share: str | None, mean: str | None = None
) -> None:
    shown, scored = (None if each is None else Decimal(each) for each in (share, mean))
    place = survey.results.count()
    SurveyResult.objects.create(
        survey=survey,
        place=place,
        question=question,
        group=group,
        answers=9,
        share=shown,
        mean=scored,
    )


def told(table: ResultTable | None) -> dict[str, list[str | None]]:
    assert table is not None
    return {
        row.question: [cell.change if cell else None for cell in row.cells] for row in table.rows
    }


def test_each_question_and_gender_is_compared_in_words(survey: Survey) -> None:
    before = round_before(survey, 180, "Våren")
    take(before, "Delaktighet", "all", "72.0", "3.10")
    take(before, "delaktighet ", "woman", "80.5")
    take(before, "Bemötande", "all", "90.0")
    take(survey, "Delaktighet", "all", "75.5", "2.95")
    take(survey, "Delaktighet", "woman", "80.0")
    take(survey, "Delaktighet", "man", "70.0")
    take(survey, "Bemötande", "all", "90.0")
    table = result_table(survey)
    assert table is not None
    assert table.before == before
    assert told(table) == {
        "Delaktighet": [
            "upp 3,5 procentenheter, medel ner 0,15",
            "ner 0,5 procentenheter",
            "inget att jämföra med",
        ],
        "Bemötande": ["samma andel", None, None],
    }


def test_it_is_the_latest_round_of_the_team_with_results(survey: Survey, other_team: Team) -> None:
    for days, title, share in ((400, "Äldst", "10.0"), (180, "Förra", "50.0")):
        take(round_before(survey, days, title), "A", "all", share)
    round_before(survey, 90, "Utan resultat")
    take(round_before(survey, 30, "Andras", other_team), "A", "all", "1.0")
    take(survey, "A", "all", "60.0")
    assert told(result_table(survey)) == {"A": ["upp 10,0 procentenheter"]}
    oldest = Survey.objects.get(title="Äldst")
    assert told(result_table(oldest)) == {"A": [""]}


def test_the_page_says_with_what_it_compares(coach: User, survey: Survey) -> None:
    take(survey, "A", "all", "60.0")
    url = reverse("survey", args=[survey.pk])
    assert "skiljer sig" not in client_of(coach).get(url).content.decode()
    take(round_before(survey, 180, "Våren"), "A", "all", "62.5")
    page = client_of(coach).get(url).content.decode()
    assert "skiljer sig från Våren" in page
    assert "ner 2,5 procentenheter" in page
