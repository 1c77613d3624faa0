"""The throughput series: a line with its table, with what was published joined on before it."""

from collections.abc import Sequence
from dataclasses import dataclass
from decimal import Decimal

from django.utils.translation import gettext as _

from samspel.documents.document import Block, Chart, Column, Number, Run, Series, Table
from samspel.figures.definitions import THROUGHPUT_SERIES
from samspel.figures.period import Period, rolling_years
from samspel.figures.reach import reached
from samspel.report.period_words import period_words
from samspel.report.plan import Material
from samspel.report.published.joining import published_number

_FEWEST_POINTS = 2
_MEAN = "throughput_months"


@dataclass(frozen=True, slots=True)
class _Point:
    """One window of the series; ``is_published`` where the records do not reach it."""

    window: Period
    name: str
    number: Number
    is_published: bool

    def told(self) -> str:
        """The point in words, for who cannot see the line."""
        if not self.is_published:
            return f"{self.name} {self.number.printed}"
        return _("%(window)s %(number)s (published)") % {
            "window": self.name,
            "number": self.number.printed,
        }


def series_chart(material: Material) -> list[Block]:
    """Throughput in the rolling twelve months: a line with its table; nothing below two points.

    A window that the records do not cover is as it was published, and left out where it was not.
    """
    printed = material.printed
    points = _points(material)
    if sum(point.number.value is not None for point in points) < _FEWEST_POINTS:
        return []
    title = _(THROUGHPUT_SERIES.title)
    return [
        Chart(
            key="throughput-series",
            kind="line",
            title=title,
            alternative=f"{title}: {', '.join(point.told() for point in points)}.",
            categories=tuple(point.name for point in points),
            series=_lines(points, printed.figure_title(_MEAN)),
            unit=_("months"),
            table=_table(material, title, points),
        )
    ]


def _points(material: Material) -> list[_Point]:
    printed, windows = material.printed, rolling_years(material.period.end)
    covered = reached(printed.figures, windows)
    made = []
    for window in windows:
        name = period_words(window, printed.language, short=True)
        if window in covered:
            number = printed.number(f"{_MEAN}@{window}")
            made.append(_Point(window, name, number, is_published=False))
        elif told := published_number(printed, material.published(), _MEAN, window):
            made.append(_Point(window, name, told, is_published=True))
    return made


def _lines(points: Sequence[_Point], title: str) -> tuple[Series, ...]:
    """One line of the records; where something was published, a line of its own for that."""

    def values(*, published: bool) -> tuple[Decimal | None, ...]:
        return tuple(
            point.number.value if point.is_published == published else None for point in points
        )

    if not any(point.is_published for point in points):
        return (Series(title, values(published=False)),)
    lines = Series(_("From the records"), values(published=False))
    return (lines, Series(_("Published"), values(published=True)))


def _table(material: Material, title: str, points: Sequence[_Point]) -> Table:
    tells_source = any(point.is_published for point in points)
    columns = (
        Column(_("Twelve months")),
        Column(_("Months, mean"), "decimal"),
        Column(_("Median"), "decimal"),
        Column(_("Number"), "count"),
        *((Column(_("Source")),) if tells_source else ()),
    )
    return Table(
        key="throughput-series-table",
        caption=title,
        columns=columns,
        rows=tuple(
            (*_cells(material, point), *((_source(point),) if tells_source else ()))
            for point in points
        ),
        name=material.printed.figure_title(_MEAN),
    )


def _cells(material: Material, point: _Point) -> tuple[Run, ...]:
    if point.is_published:
        return (point.name, point.number, "", "")
    number = material.printed.number
    return (
        point.name,
        point.number,
        number(f"{_MEAN}.median@{point.window}"),
        number(f"{_MEAN}.n@{point.window}"),
    )


def _source(point: _Point) -> str:
    return _("published") if point.is_published else _("records")
