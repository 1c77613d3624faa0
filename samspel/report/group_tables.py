"""The tables of groups: by kind for field 2, and group by group for the appendix."""

from collections.abc import Iterator

from django.utils.translation import gettext as _

from samspel.documents.document import Block, Column, Run, Table
from samspel.figures.codes import UNKNOWN
from samspel.report.plan import Material

OF_GROUPS = (
    "group_sessions_held",
    "sessions_cancelled",
    "attendances",
    "reached_by_groups",
)
RATE = "attendance_rate"


def _numbers(material: Material, where: str) -> tuple[Run, ...]:
    return tuple(material.printed.number(f"{figure}{where}") for figure in (*OF_GROUPS, RATE))


def _columns(material: Material) -> tuple[Column, ...]:
    titles = [material.printed.figure_title(figure) for figure in OF_GROUPS]
    rate = Column(material.printed.figure_title(RATE), "percent")
    return (*(Column(title, "count") for title in titles), rate)


def kinds_of(material: Material) -> list[str]:
    """The kinds of groups that met or were cancelled in the period, by their name."""
    printed = material.printed
    counts = ("group_sessions_held", "sessions_cancelled", "attendances_recorded")
    found = {key for count in counts for key in printed.keys(count, "group_kind")}
    return sorted(found, key=lambda key: (key == UNKNOWN, printed.key_title("group_kind", key)))


def kinds_table(material: Material) -> Iterator[Table]:
    """One row for each kind of group, and one for all; no table where nothing met."""
    if not material.tells_of_groups:
        return
    printed = material.printed
    rows: list[tuple[Run, ...]] = [
        (printed.key_title("group_kind", key), *_numbers(material, f".group_kind.{key}"))
        for key in kinds_of(material)
    ]
    rows.append((_("All"), *_numbers(material, "")))
    yield Table(
        key="groups",
        caption=_("Groups and single activities by kind"),
        columns=(Column(printed.dimension_title("group_kind")), *_columns(material)),
        rows=tuple(rows),
        note=_("Who came to several kinds of groups is counted in each, and once in all."),
        name=_("Groups"),
    )


def activity_tables(material: Material) -> Iterator[Block]:
    """The groups that met one by one, and the single activities by date."""
    if not material.tells_of_groups:
        return
    activities = material.activities()
    if activities.groups:
        yield _groups_table(material)
    if activities.single:
        yield _single_table(material)


def _groups_table(material: Material) -> Table:
    rows: list[tuple[Run, ...]] = [
        (each.name, each.kind, ", ".join(each.teams), *_numbers(material, f".group.{each.key}"))
        for each in material.activities().groups
    ]
    kind = material.printed.dimension_title("group_kind")
    columns = (Column(_("Group")), Column(kind), Column(_("Together with")))
    return Table(
        key="activities-groups",
        caption=_("Groups of the period"),
        columns=(*columns, *_columns(material)),
        rows=tuple(rows),
        name=_("Group by group"),
    )


def _single_table(material: Material) -> Table:
    number = material.printed.number
    rows: list[tuple[Run, ...]] = [
        (each.title, each.on.isoformat(), each.kind, number(f"attendances.session.{each.key}"))
        for each in material.activities().single
    ]
    columns = (
        Column(_("Activity")),
        Column(_("Day"), "date"),
        Column(material.printed.dimension_title("group_kind")),
        Column(material.printed.figure_title("attendances"), "count"),
    )
    return Table(
        key="activities-single",
        caption=_("Single activities of the period"),
        columns=columns,
        rows=tuple(rows),
        name=_("Single activities"),
    )
