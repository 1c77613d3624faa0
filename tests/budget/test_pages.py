"""The pages of the budget: who reads what, how many queries, doors, and parts."""

import re
from collections.abc import Callable
from datetime import UTC, date, datetime
from html import unescape

import pytest
from django.test import Client
from django.urls import reverse
from pytest_django import DjangoAssertNumQueries

from samspel.accounts.models import User
from samspel.budget.models import Budget, Entry, Forecast, Line
from samspel.organisation.models import Team
from tests.budget import golden
from tests.documents.reading import page_text

ClientOf = Callable[[User | None], Client]


@pytest.fixture(autouse=True)
def _today(on_day: Callable[[date], None]) -> None:
    on_day(date(2022, 3, 1))


@pytest.fixture
def budget(team: Team) -> Budget:
    golden.make_2019(team)
    return golden.make_2021(team)


@pytest.mark.parametrize("who", ["coach", "steering_member", "officer"])
def test_all_of_the_organisation_read_it(
    client_of: ClientOf, request: pytest.FixtureRequest, team: Team, budget: Budget, who: str
) -> None:
    browser = client_of(request.getfixturevalue(who))
    page = browser.get(reverse("budget", args=[team.slug, budget.pk])).content.decode()
    assert "1\u202f926\u202f821" in page
    assert reverse("budget_lines", args=[team.slug, budget.pk]) not in page
    allocates = reverse("budget_allocation", args=[team.slug, budget.pk]) in page
    assert allocates == (who == "officer")


def test_another_teams_budget_is_not_there(
    client_of: ClientOf, stranger: User, other_team: Team, team: Team, budget: Budget
) -> None:
    for slug in (team.slug, other_team.slug):
        answer = client_of(stranger).get(reverse("budget", args=[slug, budget.pk]))
        assert answer.status_code == 404


def test_every_sum_of_actuals_opens_its_entries(
    keeping: Client, team: Team, budget: Budget
) -> None:
    page = keeping.get(reverse("budget", args=[team.slug, budget.pk])).content.decode()
    line = Line.objects.get(budget=budget, title="Lokaler")
    door = f"{reverse('budget_entries', args=[team.slug, budget.pk])}?line={line.pk}"
    assert f'href="{door}"' in page
    shown = keeping.get(door).content.decode()
    assert "136\u202f741" in shown
    assert "1\u202f926\u202f821" not in shown


def test_every_number_opens_what_is_behind_it(keeping: Client, team: Team, budget: Budget) -> None:
    """Grants and totals as well; where there is no number there is nothing to open."""
    for where in (
        reverse("budget", args=[team.slug, budget.pk]),
        reverse("budgets", args=[team.slug]),
    ):
        page = unescape(keeping.get(where).content.decode())
        shown = page.partition("budget-document")[2].partition('<p class="acts">')[0]
        assert 'class="figure"' in shown
        assert '<span class="figure"' not in shown.replace('<span class="figure">–', "")
        for door in set(re.findall(r'<a class="figure" href="([^"]+)"', shown)):
            assert keeping.get(door).status_code == 200


def test_a_grant_opens_who_granted_how_much(
    client_of: ClientOf, steering_member: User, team: Team, budget: Budget
) -> None:
    browser = client_of(steering_member)
    page = browser.get(reverse("budget", args=[team.slug, budget.pk])).content.decode()
    grant = budget.grants.get(funder__title="Kommunen")
    door = reverse("figure", args=[team.slug, "2021", f"budget_granted.funder.{grant.funder_id}"])
    assert f'href="{door}"' in page
    shown = browser.get(door).content.decode()
    assert "Kommunen" in shown
    assert "450\u202f000" in shown


def test_an_ended_budgets_cost_is_called_its_actual(
    keeping: Client, team: Team, on_day: Callable[[date], None]
) -> None:
    budget = golden.make_2023(team)
    golden.enter(budget, date(2023, 5, 1), {"Personal": 1_111_111})
    line = budget.lines.get(title="Personal")
    of_budget = reverse("budget", args=[team.slug, budget.pk])
    of_line = reverse("budget_line", args=[team.slug, line.pk])
    for day, is_over in ((date(2023, 6, 1), False), (date(2023, 12, 31), True)):
        on_day(day)
        lines = page_text(keeping.get(of_budget).content).partition("Diagram")[0]
        assert ("Prognos" in lines, "Utfall" in lines) == (not is_over, is_over)
        facts = keeping.get(of_line).content.decode()
        assert ("<dt>Prognos</dt>" in facts) == (not is_over)
        assert ('name="reason"' in facts) == (not is_over)
        assert ("Budgeten är slut" in facts) == is_over


def test_what_does_not_add_up_is_said(keeping: Client, team: Team, budget: Budget) -> None:
    grant = budget.grants.get(funder__title="Kommunen")
    grant.amount_ore = 300_000_00
    grant.save()
    team.touch()
    page = unescape(keeping.get(reverse("budget", args=[team.slug, budget.pk])).content.decode())
    assert "17\u202f251" in page
    assert "150\u202f000" in page


def test_the_list_has_the_sums_of_each_year(keeping: Client, team: Team, budget: Budget) -> None:
    page = keeping.get(reverse("budgets", args=[team.slug])).content.decode()
    assert "132\u202f749" in page
    assert "2\u202f050\u202f000" in page
    running = keeping.get(reverse("budgets", args=[team.slug]), {"which": "running"})
    assert (
        "132\u202f749"
        not in running.content.decode().partition('id="listing"')[2].partition("budget-document")[0]
    )


def test_a_part_is_what_a_reload_gives(keeping: Client, team: Team, budget: Budget) -> None:
    for name, args in (
        ("budgets", [team.slug]),
        ("budget", [team.slug, budget.pk]),
        ("budget_entries", [team.slug, budget.pk]),
        ("budget_forecasts", [team.slug, budget.pk]),
    ):
        where = reverse(name, args=args)
        part = keeping.get(where, headers={"HX-Request": "true"}).content.decode().strip()
        assert part
        assert part in keeping.get(where).content.decode()


def test_an_empty_page_teaches(keeping: Client, team: Team, client_of: ClientOf) -> None:
    page = keeping.get(reverse("budgets", args=[team.slug])).content.decode()
    assert reverse("budget_new", args=[team.slug]) in page
    bare = Budget.objects.create(team=team, start=date(2022, 1, 1), end=date(2022, 12, 31))
    shown = keeping.get(reverse("budget", args=[team.slug, bare.pk])).content.decode()
    assert reverse("budget_lines", args=[team.slug, bare.pk]) in shown


def test_more_budgets_ask_no_more_queries(
    keeping: Client,
    team: Team,
    budget: Budget,
    django_assert_max_num_queries: DjangoAssertNumQueries,
) -> None:
    golden.make_2023(team)
    for where in (
        reverse("budgets", args=[team.slug]),
        reverse("budget", args=[team.slug, budget.pk]),
        reverse("budget_entries", args=[team.slug, budget.pk]),
    ):
        keeping.get(where)
        with django_assert_max_num_queries(26):
            keeping.get(where)


def test_the_day_on_which_something_was_written_is_the_readers_own(
    keeping: Client, team: Team, budget: Budget, leader: User
) -> None:
    """Half past midnight in Sweden is still the day before in UTC."""
    line = budget.lines.get(title="Lokaler")
    at = datetime(2022, 2, 9, 23, 30, tzinfo=UTC)
    whole = {"line": line, "amount_ore": 100, "made_by": leader, "made_at": at}
    entry = Entry.objects.create(team=team, on=date(2021, 5, 1), **whole)
    Forecast.objects.create(from_on=date(2021, 6, 1), **whole)
    for where in (
        reverse("budget_entry", args=[team.slug, entry.pk]),
        reverse("budget_line", args=[team.slug, line.pk]),
        reverse("budget_forecasts", args=[team.slug, budget.pk]),
    ):
        assert "2022-02-10" in keeping.get(where).content.decode()


def test_a_file_of_another_kind_is_not_there(keeping: Client, team: Team, budget: Budget) -> None:
    url = reverse("budget_file", args=[team.slug, budget.pk, "exe"])
    assert keeping.get(url).status_code == 404
