"""The tables of the way through the team, and of income and occupation before and after."""

from collections.abc import Iterator

from django.utils.translation import gettext as _

from samspel.documents.document import Block, Column, Run, Table
from samspel.figures.definitions import WAY_COHORTS, WAY_MEASURES, WAY_SHARES
from samspel.report.exhibits import breakdown_chart, genders_of
from samspel.report.plan import Material
from samspel.report.sentences import tells_of

BEFORE_AND_AFTER = {
    "income_source": "income_after",
    "occupation_before": "occupation_after",
}


def steps_table(material: Material) -> Table:
    """One row for each step: how many came to it, stand there at the end, and the days in it."""
    steps = (
        (_("Study visit"), "visited", "at_study_visit_at_end", "days_from_visit_to_referral"),
        (_("Queue"), "referred", "in_queue_at_end", "queue_days"),
        (_("Trial period"), "newly_enrolled", "on_trial_at_end", "trial_days"),
        (_("Active"), "trial_passed", "active_at_end", "active_days"),
    )
    number = material.printed.number
    rows: list[tuple[Run, ...]] = [
        (title, number(came), number(stand), number(f"{days}.median"), number(f"{days}.n"))
        for title, came, stand, days in steps
    ]
    closing = ("closing_at_end", "closing_days.median", "closing_days.n")
    rows.append((_("Closing"), "", *map(number, closing)))
    columns = (
        Column(_("Step")),
        Column(_("Came to it"), "count"),
        Column(_("There at the end"), "count"),
        Column(_("Days in it, median"), "decimal"),
        Column(_("Number who left it"), "count"),
    )
    return Table(
        key="steps",
        caption=_("The way through the team"),
        columns=columns,
        rows=tuple(rows),
        name=_("The way"),
    )


def reasons_chart(material: Material) -> Iterator[Block]:
    """Why people left before they were enrolled, where that is stated for anybody."""
    if tells_of(material, "withdrawn", "withdrawal_reason"):
        yield breakdown_chart(
            material,
            key="withdrawal-reasons",
            cohort="withdrawn",
            dimension="withdrawal_reason",
            title=_("Left before enrolment, by reason"),
        )


def before_and_after_tables(material: Material) -> Iterator[Table]:
    """What the completed lived on and did before and after, where what is after is known."""
    for before, after in BEFORE_AND_AFTER.items():
        if tells_of(material, "completed", after):
            yield _before_and_after(material, before, after)


def _before_and_after(material: Material, before: str, after: str) -> Table:
    printed = material.printed
    codes = {one: printed.keys("completed", one) for one in (before, after)}
    columns = [
        Column(printed.dimension_title(before)),
        *(Column(printed.key_title(after, code), "count") for code in codes[after]),
        Column(_("Total"), "count"),
    ]
    where = {printed.key_title(before, code): f".{before}.{code}" for code in codes[before]}
    where[_("Total")] = ""
    rows: list[tuple[Run, ...]] = [
        (
            title,
            *(printed.number(f"completed{at}.{after}.{code}") for code in codes[after]),
            printed.number(f"completed{at}"),
        )
        for title, at in where.items()
    ]
    caption = {
        "income_source": _("Income source before and after, of those who completed"),
        "occupation_before": _("Occupation before and after, of those who completed"),
    }[before]
    note = _("Rows are before the enrolment, columns after the closing.")
    return Table(
        key=f"{before}-{after}".replace("_", "-"),
        caption=caption,
        columns=tuple(columns),
        rows=tuple(rows),
        note=note,
        name=printed.dimension_title(after),
    )


def way_tables(material: Material) -> Iterator[Block]:
    """Every figure of the way: counts and shares by gender, days, reasons, before and after."""
    printed = material.printed
    if not material.tells_of_the_way:
        return
    genders = genders_of(material, "worked_with")
    rows: list[tuple[Run, ...]] = [
        (
            printed.figure_title(figure),
            printed.number(figure),
            *(printed.number(f"{figure}.gender.{gender}") for gender in genders),
        )
        for figure in (*WAY_COHORTS, *WAY_SHARES)
    ]
    columns = (
        Column(_("Figure")),
        Column(_("All"), "count"),
        *(Column(printed.key_title("gender", gender), "count") for gender in genders),
    )
    yield Table("way", _("The way through the team"), columns, tuple(rows), name=_("The way"))
    yield _days_table(material, list(WAY_MEASURES))
    yield from reasons_chart(material)
    yield from before_and_after_tables(material)


def _days_table(material: Material, measures: list[str]) -> Table:
    printed = material.printed
    statistics = {
        "median": _("Median"),
        "mean": _("Mean"),
        "shortest": _("Smallest"),
        "longest": _("Largest"),
    }
    rows: list[tuple[Run, ...]] = [
        (
            printed.figure_title(measure),
            *(printed.number(_address(measure, statistic)) for statistic in statistics),
            printed.number(f"{measure}.n"),
        )
        for measure in measures
    ]
    columns = (
        Column(_("Figure")),
        *(Column(title, "decimal") for title in statistics.values()),
        Column(_("Number"), "count"),
    )
    return Table("way-days", _("Days on the way"), columns, tuple(rows), name=_("Days on the way"))


def _address(measure: str, statistic: str) -> str:
    return measure if statistic == "mean" else f"{measure}.{statistic}"
