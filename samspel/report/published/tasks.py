"""What the worker is asked to do for an older report."""

from uuid import UUID

from django_tasks import task

from samspel.report.published import work


@task()
def read_report(pk: str) -> None:
    """Read and check it."""
    work.read(UUID(pk))
