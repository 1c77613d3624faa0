"""Making, changing, ordering and removing a team's rules; each with its log entry."""

from collections.abc import Mapping
from typing import Any

from django.db.models import F, Max
from django.db.models.functions import Coalesce

from samspel.accounts.actor import Actor
from samspel.accounts.log import log
from samspel.budget.budget import Budget
from samspel.budget.ledger.mapping_rule import MappingRule
from samspel.budget.line import Line, LineKind
from samspel.organisation.team import Team
from samspel.records.constraints import FieldOf, check, saving
from samspel.records.versions import must_be, set_values

FIELD_OF: FieldOf = {
    "mapping_rule_has_a_line_or_leaves_out": "target",
    "mapping_rule_accounts_begin_before_they_end": "account_to",
}
BALANCE_ACCOUNTS = ("1000", "2999")
"""Assets and debts, in every Swedish plan of accounts."""
PERSONNEL_ACCOUNTS = ("5000", "5999")
"""Costs of employees in Kommun-Bas, the municipalities' plan of accounts."""


def make_rule(*, team: Team, values: Mapping[str, Any], by: Actor) -> MappingRule:
    """Add a rule after the others, though before those that take every row that is left."""
    with saving(FIELD_OF):
        rules = _locked(team)
        turn = next((rule.turn for rule in rules if rule.takes_all), _after(team))
        MappingRule.objects.filter(team=team, turn__gte=turn).update(turn=F("turn") + 1)
        rule = MappingRule(team=team, turn=turn, **values)
        if rule.takes_all:
            rule.turn = _after(team)
        check(rule, FIELD_OF)
        rule.save()
        _tell(rule, by, "mapping_rule_made", sorted(values))
    return rule


def change_rule(
    *, rule: MappingRule, values: Mapping[str, Any], version: int, by: Actor
) -> MappingRule:
    """Change what a rule takes or where its rows go."""
    with saving(FIELD_OF):
        row = MappingRule.objects.select_for_update().get(pk=rule.pk)
        must_be(version, row)
        if changed := set_values(row, values):
            row.version += 1
            check(row, FIELD_OF)
            row.save()
            _tell(row, by, "mapping_rule_changed", changed)
    return row


def remove_rule(*, rule: MappingRule, by: Actor) -> None:
    """Remove a rule; what was imported by it stays as it is."""
    with saving(FIELD_OF):
        _tell(rule, by, "mapping_rule_removed", [])
        MappingRule.objects.filter(pk=rule.pk).delete()


def move_rule(*, rule: MappingRule, up: bool, by: Actor) -> None:
    """Let a rule change places with the one before or after it."""
    with saving(FIELD_OF):
        rules = _locked(rule.team)
        place = next((n for n, each in enumerate(rules) if each.pk == rule.pk), None)
        other = None if place is None else place + (-1 if up else 1)
        if place is None or other is None or not 0 <= other < len(rules):
            return
        rules[place], rules[other] = rules[other], rules[place]
        for turn, each in enumerate(rules, 1):
            each.turn = turn
        MappingRule.objects.bulk_update(rules, ["turn"])
        _tell(rule, by, "mapping_rule_moved", ["turn"])


def begin_with_usual(*, budget: Budget, by: Actor) -> list[MappingRule]:
    """Make the rules that most teams begin with, unless there are rules already."""
    with saving(FIELD_OF):
        team = budget.team
        if _locked(team):
            return []
        made = [make_rule(team=team, values=_values(BALANCE_ACCOUNTS, None), by=by)]
        personnel = Line.objects.filter(budget=budget, kind=LineKind.OWN_PERSONNEL)[:2]
        if len(personnel) == 1:
            values = _values(PERSONNEL_ACCOUNTS, personnel[0])
            made.append(make_rule(team=team, values=values, by=by))
    return made


def _values(accounts: tuple[str, str], line: Line | None) -> dict[str, Any]:
    return {
        "account_from": accounts[0],
        "account_to": accounts[1],
        "leaves_out": line is None,
        "line_kind": line.kind if line else "",
        "line_title": line.title if line else "",
    }


def _locked(team: Team) -> list[MappingRule]:
    """The team's rules in their order; whoever else orders them waits."""
    Team.objects.select_for_update().get(pk=team.pk)
    return list(MappingRule.objects.filter(team=team))


def _after(team: Team) -> int:
    last = MappingRule.objects.filter(team=team).aggregate(last=Coalesce(Max("turn"), 0))
    return int(last["last"]) + 1


def _tell(rule: MappingRule, by: Actor, act: str, fields: list[str]) -> None:
    rule.team.touch()
    log(
        by=by,
        act=act,
        subject=f"mapping_rule:{rule.pk}",
        team_id=rule.team_id,
        details={"fields": fields},
    )
