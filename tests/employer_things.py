"""Employers that tests are about; every name is invented."""

from datetime import date
from typing import Any

from samspel.accounts.models import User
from samspel.organisation.models import Team
from samspel.participants.employers.models import (
    ContactNote,
    Employer,
    EmployerContact,
    Task,
    WorkKind,
)


def make_employer(team: Team, **fields: Any) -> Employer:
    """A private employer of the team."""
    return Employer.objects.create(
        team=team, **{"name": "Åby Plantskola", "kind": "private"} | fields
    )


def make_task(employer: Employer, **fields: Any) -> Task:
    """A simple task with one place."""
    return Task.objects.create(
        employer=employer, **{"title": "Vattna plantor", "structure": "simple"} | fields
    )


def make_employer_things(team: Team, coach: User) -> dict[str, Any]:
    """An employer with a contact, a task, a talk of the coach's, and a kind of work."""
    employer = make_employer(team)
    contact = EmployerContact.objects.create(employer=employer, name="Gun Gröngräs")
    note = ContactNote.objects.create(
        employer=employer, on=date(2025, 3, 1), text="Ringde om våren.", by=coach
    )
    kind = WorkKind.objects.create(team=team, code="garden", title="trädgård")
    task = make_task(employer)
    task.work_kinds.add(kind)
    return {
        "employer": employer.pk,
        "employer_contact": contact.pk,
        "employer_note": note.pk,
        "employer_task": task.pk,
        "work_kind": kind.pk,
    }
