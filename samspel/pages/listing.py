"""A list that is filtered, sorted and turned page by page through its address.

The address holds filters, sort and page only, never what somebody searched for. Whatever it
holds that does not fit falls back to what the page begins with.
"""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any, TypeVar
from urllib.parse import urlencode

from django.db.models import F, Model, QuerySet
from django.db.models.expressions import OrderBy

PAGE_SIZE = 50
_AROUND = 2
_LONGEST_NUMBER = 9

Row = TypeVar("Row")
Text = Any
"""A text or one that is translated when it is shown."""


@dataclass(frozen=True, slots=True)
class Column:
    """A column of the list; ``order`` are the fields it sorts by, none if it does not sort."""

    key: str
    title: Text
    order: tuple[str, ...] = ()
    css: str = ""


@dataclass(frozen=True, slots=True)
class Filter:
    """A choice above the list; the first option is what the page begins with."""

    key: str
    label: Text
    options: Sequence[tuple[str, Text]]


@dataclass(frozen=True, slots=True)
class Heading:
    """A column's heading: its link, and the order if the list is sorted by it."""

    title: Text
    url: str
    aria_sort: str
    css: str


@dataclass(frozen=True, slots=True)
class PageLink:
    """One step of the pager; without an address it is a gap or the page itself."""

    title: str
    url: str
    is_current: bool = False


class Listing:
    """One answer to one address: what is chosen, which rows to take, and the links around."""

    def __init__(
        self,
        query: Mapping[str, str],
        *,
        path: str,
        columns: Sequence[Column],
        filters: Sequence[Filter] = (),
        sort: str = "",
        size: int = PAGE_SIZE,
    ) -> None:
        self.path, self.columns, self.filters, self.size = path, columns, filters, size
        self.chosen = {each.key: _chosen(each, query.get(each.key, "")) for each in filters}
        self._default_sort = sort
        asked = query.get("sort", "")
        self.sort = asked if asked.removeprefix("-") in self._orders() else sort
        self.page = _number(query.get("page", ""))
        self.count = self.pages = 0

    def _orders(self) -> dict[str, tuple[str, ...]]:
        return {each.key: each.order for each in self.columns if each.order}

    def order_by(self) -> list[OrderBy | str]:
        """How the rows are sorted: rows without a value last either way, then by their key."""
        descending = self.sort.startswith("-")
        orders: list[OrderBy | str] = []
        for name in self._orders().get(self.sort.removeprefix("-"), ()):
            turned = descending != name.startswith("-")
            field = F(name.removeprefix("-"))
            orders.append(OrderBy(field, descending=turned, nulls_last=True))
        return [*orders, "pk"]

    def take(
        self, rows: "QuerySet[Model, Row]", counted: "QuerySet[Any, Any] | None" = None
    ) -> list[Row]:
        """The rows of the page; one query for their number and one for themselves.

        ``counted`` are as many rows, asked for in a simpler way: without what only shows.
        """
        self.count = (rows if counted is None else counted).order_by().count()
        self.pages = max(1, -(-self.count // self.size))
        self.page = min(self.page, self.pages)
        start = (self.page - 1) * self.size
        return list(rows.order_by(*self.order_by())[start : start + self.size])

    def cut(self, rows: Sequence[Row]) -> list[Row]:
        """The rows of the page, of a list that is worked out and in its order already."""
        self.count = len(rows)
        self.pages = max(1, -(-self.count // self.size))
        self.page = min(self.page, self.pages)
        start = (self.page - 1) * self.size
        return list(rows[start : start + self.size])

    def all(self, rows: "QuerySet[Model, Row]") -> list[Row]:
        """The rows of all pages, in the same order: to take along as a file."""
        return list(rows.order_by(*self.order_by()))

    def selects(self) -> list[dict[str, Any]]:
        """The filters as their template shows them."""
        return [
            {
                "key": each.key,
                "label": each.label,
                "options": [
                    (value, title, value == self.chosen[each.key]) for value, title in each.options
                ],
            }
            for each in self.filters
        ]

    @property
    def kept_sort(self) -> str:
        """The order that a change of filters keeps; nothing when it is the first one."""
        return "" if self.sort == self._default_sort else self.sort

    @property
    def first(self) -> int:
        """The number of the page's first row, from 1; 0 in an empty list."""
        return (self.page - 1) * self.size + 1 if self.count else 0

    @property
    def last(self) -> int:
        """The number of the page's last row."""
        return min(self.page * self.size, self.count)

    def url(self, **changes: str | int) -> str:
        """The list's address with some of its parts changed; what is as at first is left out."""
        parts = {**self.chosen, "sort": self.sort, **changes}
        first = {each.key: each.options[0][0] for each in self.filters}
        first |= {"sort": self._default_sort, "page": "1"}
        kept = {name: value for name, value in parts.items() if str(value) != first.get(name, "")}
        return f"{self.path}?{urlencode(kept)}" if kept else self.path

    def headings(self) -> list[Heading]:
        """The table's headings; a link sorts, and turns the order where it is sorted already."""
        return [self._heading(column) for column in self.columns]

    def _heading(self, column: Column) -> Heading:
        if not column.order:
            return Heading(column.title, "", "", column.css)
        if self.sort == column.key:
            return Heading(column.title, self.url(sort=f"-{column.key}"), "ascending", column.css)
        order = "descending" if self.sort == f"-{column.key}" else ""
        return Heading(column.title, self.url(sort=column.key), order, column.css)

    def pager(self) -> list[PageLink]:
        """The first, the last and the pages near this one, with gaps between."""
        near = range(self.page - _AROUND, self.page + _AROUND + 1)
        numbers = sorted({1, self.pages, *(n for n in near if 1 <= n <= self.pages)})
        return list(self._links(numbers))

    def _links(self, numbers: Sequence[int]) -> Iterable[PageLink]:
        before = 0
        for number in numbers:
            if number > before + 1:
                yield PageLink("…", "")
            yield PageLink(str(number), self.url(page=number), number == self.page)
            before = number

    @property
    def previous_url(self) -> str:
        """The page before this one, or nothing."""
        return self.url(page=self.page - 1) if self.page > 1 else ""

    @property
    def next_url(self) -> str:
        """The page after this one, or nothing."""
        return self.url(page=self.page + 1) if self.page < self.pages else ""


def _chosen(choice: Filter, asked: str) -> str:
    known = [value for value, _title in choice.options]
    return asked if asked in known else known[0]


def _number(text: str) -> int:
    fits = text.isascii() and text.isdecimal() and len(text) <= _LONGEST_NUMBER
    return max(1, int(text)) if fits else 1
