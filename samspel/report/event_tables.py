"""The table of follow-ups and attendance, of what is on record of them."""

from collections.abc import Iterator

from django.utils.translation import gettext as _

from samspel.documents.document import Column, Run, Table
from samspel.report.exhibits import genders_of
from samspel.report.plan import Material

FOLLOW_UPS = (
    "follow_ups_due",
    "follow_ups_due_held",
    "follow_up_rate",
    "follow_ups_left_out",
    "follow_ups_held",
)
ATTENDANCE = ("came", "attendance_days")


def events_table(material: Material) -> Iterator[Table]:
    """One row for each figure, of all and by gender; no table where nothing is on record."""
    figures = (
        *(FOLLOW_UPS if material.tells_of_follow_ups else ()),
        *(ATTENDANCE if material.tells_of_attendance else ()),
    )
    if not figures:
        return
    printed = material.printed
    genders = genders_of(material, "worked_with")
    rows: list[tuple[Run, ...]] = [
        (
            printed.figure_title(figure),
            printed.number(figure),
            *(printed.number(f"{figure}.gender.{gender}") for gender in genders),
        )
        for figure in figures
    ]
    columns = (
        Column(_("Figure")),
        Column(_("All"), "count"),
        *(Column(printed.key_title("gender", gender), "count") for gender in genders),
    )
    caption = _("Follow-ups and attendance")
    yield Table("events", caption, columns, tuple(rows), name=_("Follow-ups"))
