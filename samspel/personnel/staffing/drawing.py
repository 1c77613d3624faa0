"""A chart of the staff as a page shows it: the drawing, and its numbers as a table of links."""

from dataclasses import dataclass

from django.urls import reverse
from django.utils.safestring import SafeString, mark_safe
from django.utils.translation import get_language

from samspel.documents.document import Chart, Number, Run
from samspel.documents.render.charts import chart_svg
from samspel.figures.period import Period
from samspel.organisation.team import Team


@dataclass(frozen=True, slots=True)
class Cell:
    """A number or a text of the table; ``url`` leads to what stands behind a number."""

    text: str
    url: str = ""
    title: str = ""


@dataclass(frozen=True, slots=True)
class Drawn:
    """The chart, its drawing, and its table's lines."""

    chart: Chart
    svg: SafeString
    lines: tuple[tuple[Cell, ...], ...]


def drawn(chart: Chart, team: Team, period: Period) -> Drawn:
    """The chart in the reader's language."""
    language = "en" if (get_language() or "").startswith("en") else "sv"
    svg = chart_svg(chart, theme="page", language=language)
    lines = tuple(tuple(_cell(run, team, period) for run in row) for row in chart.table.rows)
    # chart_svg escapes every text that it puts between its own tags.
    return Drawn(chart, mark_safe(svg), lines)  # noqa: S308  # nosec B308 B703 - the drawing escapes all text


def _cell(run: Run, team: Team, period: Period) -> Cell:
    if not isinstance(run, Number):
        return Cell(run)
    return Cell(run.printed, figure_url(team, period, run.address), run.title)


def figure_url(team: Team, period: Period, address: str) -> str:
    """The page of a number: its definition, and the records behind it."""
    return reverse("figure", args=[team.slug, period.label, address])
