"""Getting a budget, an import or a rule through the check of who may keep the budget."""

from typing import NamedTuple
from uuid import UUID

from django.http import HttpRequest
from django.shortcuts import get_object_or_404

from samspel.accounts.roles import Act
from samspel.budget.budget import Budget
from samspel.budget.ledger.ledger_import import LedgerImport
from samspel.budget.ledger.mapping_rule import MappingRule
from samspel.organisation.access import team_or_404
from samspel.organisation.team import Team


class Kept(NamedTuple):
    """A budget that the user may keep, and its team."""

    team: Team
    budget: Budget


def kept_or_404(request: HttpRequest, slug: str, pk: int) -> Kept:
    """The budget, for somebody who may keep it; raises Http404 for everybody else."""
    team = team_or_404(request, slug, Act.KEEP_BUDGET)
    budget = get_object_or_404(Budget, team=team, pk=pk)
    budget.team = team
    return Kept(team, budget)


def import_or_404(kept: Kept, import_id: UUID) -> LedgerImport:
    """An import into the budget."""
    job = get_object_or_404(LedgerImport, budget=kept.budget, pk=import_id)
    job.budget = kept.budget
    return job


def rule_or_404(kept: Kept, rule_id: int) -> MappingRule:
    """One of the team's rules."""
    return get_object_or_404(MappingRule, team=kept.team, pk=rule_id)
