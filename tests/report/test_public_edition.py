"""What a public reader can take away: nothing that the edition withholds, in any form."""

import json
from collections.abc import Iterator
from decimal import Decimal
from io import BytesIO
from typing import Any

import openpyxl
import pytest
from django.test import Client
from django.urls import reverse

from samspel.accounts.actor import SYSTEM
from samspel.accounts.roles import Role
from samspel.documents.document import Chart, Document, Number
from samspel.figures.address import parse_address
from samspel.figures.edition import WHOLES
from samspel.figures.period import parse_period
from samspel.organisation.models import Team
from samspel.report.build import build, document_of
from samspel.report.creation import begin_report
from samspel.report.figures_document import figures_document
from samspel.report.models import Report
from tests import people
from tests.report.cases import golden_team

SMALL = range(1, 5)
TEXTS = {
    "1.description": "Av dem var {newly_enrolled.gender.man@2021H1} män och "
    "{newly_enrolled.coach.unknown} hade {dropouts.gender.man@since_start} {closed@2020-03}.",
}


@pytest.fixture
def avesta(db: None) -> Team:
    return golden_team("avesta-2021", people.make_association())


@pytest.fixture
def member(avesta: Team) -> Client:
    return people.client_of(people.make_member("Stina", Role.STEERING_GROUP_MEMBER, avesta))


def is_whole(address: str) -> bool:
    return str(parse_address(address).here()) in WHOLES


def documents(team: Team) -> Iterator[Document]:
    """All that the team's public readers can see as a document, over three years."""
    for year in ("2019", "2020", "2021"):
        period = parse_period(year)
        yield figures_document(team, period, edition="public", language="sv")
        yield document_of(team, period, language="sv", edition="public")
        yield build(team, period, texts=TEXTS, language="sv", edition="public")


def test_no_document_holds_a_small_number_below_the_whole(avesta: Team) -> None:
    numbers = [number for document in documents(avesta) for number in document.numbers()]
    told = [number for number in numbers if number.value is not None]
    assert len(told) > 100
    for number in told:
        assert not number.withheld
        few = number.kind == "count" and number.value in SMALL
        assert not few or is_whole(number.address), number


def test_one_number_is_told_alike_wherever_it_stands(avesta: Team) -> None:
    for year in ("2020", "2021"):
        found: dict[str, tuple[Decimal | None, bool]] = {}
        period = parse_period(year)
        for document in (
            figures_document(avesta, period, edition="public", language="sv"),
            document_of(avesta, period, language="sv", edition="public"),
        ):
            for number in document.numbers():
                told = (number.value, number.withheld)
                assert found.setdefault(number.address, told) == told


def test_no_chart_draws_what_its_table_withholds(avesta: Team) -> None:
    for document in documents(avesta):
        for chart in (block for block in document.blocks() if isinstance(block, Chart)):
            cells = [cell for row in chart.table.rows for cell in row if isinstance(cell, Number)]
            told = {cell.value for cell in cells if cell.value is not None}
            assert {value for line in chart.series for value in line.values} <= told | {None}


def test_a_text_that_asks_beside_the_grid_gets_no_number(avesta: Team) -> None:
    document = build(avesta, parse_period("2021"), texts=TEXTS, language="sv", edition="public")
    asked = [number for number in document.numbers() if "@" in number.address]
    off = [number for number in asked if number.address.endswith(("H1", "@2020-03"))]
    assert len(off) == 2
    assert all(number.withheld for number in off)
    assert not [n for n in asked if n.value is not None and not is_whole(n.address)]


def json_numbers(thing: Any) -> Iterator[float]:
    if isinstance(thing, dict):
        for value in thing.values():
            yield from json_numbers(value)
    elif isinstance(thing, list):
        for value in thing:
            yield from json_numbers(value)
    elif isinstance(thing, int | float) and not isinstance(thing, bool):
        yield thing


def test_files_hold_no_more_than_the_page(avesta: Team, member: Client) -> None:
    url = reverse("figures_download", args=[avesta.slug, "2021", "json"])
    told = json.loads(member.get(url).content)
    means = [*json_numbers(told["means"]), *json_numbers(told["series"])]
    assert means
    assert all(mean == round(mean, 1) for mean in means)
    for cohort, count in told["counts"].items():
        below = set(json_numbers(count["by"]))
        assert not below & set(SMALL), cohort
    url = reverse("figures_download", args=[avesta.slug, "2021", "xlsx"])
    book = openpyxl.load_workbook(BytesIO(member.get(url).content))
    decimals = [
        cell.value
        for sheet in book
        for row in sheet.iter_rows()
        for cell in row
        if isinstance(cell.value, float) and "%" not in cell.number_format
    ]
    assert decimals
    assert all(value == round(value, 1) for value in decimals)


def test_the_reports_page_and_files_are_those_of_the_public_edition(
    avesta: Team, member: Client
) -> None:
    report: Report = begin_report(
        team=avesta, period=parse_period("2021"), language="sv", by=SYSTEM
    ).report
    answer = member.get(reverse("report_download", args=[report.pk, "json"]))
    assert json.loads(answer.content)["edition"] == "public"
    page = member.get(reverse("report", args=[report.pk])).content.decode()
    assert "färre än fem" in page or "&lt;5" in page
