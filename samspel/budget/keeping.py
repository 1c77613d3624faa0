"""How rows of a budget are written: locked, compared, checked, saved, told of.

Who writes anything of a budget locks the budget first, so that two who write wait for each other.
"""

from collections.abc import Iterable, Mapping
from typing import Any, TypeVar

from django.db import models

from samspel.accounts.actor import Actor
from samspel.accounts.log import log
from samspel.budget.budget import Budget
from samspel.organisation.team import Team
from samspel.records.constraints import check
from samspel.records.versions import must_be, set_values

Row = TypeVar("Row", bound=models.Model)
FIELD_OF = {
    "budget_line_is_named_once": "title",
    "budget_line_has_a_name": "title",
    "budget_line_has_a_kind": "kind",
    "funder_is_named_once": "title",
    "funder_of_budget_has_a_name": "title",
    "forecast_tells_why_it_differs": "reason",
    "budget_starts_on_its_own_day": "start",
    "budget_ends_on_its_own_day": "start",
}
"""By a constraint's name the field at which its sentence stands."""


def locked_budget(budget: Budget, version: int | None = None) -> Budget:
    """The budget as it now stands, locked until the transaction ends.

    Raises ChangedMeanwhileError when it is no longer the ``version`` that the writer saw.
    """
    found = Budget.objects.select_for_update().select_related("team").get(pk=budget.pk)
    if version is not None:
        must_be(version, found)
    return found


def insert(row: Row, values: Mapping[str, Any] | None = None) -> Row:
    """Save a new row. Raises ValidationError with every fault."""
    set_values(row, values or {})
    check(row, FIELD_OF)
    row.save(force_insert=True)
    return row


def update(row: models.Model, values: Mapping[str, Any]) -> list[str]:
    """Save what differs in a locked row; the names of its fields. Raises ValidationError."""
    changed = set_values(row, values)
    if changed:
        check(row, FIELD_OF)
        if hasattr(row, "version"):
            row.version += 1
        row.save()
    return changed


def count_up(budget: Budget) -> None:
    """Mark that something of a locked budget was changed."""
    budget.version += 1
    budget.save(update_fields=["version"])


def tell(act: str, row: models.Model, team: Team, fields: Iterable[str], *, by: Actor) -> None:
    """Let the team's figures be worked out anew, and write to the log which fields were changed."""
    team.touch()
    subject = f"{_KINDS[row._meta.model_name or '']}:{row.pk}"
    log(by=by, act=act, subject=subject, team_id=team.pk, details={"fields": sorted(set(fields))})


_KINDS = {
    "budget": "budget",
    "line": "budget_line",
    "funder": "funder",
    "entry": "budget_entry",
    "forecast": "budget_forecast",
    "team": "team",
}
"""What the log calls a row."""
