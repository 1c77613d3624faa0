"""Making budgets, lines, allocations, entries and forecasts from the pages."""

from collections.abc import Callable
from datetime import UTC, date, datetime
from html import unescape
from typing import Any

import pytest
from django.core.exceptions import ValidationError
from django.db import IntegrityError, transaction
from django.test import Client
from django.urls import reverse

from samspel.accounts.actor import Actor
from samspel.accounts.log import LogEntry
from samspel.accounts.models import User
from samspel.budget.keeping_entries import enter
from samspel.budget.models import Budget, Entry, Forecast, Funder, Line, PriceIndex
from samspel.organisation.models import Team
from tests.budget.golden import make_2021

ClientOf = Callable[[User | None], Client]
DAY = date(2021, 8, 15)


@pytest.fixture(autouse=True)
def _today(on_day: Callable[[date], None]) -> None:
    on_day(DAY)


@pytest.fixture
def budget(team: Team) -> Budget:
    return make_2021(team)


def url(name: str, team: Team, *args: Any) -> str:
    return reverse(name, args=[team.slug, *args])


def text_of(answer: Any) -> str:
    return unescape(answer.content.decode())


def lines_data(budget: Budget, **changes: str) -> dict[str, str]:
    """The sheet of lines as it was shown, with some of it written over."""
    data = {"version": str(budget.version)}
    for line in budget.lines.all():
        data |= {
            f"title_{line.pk}": line.title,
            f"kind_{line.pk}": line.kind,
            f"turn_{line.pk}": str(line.turn),
        }
    return data | changes


def test_a_budget_begins_with_the_lines_of_the_one_before(
    keeping: Client, team: Team, budget: Budget
) -> None:
    page = keeping.get(url("budget_new", team))
    assert '<option value="2022-01-01" selected' in page.content.decode()
    data = {"start": "2022-01-01", "months": "12", "layout": "allocated_forecast", "copies": "on"}
    keeping.post(url("budget_new", team), data)
    made = Budget.objects.get(start=date(2022, 1, 1))
    assert made.end == date(2022, 12, 31)
    assert [each.title for each in made.lines.all()] == [each.title for each in budget.lines.all()]
    assert set(made.lines.values_list("applied_ore", "allocated_ore")) == {(None, None)}


@pytest.mark.parametrize(
    ("start", "months"), [("2021-07-01", "12"), ("2020-07-01", "12"), ("2021-01-01", "6")]
)
def test_two_budgets_never_share_a_day(
    keeping: Client, team: Team, budget: Budget, start: str, months: str
) -> None:
    data = {"start": start, "months": months, "layout": "allocated_forecast"}
    answer = keeping.post(url("budget_new", team), data)
    assert "2021-01-01 – 2021-12-31" in text_of(answer)
    assert Budget.objects.count() == 1


def test_broken_years_and_half_years_stand_beside_each_other(keeping: Client, team: Team) -> None:
    for start, months in (("2020-07-01", "12"), ("2021-07-01", "6")):
        data = {"start": start, "months": months, "layout": "applied_consumed"}
        keeping.post(url("budget_new", team), data)
    assert [each.name for each in Budget.objects.order_by("start")] == [
        "2020-07–2021-06",
        "2021-07–2021-12",
    ]


def test_lines_are_added_renamed_and_ordered_at_once(
    keeping: Client, team: Team, budget: Budget
) -> None:
    first, second = list(budget.lines.all())[:2]
    changes = {
        f"title_{first.pk}": second.title,
        f"title_{second.pk}": first.title,
        f"applied_{first.pk}": "1 900 000,50",
        "title_new": "Resor",
        "kind_new": "participants_costs",
        "turn_new": "1",
        f"turn_{first.pk}": "2",
    }
    answer = keeping.post(url("budget_lines", team, budget.pk), lines_data(budget, **changes))
    assert answer.status_code == 302
    titles = list(budget.lines.order_by("turn").values_list("title", flat=True))
    assert titles[:2] == ["Resor", "Lokaler"]
    first.refresh_from_db()
    assert first.applied_ore == 190_000_050


def test_of_two_who_write_the_sheet_the_second_sees_what_stands(
    keeping: Client, team: Team, budget: Budget
) -> None:
    line = budget.lines.all()[0]
    field = f"applied_{line.pk}"
    seen = lines_data(budget)
    keeping.post(url("budget_lines", team, budget.pk), seen | {field: "100"})
    answer = keeping.post(url("budget_lines", team, budget.pk), seen | {field: "200"})
    line.refresh_from_db()
    assert line.applied_ore == 100_00
    assert "Nu står det: 100" in text_of(answer)
    assert 'value="200"' in answer.content.decode()


def test_a_line_with_entries_stays_and_one_without_goes(
    keeping: Client, team: Team, budget: Budget
) -> None:
    kept = budget.lines.all()[0]
    gone = Line.objects.create(budget=budget, kind="other", title="Fel")
    for line in (kept, gone):
        data = {"version": Budget.objects.get().version}
        keeping.post(url("budget_line_remove", team, line.pk), data)
    assert Line.objects.filter(pk=kept.pk).exists()
    assert not Line.objects.filter(pk=gone.pk).exists()


def test_the_officer_allocates_and_may_not_enter_costs(
    client_of: ClientOf, officer: User, team: Team, budget: Budget
) -> None:
    browser = client_of(officer)
    municipal = Funder.objects.get(title="Kommunen")
    line = budget.lines.all()[0]
    data = {
        "version": budget.version,
        f"line_{line.pk}": "1 000 000",
        f"amount_{municipal.pk}": "500 000",
        f"turn_{municipal.pk}": "2",
        "title_new": "Regionen",
        "amount_new": "25 000",
        "turn_new": "1",
    }
    assert browser.post(url("budget_allocation", team, budget.pk), data).status_code == 302
    granted = list(budget.grants.values_list("funder__title", "amount_ore", "turn"))
    assert granted == [("Regionen", 25_000_00, 1), ("Kommunen", 500_000_00, 2)]
    line.refresh_from_db()
    assert line.allocated_ore == 1_000_000_00
    assert LogEntry.objects.filter(act="budget_allocated", team_id=team.pk).exists()
    assert browser.get(url("budget_entry_new", team, budget.pk)).status_code == 404


def entry_data(line: Line, **changes: str) -> dict[str, Any]:
    data = {"line": line.pk, "on": "2021-06-30", "amount_ore": "1 234,56", "text": "Klumpsumma"}
    return data | changes


def test_a_cost_is_entered_to_the_ore_and_a_credit_with_a_minus(
    keeping: Client, team: Team, budget: Budget, leader: User
) -> None:
    Entry.objects.all().delete()
    line = budget.lines.all()[0]
    for amount in ("1 234,56", "−34,06"):
        data = entry_data(line, amount_ore=amount)
        keeping.post(url("budget_entry_new", team, budget.pk), data)
    entries = Entry.objects.order_by("pk")
    assert [each.amount_ore for each in entries] == [123_456, -3_406]
    assert {each.made_by for each in entries} == {leader}
    page = text_of(keeping.get(url("budget_entries", team, budget.pk)))
    assert "1\u202f234,56" in page
    assert "−34,06" in page


@pytest.mark.parametrize("on", ["2020-12-31", "2022-01-01"])
def test_an_entry_of_another_year_is_refused_with_the_days(
    keeping: Client, team: Team, budget: Budget, on: str
) -> None:
    before = Entry.objects.count()
    data = entry_data(budget.lines.all()[0], on=on)
    answer = keeping.post(url("budget_entry_new", team, budget.pk), data)
    assert "2021-01-01 – 2021-12-31" in text_of(answer)
    assert Entry.objects.count() == before


@pytest.mark.parametrize("amount", ["", "0", "1.900", "abc"])
def test_an_amount_that_cannot_be_read_is_refused(
    keeping: Client, team: Team, budget: Budget, amount: str
) -> None:
    before = Entry.objects.count()
    data = entry_data(budget.lines.all()[0], amount_ore=amount)
    assert keeping.post(url("budget_entry_new", team, budget.pk), data).status_code == 200
    assert Entry.objects.count() == before


def test_an_entry_is_corrected_by_one_at_a_time_and_taken_back(
    keeping: Client, team: Team, budget: Budget
) -> None:
    entry = Entry.objects.get(line__title="Lokaler")
    where = url("budget_entry_change", team, entry.pk)
    data = entry_data(entry.line, amount_ore="5", version=str(entry.version))
    assert keeping.post(where, data).status_code == 302
    assert keeping.post(where, data | {"amount_ore": "6"}).status_code == 200
    entry.refresh_from_db()
    assert entry.amount_ore == 500
    back = url("budget_entry_take_back", team, entry.pk)
    keeping.post(back, {"version": 1})
    assert Entry.objects.filter(pk=entry.pk).exists()
    keeping.post(back, {"version": entry.version})
    assert not Entry.objects.filter(pk=entry.pk).exists()
    assert LogEntry.objects.filter(act="budget_entry_taken_back").exists()


def test_an_entry_of_a_ledger_keeps_its_amount_and_stays(
    keeping: Client, team: Team, budget: Budget
) -> None:
    entry = Entry.objects.get(line__title="Lokaler")
    Entry.objects.filter(pk=entry.pk).update(origin="sie:2021:A:1:1")
    data = entry_data(budget.lines.all()[0], amount_ore="5", version=str(entry.version))
    keeping.post(url("budget_entry_change", team, entry.pk), data)
    moved = Entry.objects.get(pk=entry.pk)
    assert (moved.amount_ore, moved.line) == (entry.amount_ore, budget.lines.all()[0])
    keeping.post(url("budget_entry_take_back", team, entry.pk), {"version": moved.version})
    assert Entry.objects.filter(pk=entry.pk).exists()


def test_forecasts_are_kept_one_after_the_other(
    keeping: Client, team: Team, budget: Budget
) -> None:
    line = budget.lines.all()[0]
    where = url("budget_line", team, line.pk)
    for amount in ("10 000", "12 000"):
        data = {"from_on": "2021-07-01", "amount_ore": amount, "reason": "En tjänst är vakant"}
        assert keeping.post(where, data).status_code == 302
    assert list(line.forecasts.values_list("amount_ore", flat=True)) == [12_000_00, 10_000_00]
    outside = {"from_on": "2022-01-01", "amount_ore": "1", "reason": ""}
    assert "2021-01-01 – 2021-12-31" in text_of(keeping.post(where, outside))
    assert Forecast.objects.count() == 2


def test_the_index_gives_fixed_prices_and_never_overwrites(
    keeping: Client, team: Team, budget: Budget
) -> None:
    where = url("budget_index", team)
    assert keeping.post(where, {"seen": "", "year_2021": "409,22"}).status_code == 302
    assert 'value="409,22"' in keeping.get(where).content.decode()
    assert str(PriceIndex.objects.get().value) == "409.22"
    assert keeping.post(where, {"seen": "", "year_2021": "1"}).status_code == 200
    assert str(PriceIndex.objects.get().value) == "409.22"


def test_a_budget_with_money_in_it_is_not_removed(
    keeping: Client, team: Team, budget: Budget
) -> None:
    keeping.post(url("budget_remove", team, budget.pk), {"version": budget.version})
    assert Budget.objects.filter(pk=budget.pk).exists()
    empty = Budget.objects.create(team=team, start=date(2022, 1, 1), end=date(2022, 6, 30))
    keeping.post(url("budget_remove", team, empty.pk), {"version": empty.version})
    assert not Budget.objects.filter(pk=empty.pk).exists()


def test_the_days_hold_what_is_entered(keeping: Client, team: Team, budget: Budget) -> None:
    data = {"version": budget.version, "start": "2021-01-01", "months": "6"}
    data |= {"layout": "applied_consumed"}
    assert keeping.post(url("budget_change", team, budget.pk), data).status_code == 200
    assert Budget.objects.get().end == date(2021, 12, 31)


def test_the_database_holds_an_origin_once_and_asks_for_a_reason(
    team: Team, budget: Budget
) -> None:
    at = datetime(2021, 8, 1, tzinfo=UTC)
    line = budget.lines.all()[0]
    about = {"team": team, "line": line, "on": DAY, "amount_ore": 1, "made_at": at}
    Entry.objects.create(origin="sie:1", **about)
    with pytest.raises(IntegrityError), transaction.atomic():
        Entry.objects.create(origin="sie:1", **about)
    with pytest.raises(IntegrityError), transaction.atomic():
        Forecast.objects.create(line=line, from_on=DAY, amount_ore=1, suggested_ore=2, made_at=at)


def test_an_entry_says_which_days_there_are(budget: Budget, leader: User) -> None:
    at = datetime(2021, 8, 1, tzinfo=UTC)
    values = {"on": date(2020, 1, 1), "amount_ore": 1, "text": "", "voucher": ""}
    with pytest.raises(ValidationError) as refused:
        enter(line=budget.lines.all()[0], values=values, by=Actor(user=leader), now=at)
    assert "on" in refused.value.message_dict
