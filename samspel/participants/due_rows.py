"""What is due of several subjects by one query: each offers its rows, as for the timeline.

A list of five hundred cases has few queries to spend. What a subject can tell in the columns of a
timeline's row is asked for together with the others'.
"""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any
from uuid import UUID

from django.db.models import QuerySet

from samspel.participants.due import Due
from samspel.participants.episode import Episode
from samspel.participants.timeline import Row, as_id


@dataclass(frozen=True, slots=True)
class DueSource:
    """What a subject offers. ``kind`` is what its rows say, ``dues`` makes the lines of a row."""

    kind: str
    rows: Callable[[Sequence[UUID], date], "QuerySet[Any, Any]"]
    """Made by `timeline_rows` of some episodes, as of a day."""
    dues: Callable[[Row, Episode, date], Iterator[Due]]


def dues_from(
    sources: Sequence[DueSource], episodes: Sequence[Episode], today: date
) -> Iterator[Due]:
    """The dues of some open episodes on a day, of all the sources by one query."""
    by_id = {each.pk: each for each in episodes}
    makers = {each.kind: each.dues for each in sources}
    first, *rest = [each.rows(list(by_id), today) for each in sources]
    for values in first.union(*rest, all=True) if rest else first:
        row = Row(*values)
        row = row._replace(ref=as_id(row.ref))
        yield from makers[row.kind](row, by_id[row.episode_id], today)
