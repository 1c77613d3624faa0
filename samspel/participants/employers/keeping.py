"""How a row of the team's employers is written: locked, compared, checked, saved, told of.

The log names fields and codes only: what stands in them of a contact is personal data.
"""

from collections.abc import Iterable, Mapping
from typing import Any, TypeVar

from django.core.exceptions import ValidationError
from django.db import models
from django.utils.translation import gettext as _

from samspel.accounts.actor import Actor
from samspel.accounts.log import log
from samspel.participants.constraints import broken_constraints
from samspel.participants.employers.contact import EmployerContact
from samspel.participants.employers.contact_note import ContactNote
from samspel.participants.employers.employer import Employer
from samspel.participants.employers.task import Task
from samspel.participants.employers.work_kind import WorkKind
from samspel.records.versions import must_be, set_values

Row = TypeVar("Row", Employer, EmployerContact, Task, ContactNote, WorkKind)
Kept = Employer | EmployerContact | Task | ContactNote | WorkKind


def locked(row: Row, version: int) -> Row:
    """The row as it now stands, locked until the transaction ends.

    Raises ChangedMeanwhileError when it is no longer the ``version`` that the writer saw.
    """
    found = rows_of(row).select_for_update().get(pk=row.pk)
    must_be(version, found)
    return found


def rows_of(row: Row) -> "models.QuerySet[Row]":
    """The query that the row is fetched by, without any check of who may: for writers."""
    return type(row).objects.all()


def insert(row: Row, values: Mapping[str, Any]) -> Row:
    """Save a new row. Raises ValidationError with every fault."""
    set_values(row, values)
    check(row)
    row.save(force_insert=True)
    return row


def update(row: Row, values: Mapping[str, Any]) -> list[str]:
    """Save what differs in a locked row; the names of its fields. Raises ValidationError."""
    changed = set_values(row, values)
    if changed:
        save_anew(row)
    return changed


def save_anew(row: Row) -> None:
    """Save a locked row as its next version. Raises ValidationError with every fault."""
    check(row)
    row.version += 1
    row.save()


def check(row: Kept) -> None:
    """Raise ValidationError when a constraint would be broken."""
    if broken := broken_constraints(row):
        raise ValidationError(dict(broken))


def require_used(employer: Employer) -> None:
    """Raise ValidationError when the team does not work with the employer any more."""
    if not employer.is_used:
        raise ValidationError(
            _("The team does not work with this employer any more. Take it up again first.")
        )


def tell(act: str, row: Kept, details: Iterable[str], *, by: Actor) -> None:
    """Write to the access log what was done with which row; ``details`` are names of fields."""
    employer = _employer_of(row)
    team_id = row.team_id if isinstance(row, WorkKind) else _team_id(row)
    subject = f"team:{team_id}" if employer is None else f"employer:{employer}"
    fields = {"fields": sorted(details), "row": str(row.pk)}
    log(by=by, act=act, subject=subject, team_id=team_id, details=fields)


def _employer_of(row: Kept) -> Any:
    if isinstance(row, WorkKind):
        return None
    return row.pk if isinstance(row, Employer) else row.employer_id


def _team_id(row: Kept) -> int:
    return row.team_id if isinstance(row, Employer | WorkKind) else row.employer.team_id
