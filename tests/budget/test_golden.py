"""The three published budgets come out on the page and in every file, krona by krona."""

from collections.abc import Callable
from datetime import date
from typing import NamedTuple

import pytest
from django.test import Client
from django.urls import reverse

from samspel.budget.models import Budget
from samspel.organisation.models import Team
from tests.budget import golden
from tests.documents.reading import CELLS, pdf_text


class Published(NamedTuple):
    """A budget as it was published, and the day on which it was known so."""

    make: Callable[[Team], Budget]
    day: date
    rows: list[list[str]]
    funders: list[list[str]]


PUBLISHED = {
    2019: Published(golden.make_2019, date(2019, 6, 30), golden.ROWS_2019, []),
    2021: Published(golden.make_2021, date(2022, 3, 1), golden.ROWS_2021, golden.FUNDERS_2021),
    2023: Published(golden.make_2023, date(2023, 1, 15), golden.ROWS_2023, []),
}


@pytest.fixture(params=PUBLISHED, ids=str)
def published(request: pytest.FixtureRequest, on_day: Callable[[date], None]) -> Published:
    found = PUBLISHED[request.param]
    on_day(found.day)
    return found


def test_it_stands_on_the_page(keeping: Client, team: Team, published: Published) -> None:
    budget = published.make(team)
    page = keeping.get(reverse("budget", args=[team.slug, budget.pk])).content
    found = CELLS["html"](page)
    assert published.rows in found
    if published.funders:
        assert published.funders in found


@pytest.mark.parametrize("ending", ["docx", "xlsx"])
def test_it_stands_in_the_file(
    keeping: Client, team: Team, published: Published, ending: str
) -> None:
    budget = published.make(team)
    url = reverse("budget_file", args=[team.slug, budget.pk, ending])
    found = [
        [[cell.replace("-", "−") for cell in row] for row in table]
        for table in CELLS[ending](keeping.get(url).content)
    ]
    assert published.rows in [table[-len(published.rows) :] for table in found]
    if published.funders:
        assert published.funders in [table[-len(published.funders) :] for table in found]


def test_it_stands_in_the_pdf(keeping: Client, team: Team, published: Published) -> None:
    budget = published.make(team)
    url = reverse("budget_file", args=[team.slug, budget.pk, "pdf"])
    text = pdf_text(keeping.get(url).content)
    for row in (*published.rows, *published.funders):
        assert " ".join(each for each in row if each) in text


def test_looking_back_shows_what_was_known_then(
    keeping: Client, team: Team, on_day: Callable[[date], None]
) -> None:
    budget = golden.make_2019(team)
    golden.enter(budget, date(2019, 9, 30), {"Personal": 555_555})
    on_day(date(2020, 2, 1))
    url = reverse("budget", args=[team.slug, budget.pk])
    assert golden.ROWS_2019 not in CELLS["html"](keeping.get(url).content)
    assert golden.ROWS_2019 in CELLS["html"](keeping.get(url, {"known": "half"}).content)
