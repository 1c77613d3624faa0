"""The tables of events: follow-ups and attendance, groups, placements and ideas on record."""

from collections.abc import Iterator, Sequence

from django.utils.translation import gettext as _

from samspel.documents.document import Block, Column, Run, Table
from samspel.report.exhibits import genders_of
from samspel.report.group_tables import kinds_table
from samspel.report.placement_tables import measures_table, placement_results, placement_tables
from samspel.report.plan import Material

FOLLOW_UPS = (
    "follow_ups_due",
    "follow_ups_due_held",
    "follow_up_rate",
    "follow_ups_left_out",
    "follow_ups_held",
)
ATTENDANCE = (
    "came",
    "attendance_days",
    "enrolled_a_whole_week",
    "came_every_week",
    "weekly_attendance_rate",
    "weeks_attended_rate",
)


AT_GROUPS = ("attendances_recorded", "attendances", "attendance_rate", "reached_by_groups")
WEEKS = ("weeks_enrolled", "weeks_attended", "came_since_enrolment")
PLACEMENTS = (
    "placements_at_start",
    "placements_started",
    "placements_ended",
    "placements_at_end",
    "in_placement",
    "placements_to_work",
    "placement_work_rate",
)
IDEAS = (
    "planning_days_held",
    "suggestions_received",
    "suggestions_answered",
    "suggestion_answer_rate",
    "ideas_received",
    "ideas_that_became_groups",
)


def events_table(material: Material) -> Iterator[Table]:
    """One row for each figure, of all and by gender; no table where nothing is on record."""
    figures = (
        *(FOLLOW_UPS if material.tells_of_follow_ups else ()),
        *(ATTENDANCE if material.tells_of_attendance else ()),
    )
    if figures:
        caption = _("Follow-ups and attendance")
        yield by_gender_table(material, "events", caption, figures, _("Follow-ups"))


def by_gender_table(
    material: Material, key: str, caption: str, figures: Sequence[str], name: str
) -> Table:
    """One row for each figure, of all and by gender."""
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
    return Table(key, caption, columns, tuple(rows), name=name)


def group_figures(material: Material) -> Iterator[Table]:
    """Groups by kind, who came by gender, the weeks, and the days to the first activity."""
    yield from kinds_table(material)
    if material.tells_of_groups:
        caption = _("Attendance at groups by gender")
        yield by_gender_table(material, "groups-gender", caption, AT_GROUPS, _("At groups"))
    if material.tells_of_attendance:
        yield by_gender_table(material, "weeks", _("Weeks and first activity"), WEEKS, _("Weeks"))
        first = ("days_to_first_activity",)
        yield measures_table(material, first, "first-activity", _("Days to the first activity"))


def placement_figures(material: Material) -> Iterator[Block]:
    """Placements by employer, by purpose, by gender and by what they led to."""
    yield from placement_tables(material)
    if material.tells_of_placements:
        caption = _("Work placements by gender")
        yield by_gender_table(material, "placements", caption, PLACEMENTS, _("Placements"))
    yield from placement_results(material)


def ideas_table(material: Material) -> Iterator[Table]:
    """Planning days, suggestions and ideas; no table where there were none."""
    if not material.tells_of_ideas:
        return
    printed = material.printed
    rows: list[tuple[Run, ...]] = [
        *((printed.figure_title(figure), printed.number(figure)) for figure in IDEAS),
    ]
    columns = (Column(_("Figure")), Column(_("Number"), "count"))
    caption = _("Participants' ideas and suggestions")
    yield Table("ideas", caption, columns, tuple(rows), name=_("Ideas"))
