"""The rules: what they take, their order, and writing them from an import's page."""

from datetime import date
from typing import Any

import pytest
from django.test import Client

from samspel.budget.ledger.models import LedgerImport, MappingRule
from samspel.budget.ledger.reading.ledger_row import LedgerRow
from samspel.budget.models import Budget, Line
from samspel.organisation.models import Team
from tests.budget.ledger.conftest import Send, make_rule, url
from tests.budget.ledger.sie_writer import Trans, Ver, sie

RENT = Ver("2", date(2024, 2, 1), [Trans("6010", "4164.50", (), "Hyra")])


def test_a_rule_is_written_from_the_account_that_has_none(
    send: Send, keeping: Client, budget: Budget, lines: dict[str, Line]
) -> None:
    send(sie(RENT))
    job = LedgerImport.objects.get()
    assert job.result["unmapped"][0][:2] == ["6010", "Lokalhyra"]
    address = f"{url('ledger_rule_new', budget)}?account=6010&import={job.pk}"
    shown = keeping.get(address).content.decode()
    assert 'value="6010"' in shown
    rule = {"account_from": "6010", "account_to": "6010", "target": str(lines["Lokal"].pk)}
    page = keeping.post(address, rule)
    assert page["Location"] == url("ledger_import", budget, job)
    job.refresh_from_db()
    assert (job.result["unmapped"], job.result["new"]) == ([], 1)


@pytest.mark.parametrize(
    ("data", "sentence"),
    [
        ({}, "Välj en rad, eller att posterna utelämnas."),
        ({"account_from": "5x"}, "skrivs med siffror"),
        ({"account_to": "5999"}, "även det första kontot"),
        ({"account_from": "5000", "account_to": "599"}, "lika många siffror"),
        ({"account_from": "5000", "account_to": "4999"}, "lika många siffror"),
        ({"project": "9*1"}, "bara stå sist"),
        ({"target": "999999"}, "field-error"),
    ],
)
def test_rules_that_make_no_sense_are_refused(
    data: dict[str, str], sentence: str, keeping: Client, budget: Budget
) -> None:
    shown = keeping.post(url("ledger_rule_new", budget), data).content.decode()
    assert sentence in shown
    assert not MappingRule.objects.exists()


def ordered(team: Team) -> list[str]:
    return [rule.account_from for rule in MappingRule.objects.filter(team=team)]


def test_the_order_of_rules_is_changed_step_by_step(
    keeping: Client, budget: Budget, rules: list[MappingRule], team: Team
) -> None:
    move = url("ledger_rule_move", budget, rule_id=rules[2].pk)
    keeping.post(move, {"where": "up"})
    assert ordered(team) == ["1000", "6000", "5000"]
    for _ in range(3):
        keeping.post(move, {"where": "down"})
    assert ordered(team) == ["1000", "5000", "6000"]
    keeping.post(url("ledger_rule_remove", budget, rule_id=rules[0].pk))
    assert ordered(team) == ["5000", "6000"]


def test_a_new_rule_comes_before_the_one_that_takes_all(
    keeping: Client, budget: Budget, rules: list[MappingRule], team: Team
) -> None:
    keeping.post(url("ledger_rule_new", budget), {"target": "out"})
    keeping.post(url("ledger_rule_new", budget), {"account_from": "7000", "target": "out"})
    assert ordered(team) == ["1000", "5000", "6000", "7000", ""]
    make_rule(team, 9, "8000", "8999", leaves_out=True)
    assert "nås aldrig" in keeping.get(url("ledger_mapping", budget)).content.decode()


def test_two_who_change_a_rule_never_overwrite(
    keeping: Client, budget: Budget, rules: list[MappingRule], lines: dict[str, Line]
) -> None:
    address = url("ledger_rule", budget, rule_id=rules[2].pk)
    data = {"account_from": "6000", "account_to": "6199", "target": "out", "version": "1"}
    keeping.post(address, data)
    page = keeping.post(address, data | {"account_to": "6299"})
    assert "Någon annan" in page.content.decode()
    rules[2].refresh_from_db()
    assert (rules[2].account_to, rules[2].leaves_out, rules[2].version) == ("6199", True, 2)


def test_a_line_that_the_budget_lacks_is_kept_in_its_rule(
    keeping: Client, budget: Budget, team: Team
) -> None:
    rule = make_rule(team, 1, "4000", "4999", line_kind="external_services", line_title="Köpt")
    address = url("ledger_rule", budget, rule_id=rule.pk)
    assert "Köpt (finns inte i den här budgeten)" in keeping.get(address).content.decode()
    data = {"account_from": "4000", "account_to": "4899", "target": "kept", "version": "1"}
    keeping.post(address, data)
    rule.refresh_from_db()
    assert (rule.account_to, rule.line_title) == ("4899", "Köpt")


def test_the_usual_rules_are_taken_in_once(keeping: Client, budget: Budget, team: Team) -> None:
    for _ in range(2):
        keeping.post(url("ledger_mapping_begin", budget))
    assert ordered(team) == ["1000", "5000"]


@pytest.mark.parametrize(
    ("rule", "fits"),
    [
        (
            {"account_from": "5000", "account_to": "5999"},
            ["5000", "50101", "5199", "5999", "59999"],
        ),
        ({"account_from": "50", "account_to": "51"}, ["5000", "50101", "5199"]),
        ({"account_from": "50101", "account_to": "50101"}, ["50101"]),
        ({}, ["499", "5000", "50101", "5199", "5999", "59999", "6000"]),
    ],
)
def test_ranges_of_accounts_take_their_parts(rule: dict[str, str], fits: list[str]) -> None:
    accounts = ["499", "5000", "50101", "5199", "5999", "59999", "6000"]
    assert [a for a in accounts if MappingRule(**rule).fits(row_of(account=a))] == fits


@pytest.mark.parametrize(
    ("wanted", "code", "fits"),
    [("91", "91", True), ("91", "912", False), ("91*", "912", True), ("f1", "F1", True),
     ("", "x", True), ("91", "", False), ("*", "", True)],
)  # fmt: skip
def test_codes_are_compared_whole_or_by_their_beginning(wanted: str, code: str, fits: bool) -> None:
    assert MappingRule(project=wanted).fits(row_of(project=code)) is fits
    assert MappingRule(cost_centre=wanted).fits(row_of(cost_centre=code)) is fits


def row_of(**fields: str) -> LedgerRow:
    plain: dict[str, Any] = {"account": "1", "project": "", "cost_centre": "", "voucher": ""}
    rest = {"line": 1, "origin": "", "voucher_key": "", "on": date.min, "text": "", "ore": 1}
    return LedgerRow(**plain | rest | fields)
