"""What a process keeps ready of reports: documents and pages, the ones used last.

A document hangs on the report's and the team's revisions, so a change of a text, a record or a
setting asks for another key, and nothing kept can be out of date.
"""

from collections import OrderedDict
from collections.abc import Callable
from threading import Lock
from typing import Generic, TypeVar

from django.db import transaction
from django.urls import reverse

from samspel.documents.document import Document, Number
from samspel.figures.definitions import RESOURCES
from samspel.organisation.team import Team
from samspel.report.build import build, texts_of
from samspel.report.edition import INTERNAL, Edition
from samspel.report.report import Report

KEPT = 64
Key = tuple[object, ...]
T = TypeVar("T")
Link = Callable[[Number], str | None]


class Shelf(Generic[T]):
    """At most ``size`` things by key; the one that was not used for the longest time gives way."""

    def __init__(self, size: int = KEPT) -> None:
        self._size = size
        self._lock = Lock()
        self._kept: OrderedDict[Key, T] = OrderedDict()

    def get(self, key: Key, make: Callable[[], T]) -> T:
        """The kept thing, or a new one, which is then kept.

        Nothing is kept inside a transaction: what it has written may yet be taken back, and the
        revisions in the key would then come again with other contents.
        """
        with self._lock:
            if key in self._kept:
                self._kept.move_to_end(key)
                return self._kept[key]
        made = make()
        if not transaction.get_connection().in_atomic_block:
            self._keep(key, made)
        return made

    def _keep(self, key: Key, made: T) -> None:
        with self._lock:
            self._kept[key] = made
            while len(self._kept) > self._size:
                self._kept.popitem(last=False)


_DOCUMENTS: Shelf[Document] = Shelf()


def kept_document(report: Report, *, edition: Edition, language: str) -> Document:
    """The report's document; ``report.team`` must have been fetched with it."""
    return _DOCUMENTS.get(
        (*revisions_of(report), edition, language),
        lambda: build(
            report.team,
            report.period,
            texts=texts_of(report),
            language=language,
            edition=edition,
        ),
    )


def cases_link(report: Report) -> Link:
    """Where a number of the report leads those who may see the cases behind it."""
    return figure_link(report.team, report.period.label)


def figure_link(team: Team, period: str) -> Link:
    """Where a number of the team's period leads those who may see the cases behind it.

    Nowhere for one without an address: a sum over published reports has no definition.
    """
    base = reverse("figure", args=[team.slug, period, "-"])[: -len("-/")]
    return lambda number: f"{base}{number.address}/" if number.address else None


def definition_link(number: Number) -> str | None:
    """Where a number leads those who see figures only."""
    if not number.address:
        return None
    return f"{reverse('definitions')}#{number.address.partition('.')[0].partition('@')[0]}"


def number_link(team: Team, period: str, edition: Edition) -> Link:
    """Where a number leads: to the page of its cases or records, or only to its definition.

    The records of staff, meetings and money are for everybody who may read the figures.
    """
    to_page = figure_link(team, period)
    if edition == INTERNAL:
        return to_page
    return lambda number: to_page(number) if _is_of_resources(number) else definition_link(number)


def _is_of_resources(number: Number) -> bool:
    return number.address.partition(".")[0].partition("@")[0] in RESOURCES


def revisions_of(report: Report) -> Key:
    """What everything kept of a report hangs on; ``report.team`` must be as it stands now."""
    return (report.pk, report.revision, report.team.revision)
