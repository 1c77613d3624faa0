"""What the worker is asked to do for an import from a ledger."""

from uuid import UUID

from django_tasks import task

from samspel.budget.ledger import work


@task()
def check_file(pk: str) -> None:
    """The check."""
    work.check(UUID(pk))


@task()
def import_file(pk: str) -> None:
    """The import itself."""
    work.carry_out(UUID(pk))
