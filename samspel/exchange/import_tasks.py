"""What the worker is asked to do for an import."""

from uuid import UUID

from django_tasks import task

from samspel.exchange import import_steps


@task()
def check_file(pk: str) -> None:
    """The dry run."""
    import_steps.check(UUID(pk))


@task()
def import_file(pk: str) -> None:
    """The import itself."""
    import_steps.carry_out_import(UUID(pk))
