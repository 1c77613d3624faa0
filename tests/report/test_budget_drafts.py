"""Field 9 as it drafts itself from the budgets: bound numbers, the table in the team's layout."""

from collections.abc import Callable
from datetime import date

import pytest

from samspel.documents.document import Chart, Number, Table
from samspel.figures.period import parse_period
from samspel.organisation.models import Team
from samspel.report.build import material_of
from samspel.report.contents import TEXTS
from samspel.report.edition import INTERNAL, PUBLIC, Edition, printed_of
from samspel.report.plan import Material
from tests import people
from tests.budget import golden
from tests.report.test_drafts import draft

MONEY = "9.description"
Made = Callable[..., Material]


@pytest.fixture
def made(team: Team) -> Made:
    """The material of a report for a period, in a language."""

    def material(period: str, language: str = "sv", edition: Edition = INTERNAL) -> Material:
        asked = parse_period(period)
        printed = printed_of(team, asked, edition=edition, language=language)
        return material_of(team, asked, printed)

    return material


def plain(text: str) -> str:
    return text.replace("\u202f", " ")


def tables(material: Material) -> list[Table]:
    plan = TEXTS[MONEY]
    return [each for each in plan.exhibits(material) if isinstance(each, Table)]


def cells(table: Table) -> list[list[str]]:
    return [
        [plain(each.printed if isinstance(each, Number) else each) for each in row]
        for row in table.rows
    ]


def close_one(team: Team) -> None:
    """Two participants, of whom one is closed to work."""
    days = {"referred_on": date(2021, 1, 4), "enrolled_on": date(2021, 2, 1)}
    people.make_episode(people.make_participant(team), **days)
    people.make_episode(
        people.make_participant(team), **days, closed_on=date(2021, 11, 1), outcome="work"
    )


def test_a_whole_year_is_told_with_whose_money_is_left(team: Team, made: Made) -> None:
    golden.make_2021(team)
    close_one(team)
    assert plain(draft(made("2021"), MONEY)) == (
        "För 2021 tilldelades teamet 2 400 000 kronor. Pengarna kommer från flera finansiärer: "
        "Samordningsförbundet 1 950 000 kronor och Kommunen 450 000 kronor. Sammanlagt användes "
        "2 267 251 kronor av budgeten. Av det tilldelade återstod 132 749 kronor.\n\n"
        "Pengarna från Samordningsförbundet är helt använda. Av pengarna från Kommunen är "
        "317 251 kronor använda och 132 749 kronor kvar.\n\n"
        "Periodens kostnader var 2 267 251 kronor. Det är 1 133 626 kronor för varje deltagare "
        "som teamet arbetade med, och 2 267 251 kronor för varje avslut till resultat."
    )
    lines, funders = tables(made("2021"))
    assert cells(lines) == golden.ROWS_2021
    assert cells(funders) == golden.FUNDERS_2021


def test_half_a_year_is_told_with_its_forecast(team: Team, made: Made) -> None:
    golden.make_2019(team)
    assert plain(draft(made("2019H1"), MONEY)) == (
        "För 2019 äskade teamet 2 200 000 kronor och tilldelades 2 050 000 kronor. Pengarna "
        "kommer från en finansiär: Samordningsförbundet. Vid periodens slut var 831 000 kronor "
        "av budgeten använda. Av det tilldelade återstod 1 219 000 kronor.\n\n"
        "Hela budgeten väntas kosta 1 956 000 kronor, vilket lämnar 94 000 kronor av det "
        "tilldelade.\n\nPeriodens kostnader var 831 000 kronor."
    )
    assert cells(tables(made("2019H1"))[0]) == golden.ROWS_2019


def test_the_forecast_of_2023_is_what_its_rows_give(team: Team, made: Made) -> None:
    golden.make_2023(team)
    material = made("2022-07..2023-06")
    assert "1 335 272" in plain(draft(material, MONEY))
    assert cells(tables(material)[0]) == golden.ROWS_2023


def test_a_budget_that_ended_within_the_period_is_told_with_its_outcome(
    team: Team, made: Made
) -> None:
    golden.make_2021(team)
    text = plain(draft(made("2021-07..2022-06"), MONEY))
    assert text.startswith(
        "Budgeten för 2021 löpte ut under perioden; av de tilldelade 2 400 000 kronorna "
        "användes 2 267 251 kronor."
    )
    assert cells(tables(made("2021-07..2022-06"))[0]) == golden.ROWS_2021


def test_money_that_is_not_enough_is_told(team: Team, made: Made) -> None:
    budget = golden.make_2021(team)
    golden.enter(budget, date(2021, 12, 31), {"Personal": 232_749})
    text = plain(draft(made("2021"), MONEY))
    assert "återstående belopp är −100 000 kronor" in text
    assert "Pengarna är överskridna med 100 000 kronor." in text


def test_it_is_told_in_english_too(team: Team, made: Made) -> None:
    golden.make_2021(team)
    text = draft(made("2021", "en"), MONEY)
    assert text.startswith("For 2021 the team was allocated 2,400,000 kronor.")
    assert "The money from Samordningsförbundet is used up." in text


def test_nothing_is_said_without_records(made: Made) -> None:
    assert draft(made("2021"), MONEY) == ""
    assert tables(made("2021")) == []


def test_a_name_with_braces_is_no_figure(team: Team, made: Made) -> None:
    budget = golden.make_2021(team)
    funder = budget.grants.all()[0].funder
    funder.title = "Stiftelsen {budget_actual}"
    funder.save()
    assert "Stiftelsen (budget_actual)" in draft(made("2021"), MONEY)


def test_the_public_edition_tells_sums_and_no_cost_of_few_people(team: Team, made: Made) -> None:
    golden.make_2021(team)
    close_one(team)
    text = plain(draft(made("2021", edition=PUBLIC), MONEY))
    assert "2 267 251 kronor av budgeten" in text
    assert "för varje avslut till resultat" not in text


def test_years_are_drawn_in_running_and_fixed_prices(team: Team, made: Made) -> None:
    golden.make_2019(team)
    golden.make_2021(team)
    for year, value in ((2019, "100"), (2021, "110")):
        team.price_indices.create(year=year, value=value)
    plan = TEXTS[MONEY]
    charts = [each for each in plan.exhibits(made("2021")) if isinstance(each, Chart)]
    years = next(each for each in charts if each.key == "allocated-over-years")
    assert years.categories == ("2019", "2021")
    assert [[int(each or 0) for each in one.values] for one in years.series] == [
        [2_050_000, 2_400_000],
        [2_255_000, 2_400_000],
    ]
