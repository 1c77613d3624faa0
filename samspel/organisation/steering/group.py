"""The steering group as its page shows it on a day: seats, who sits on them, what is vacant."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from typing import Literal, cast

from django.conf import settings
from django.urls import reverse
from django.utils.safestring import SafeString, mark_safe
from django.utils.translation import get_language

from samspel.documents.document import Chart, Number, Run, Table
from samspel.documents.render.charts import chart_svg
from samspel.figures.period import Period
from samspel.figures.resources import Frames, resources_alone
from samspel.figures.steering import ATTENDANCE_ROWS
from samspel.organisation.steering.attendance_chart import attendance_chart
from samspel.organisation.steering.keys import body_titles
from samspel.organisation.steering.rows import steering_attendance_rows
from samspel.organisation.steering.seat import Seat, SeatHolder, SeatKind
from samspel.organisation.steering.told import vacant_since
from samspel.organisation.team import Team
from samspel.printed import PrintedFigures

Language = Literal["sv", "en"]


@dataclass(frozen=True, slots=True)
class SeatNow:
    """A seat on a day: its holder, or since when it is vacant."""

    seat: Seat
    holder: SeatHolder | None
    vacant_since: date | None


@dataclass(frozen=True, slots=True)
class Former:
    """Somebody who held a seat before."""

    seat: Seat
    holder: SeatHolder


@dataclass(frozen=True, slots=True)
class Group:
    """Everybody with a seat, agency by agency, and those who had one."""

    seats: tuple[SeatNow, ...]
    former: tuple[Former, ...]

    @property
    def vacant(self) -> list[SeatNow]:
        """The seats that nobody holds."""
        return [each for each in self.seats if each.holder is None]


def group_on(team: Team, day: date) -> Group:
    """The group on a day; two queries."""
    seats = Seat.objects.filter(team=team).with_holders()
    in_order = sorted(seats, key=lambda seat: (seat.place, seat.whose.casefold(), seat.pk))
    former = (
        Former(seat, each)
        for seat in in_order
        for each in seat.holders.all()
        if each.last_on is not None and each.last_on < day
    )
    return Group(
        tuple(_now(seat, day) for seat in in_order if seat.covers(day)),
        tuple(sorted(former, key=lambda each: each.holder.last_on or day, reverse=True)),
    )


def _now(seat: Seat, day: date) -> SeatNow:
    holders = list(seat.holders.all())
    holder = next((each for each in holders if each.covers(day)), None)
    return SeatNow(seat, holder, vacant_since(seat, holders, day))


def attendance_drawn(team: Team, day: date) -> tuple[Chart | None, SafeString]:
    """The attendance by agency over the years up to a day, with its drawing; three queries."""
    rows = steering_attendance_rows(team)
    frames: Frames = {ATTENDANCE_ROWS: rows}
    figures = resources_alone(frames, Period(day.replace(month=1, day=1), day), team.slug)
    language = language_of_page()
    names = {str(each.pk): str(each) for each in team.association.agencies.all()}
    titles = {"agency": {**body_titles(team), **names}} if rows else {}
    printed = PrintedFigures(figures, language, lambda dimension: titles.get(dimension, {}))
    members = [row for row in rows if row.seat_kind == SeatKind.MEMBER and row.on <= day]
    chart = attendance_chart(
        printed,
        list(dict.fromkeys(row.agency for row in members)),
        _distinct(row.on.year for row in members),
        day,
    )
    svg = "" if chart is None else chart_svg(chart, theme="page", language=language)
    # chart_svg escapes every text that it puts between its own tags.
    return chart, mark_safe(svg)  # noqa: S308  # nosec B308 B703 - the drawing escapes all text


def linked_rows(
    table: Table, team: Team, *, with_links: bool
) -> list[tuple[str, list[tuple[str, str]]]]:
    """The table's rows: a heading, and each number with the address of what stands behind it.

    ``with_links`` is for who may read of any period; the others get the numbers alone.
    """
    return [
        (str(head), [_linked(cell, team if with_links else None) for cell in cells])
        for head, *cells in table.rows
    ]


def _linked(cell: Run, team: Team | None) -> tuple[str, str]:
    if not isinstance(cell, Number):
        return cell, ""
    if team is None or cell.value is None:
        return cell.printed, ""
    address, _at, period = cell.address.partition("@")
    return cell.printed, reverse("figure", args=[team.slug, period, address])


def _distinct(years: Iterable[int]) -> list[int]:
    return sorted(set(years))


def language_of_page() -> Language:
    """The language that the reader has chosen, of those that a document can have."""
    return cast("Language", (get_language() or settings.LANGUAGE_CODE)[:2])
