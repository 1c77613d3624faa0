"""The day as a page shows it: whom one meets today, what is due by when, who waits."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from enum import StrEnum
from typing import Any

from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy as lazy

from samspel.pages.listing import Filter, Listing
from samspel.participants.day.cases import Case
from samspel.participants.day.gather import Day, Line
from samspel.participants.due import DueKind
from samspel.participants.stage import Stage

SHOWN = 8
"""As many lines of each group, and as many of the queue, as can be taken in at a glance."""
MINE, TEAM, ALL = "mine", "team", "yes"


class When(StrEnum):
    """The groups of what is due."""

    OVERDUE = "overdue"
    TODAY = "today"
    WEEK = "week"
    LATER = "later"


TITLES = {
    When.OVERDUE: lazy("Should have been done"),
    When.TODAY: lazy("Today"),
    When.WEEK: lazy("This week"),
    When.LATER: lazy("Later"),
}


@dataclass(frozen=True, slots=True)
class Group:
    """What is due at about the same time; ``more`` are so many that are not shown."""

    when: When
    title: Any
    lines: list[Line]
    more: int

    @property
    def is_pressing(self) -> bool:
        """Whether it may have the colour of what is due."""
        return self.when in (When.OVERDUE, When.TODAY)


@dataclass(frozen=True, slots=True)
class View:
    """One of the two views, with how much is due in it."""

    title: Any
    url: str
    number: int
    is_current: bool


@dataclass(frozen=True, slots=True)
class Board:
    """The day as chosen."""

    listing: Listing
    views: list[View]
    meetings: list[Line]
    next_meeting: Line | None
    """The first meeting after today that is told of already."""
    groups: list[Group]
    waiting: list[Case]
    """Those longest in the queue."""
    has_cases: bool

    @property
    def whose(self) -> str:
        """The chosen view."""
        return self.listing.chosen["whose"]

    @property
    def kinds(self) -> list[tuple[str, Any, bool]]:
        """The kinds to choose from, each with whether it is chosen; none where there is one."""
        options = next(each for each in self.listing.selects() if each["key"] == "kind")["options"]
        return list(options) if len(options) > 2 or self.is_narrowed else []

    @property
    def is_narrowed(self) -> bool:
        """Whether only one kind is shown."""
        return bool(self.listing.chosen["kind"])

    @property
    def all_url(self) -> str:
        """The same with every line of each group."""
        return self.listing.url(all=ALL)


def filters(day: Day) -> list[Filter]:
    """Whose day, and what kind of thing; who has no own cases begins with the team's."""
    views = [(MINE, _("Mine")), (TEAM, _("The team's"))]
    if not any(case.is_mine for case in day.cases):
        views.reverse()
    present = {line.due.kind for line in day.lines}
    kinds = [(kind.value, kind.label.capitalize()) for kind in DueKind if kind in present]
    return [
        Filter("whose", _("Whose"), views),
        Filter("kind", _("What"), [("", _("Everything")), *kinds]),
        Filter("all", "", [("", ""), (ALL, "")]),
    ]


def board(day: Day, listing: Listing, today: date) -> Board:
    """The day as ``listing`` has chosen from `filters`."""
    own = [line for line in day.lines if line.is_mine]
    is_mine = listing.chosen["whose"] == MINE
    shown = own if is_mine else day.lines
    numbers = {MINE: own, TEAM: day.lines}
    return Board(
        listing=listing,
        views=_views(listing, {name: len(to_do(lines, today)) for name, lines in numbers.items()}),
        meetings=meetings(shown, today),
        next_meeting=next_meeting(shown, today),
        groups=list(_groups(shown, listing, today)),
        waiting=longest_waiting(
            [case for case in day.cases if not is_mine or case.is_mine or not case.coach]
        ),
        has_cases=bool(day.cases),
    )


def meetings(lines: Iterable[Line], today: date) -> list[Line]:
    """Whom one meets today: what is booked for a time of today, in that order."""
    booked = [line for line in lines if line.due.at is not None and line.due.on == today]
    return sorted(booked, key=lambda line: (line.due.at, line.due.text))


def next_meeting(lines: Iterable[Line], today: date) -> Line | None:
    """The first that is booked after today."""
    coming = (line for line in lines if line.due.at is not None and line.due.on > today)
    return min(coming, key=lambda line: (line.due.on, line.due.at, line.due.text), default=None)


def to_do(lines: Iterable[Line], today: date) -> list[Line]:
    """What is due beside the meetings of today."""
    return [line for line in lines if line.due.at is None or line.due.on != today]


def when(on: date, today: date) -> When:
    """The group of a day; the week ends on Sunday."""
    if on < today:
        return When.OVERDUE
    if on == today:
        return When.TODAY
    sunday = today + timedelta(days=6 - today.weekday())
    return When.WEEK if on <= sunday else When.LATER


def longest_waiting(cases: Iterable[Case]) -> list[Case]:
    """Those in the queue who were referred first."""
    queue = [case for case in cases if case.stage == Stage.QUEUE and case.episode.referred_on]
    return sorted(queue, key=lambda case: (-(case.days or 0), case.sort_key))[:SHOWN]


def _groups(lines: Sequence[Line], listing: Listing, today: date) -> Iterator[Group]:
    kind, shows_all = listing.chosen["kind"], listing.chosen["all"] == ALL
    chosen = [line for line in to_do(lines, today) if not kind or line.due.kind == kind]
    for group in When:
        found = [line for line in chosen if when(line.due.on, today) == group]
        if group == When.OVERDUE:
            # Of what is late the kinds that come first matter more than the days it is late.
            found.sort(key=lambda line: (line.due.place, line.due.on))
        if found:
            first = found if shows_all else found[:SHOWN]
            yield Group(group, TITLES[group], first, len(found) - len(first))


def _views(listing: Listing, numbers: dict[str, int]) -> list[View]:
    titles = {MINE: _("Mine"), TEAM: _("The team's")}
    current = listing.chosen["whose"]
    return [
        View(title, listing.url(whose=name, all=""), numbers[name], name == current)
        for name, title in titles.items()
    ]
