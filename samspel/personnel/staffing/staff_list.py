"""Who is in the team on a day, who has been and who will be: the lines of the list."""

from collections.abc import Callable, Iterable, Mapping, Sequence
from datetime import date
from fractions import Fraction
from typing import Any, NamedTuple

from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy as lazy

from samspel.figures.staff_rows import StaffRow, is_held_on
from samspel.organisation.team import Team
from samspel.pages.listing import Column, Filter
from samspel.personnel.staffing.keys import agency_key, agency_titles
from samspel.personnel.staffing.position import Position
from samspel.personnel.staffing.rules import remarks
from samspel.personnel.staffing.words import employer_of, employer_text, leave_text, percent_text

THERE, FORMER, LATER, ALL = "", "former", "later", "all"
WIDE = "d-none d-md-table-cell"
COLUMNS = (
    Column("name", lazy("Name"), ("name",)),
    Column("role", lazy("Role"), ("role",)),
    Column("employer", lazy("Employed by"), ("employer",), WIDE),
    Column("share", lazy("How much"), ("share",)),
    Column("first", lazy("First day"), ("first",), WIDE),
    Column("last", lazy("Last day"), ("last",), WIDE),
)


class StaffLine(NamedTuple):
    """One line: a position that somebody has, had or will have."""

    url: str
    name: str
    role: str
    employer: str
    share: str
    leave: str
    first_on: date
    last_on: date | None
    stands_in: str
    has_remarks: bool
    percent: Fraction


def filters(team: Team, positions: Iterable[Position]) -> list[Filter]:
    """What the list can be narrowed by."""
    who = [
        (THERE, _("In the team on the day")),
        (FORMER, _("Former")),
        (LATER, _("Come later")),
        (ALL, _("All")),
    ]
    titles = agency_titles(team)
    codes = {"host": _("The host"), "borrowed": _("Another team"), "hired": _("Hired service")}
    found = {key: codes.get(key, titles.get(key, key)) for key in map(agency_key, positions)}
    agencies = sorted(found.items(), key=lambda one: one[1].casefold())
    return [
        Filter("who", _("Who"), who),
        Filter("agency", _("Agency"), [("", _("All")), *agencies]),
    ]


def lines(
    team: Team,
    positions: Sequence[Position],
    rows: Sequence[StaffRow],
    *,
    chosen: Mapping[str, str],
    day: date,
) -> list[StaffLine]:
    """The lines that fit what is chosen, vacant ones among them where all are shown."""
    fits = _FITS[chosen["who"]]
    return [
        _line(team, position, row, rows, day)
        for position, row in zip(positions, rows, strict=True)
        if fits(row, day) and chosen["agency"] in ("", row.agency)
    ]


_FITS: Mapping[str, Callable[[StaffRow, date], bool]] = {
    THERE: is_held_on,
    FORMER: lambda row, day: not row.is_vacant and row.last_on is not None and row.last_on < day,
    LATER: lambda row, day: not row.is_vacant and row.first_on > day,
    ALL: lambda _row, _day: True,
}


def _line(
    team: Team, position: Position, row: StaffRow, rows: Sequence[StaffRow], day: date
) -> StaffLine:
    shown = min(max(day, row.first_on), row.last_on or date.max)
    shares = [percent for first, _last, percent in row.share_days() if first <= shown]
    stands_in_for = next((each.person for each in rows if each.position == row.stands_in_for), "")
    return StaffLine(
        url=reverse("position", args=[team.slug, position.pk]),
        name=position.name or _("Vacant"),
        role=position.role,
        employer=employer_text(employer_of(position, team)),
        share=percent_text(shares[-1]),
        leave=leave_text(row, day),
        first_on=position.first_on,
        last_on=position.last_on,
        stands_in=stands_in_for,
        has_remarks=bool(remarks(row, rows)),
        percent=shares[-1],
    )


def sorted_lines(found: Sequence[StaffLine], sort: str) -> list[StaffLine]:
    """The lines in the order of a column; by name where they are alike."""
    keys: Mapping[str, Callable[[StaffLine], Any]] = {
        "name": lambda line: line.name.casefold(),
        "role": lambda line: line.role.casefold(),
        "employer": lambda line: line.employer.casefold(),
        "share": lambda line: line.percent,
        "first": lambda line: line.first_on,
        "last": lambda line: line.last_on or date.max,
    }
    by_name = sorted(found, key=lambda line: (line.name.casefold(), line.first_on))
    key = keys[sort.removeprefix("-")]
    return sorted(by_name, key=key, reverse=sort.startswith("-"))
