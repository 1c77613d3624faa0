"""What stands beside the timeline of the person's page: several subjects' rows by one query.

The page has few queries to spend. As with the timeline, each subject offers its rows as a query of
the same columns; unlike there, the rows are as of a day, so that they are prepared once a day.
"""

from collections.abc import Callable, Mapping, Sequence
from datetime import date
from typing import Any
from uuid import UUID

from django.db.models import QuerySet

from samspel.participants.timeline import Row, as_id
from samspel.participants.union import as_date, as_uuid, prepared_rows

RowsOnDay = Callable[[Sequence[UUID], date], "QuerySet[Any, Any]"]
"""Makes the rows of some episodes as of a day by `timeline_rows`."""


def rows_beside(
    sources: Mapping[str, RowsOnDay], episode: UUID, today: date
) -> dict[str, list[Row]]:
    """The rows of an episode by kind, the latest day first; one query for all of them.

    The keys of ``sources`` are the kinds that their rows say.
    """
    found: dict[str, list[Row]] = {kind: [] for kind in sources}
    for owner, on, *told in prepared_rows(_united, episode, tuple(sources.values()), today):
        row = Row(as_uuid(owner), as_date(on), *told)
        found[row.kind].append(row._replace(ref=as_id(row.ref)))
    return found


def _united(episode: UUID, sources: Sequence[RowsOnDay], today: date) -> Any:
    first, *rest = [each([episode], today) for each in sources]
    found = first.union(*rest, all=True) if rest else first
    return found.order_by("-row_on", "row_kind", "row_ref")
