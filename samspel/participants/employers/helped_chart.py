"""How employers helped, drawn as bars: those of the page's table, in the order of the table."""

from collections.abc import Sequence
from decimal import Decimal
from itertools import islice

from django.utils.safestring import SafeString, mark_safe
from django.utils.translation import gettext as _

from samspel.documents.document import Chart, Column, Number, Series, Table
from samspel.documents.render.charts import chart_svg
from samspel.figures.employers import HELP_BY_KEY, Help
from samspel.participants.employers.helped_list import HelpRow
from samspel.participants.plans.drawing import language_of_page

MOST = 10
"""Employers with bars of their own: on a phone more would push the table out of sight."""


def helped_svg(found: Sequence[Help], rows: Sequence[HelpRow]) -> SafeString:
    """The drawing in the reader's language; empty where there is but one employer to show."""
    chart = helped_chart(found, rows)
    svg = "" if chart is None else chart_svg(chart, theme="page", language=language_of_page())
    # chart_svg escapes every text that it puts between its own tags.
    return mark_safe(svg)  # noqa: S308  # nosec B308 B703 - the drawing escapes all text


def helped_chart(found: Sequence[Help], rows: Sequence[HelpRow]) -> Chart | None:
    """Placements, and those that led on to work or studies, of the first employers shown."""
    told = {each.employer: each for each in found}
    shown = list(islice(((row, told[str(row.employer.pk)]) for row in rows), MOST))
    if len(shown) < 2:
        return None
    placements, onwards = _(HELP_BY_KEY["placements"].title), _("Led on")
    numbers = [(row.employer.name, one.counts["placements"], one.onwards) for row, one in shown]
    return Chart(
        key="helped",
        kind="grouped_bar",
        title=_("How each employer helped"),
        alternative=_("Placements of each employer, and how many of them led to work or studies."),
        categories=tuple(name for name, _placements, _onwards in numbers),
        series=(
            Series(placements, tuple(Decimal(number) for _name, number, _onwards in numbers)),
            Series(onwards, tuple(Decimal(number) for _name, _placements, number in numbers)),
        ),
        unit=_("Led on: to work or studies"),
        table=_table(shown, (placements, onwards)),
    )


def _table(shown: Sequence[tuple[HelpRow, Help]], titles: tuple[str, str]) -> Table:
    placements, onwards = titles
    return Table(
        key="helped-table",
        caption=_("How each employer helped"),
        columns=(Column(_("Employer")), Column(placements, "count"), Column(onwards, "count")),
        rows=tuple(
            (
                row.employer.name,
                _number(f"helped.placements.{one.employer}", one.counts["placements"], placements),
                _number(f"helped.onwards.{one.employer}", one.onwards, onwards),
            )
            for row, one in shown
        ),
    )


def _number(address: str, number: int, title: str) -> Number:
    return Number(address, str(number), Decimal(number), title)
