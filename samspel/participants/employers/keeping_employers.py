"""Employers that the team works with: added, changed, no longer turned to, taken up again."""

from collections.abc import Mapping
from typing import Any

from django.db.models import Q

from samspel.accounts.actor import Actor
from samspel.organisation.team import Team
from samspel.participants.constraints import saving
from samspel.participants.employers.employer import Employer
from samspel.participants.employers.keeping import insert, locked, tell, update
from samspel.participants.names import search_key

FIELDS = ("name", "kind", "organisation_number", "address", "website", "structure_notes")
_MOST_SHOWN = 10


def lookalikes(team: Team, name: str, number: str, other_than: Employer | None) -> list[Employer]:
    """The team's employers with the same name, whatever its letters' case, or the same number."""
    alike = Q(search_key=search_key(name)) & ~Q(search_key="")
    if number:
        alike |= Q(organisation_number=number)
    found = Employer.objects.of_teams([team]).filter(alike)
    if other_than is not None:
        found = found.exclude(pk=other_than.pk)
    return list(found[:_MOST_SHOWN])


def add_employer(*, team: Team, values: Mapping[str, Any], by: Actor) -> Employer:
    """A new employer; ``values`` by the names of `FIELDS`. Raises ValidationError."""
    with saving(by):
        row = insert(Employer(team=team), values)
        tell("employer_added", row, values, by=by)
    return row


def change_employer(
    *, employer: Employer, version: int, values: Mapping[str, Any], by: Actor
) -> Employer:
    """Change an employer. Raises ValidationError, and ChangedMeanwhileError.

    What changes nothing leaves no trace.
    """
    with saving(by):
        row = locked(employer, version)
        if changed := update(row, values):
            # Figures tell by the employers' kinds.
            row.team.touch()
            tell("employer_changed", row, changed, by=by)
    return row


def set_used(*, employer: Employer, version: int, is_used: bool, by: Actor) -> Employer:
    """Turn to the employer no longer, or again; contacts, tasks and history stay.

    Raises ChangedMeanwhileError.
    """
    return change_employer(employer=employer, version=version, values={"is_used": is_used}, by=by)
