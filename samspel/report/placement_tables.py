"""The tables of work placements: by employer and purpose, what they led to, hours and waits."""

from collections.abc import Iterator

from django.utils.translation import gettext as _

from samspel.documents.document import Block, Column, Run, Table
from samspel.figures.definition import DAYS
from samspel.figures.definitions import EVENT_MEASURES
from samspel.figures.dimensions import canonical_order, in_order
from samspel.report.exhibits import breakdown_chart
from samspel.report.plan import Material
from samspel.report.sentences import is_none

OF_PLACEMENTS = (
    "placements_at_start",
    "placements_started",
    "placements_ended",
    "placements_at_end",
    "in_placement",
)
MEASURES = (
    "placement_hours_at_start",
    "placement_hours_at_end",
    "days_from_ready_to_placement",
)


def placement_tables(material: Material) -> Iterator[Table]:
    """Placements by kind of employer and by purpose; no table where nobody was in one."""
    if not material.tells_of_placements:
        return
    captions = {
        "employer_kind": _("Work placements by kind of employer"),
        "purpose": _("Work placements by purpose"),
    }
    for dimension, caption in captions.items():
        yield _by(material, dimension, caption)


def _by(material: Material, dimension: str, caption: str) -> Table:
    printed = material.printed
    found = {key for figure in OF_PLACEMENTS for key in printed.keys(figure, dimension)}
    keys = in_order(sorted(found), canonical_order(dimension, material.bands))
    where = {printed.key_title(dimension, key): f".{dimension}.{key}" for key in keys}
    where[_("All")] = ""
    rows: list[tuple[Run, ...]] = [
        (title, *(printed.number(f"{figure}{at}") for figure in OF_PLACEMENTS))
        for title, at in where.items()
    ]
    heads = [Column(printed.figure_title(figure), "count") for figure in OF_PLACEMENTS]
    return Table(
        key=f"placements-{dimension}".replace("_", "-"),
        caption=caption,
        columns=(Column(printed.dimension_title(dimension)), *heads),
        rows=tuple(rows),
        note=_("Who was in several placements is counted at each of them, and once in all."),
        name=printed.dimension_title(dimension),
    )


def placement_results(material: Material) -> Iterator[Block]:
    """What the ended placements led to, their hours, and how long the wait was."""
    if not material.tells_of_placements:
        return
    if not is_none(material, "placements_ended"):
        yield breakdown_chart(
            material,
            key="placements-led-to",
            cohort="placements_ended",
            dimension="led_to",
            title=_("What the ended placements led to"),
            unit=_("placements"),
        )
    yield measures_table(material, MEASURES, "placement-times", _("Hours and waits of placements"))


def measures_table(material: Material, measures: tuple[str, ...], key: str, caption: str) -> Table:
    """Mean, median and number of some measures of events, one row each."""
    number = material.printed.number
    titles = {each: _title_of(material, each) for each in measures}
    rows: list[tuple[Run, ...]] = [
        (title, number(each), number(f"{each}.median"), number(f"{each}.n"))
        for each, title in titles.items()
    ]
    columns = (
        Column(_("Figure")),
        Column(_("Mean"), "decimal"),
        Column(_("Median"), "decimal"),
        Column(_("Number"), "count"),
    )
    return Table(key, caption, columns, tuple(rows), name=caption)


def _title_of(material: Material, measure: str) -> str:
    """With the unit where the figure's name does not say it: those of hours do."""
    title = material.printed.figure_title(measure)
    return f"{title}, {_('days')}" if EVENT_MEASURES[measure].unit == DAYS else title
