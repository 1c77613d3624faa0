"""The few numbers that say how the team is staffed on a day."""

from collections.abc import Sequence
from typing import NamedTuple

from django.utils.translation import gettext as _

from samspel.figures.definitions import RESOURCES
from samspel.figures.period import Period
from samspel.figures.staff_rows import StaffRow
from samspel.organisation.team import Team
from samspel.personnel.staffing.chart import printed_staff
from samspel.personnel.staffing.drawing import figure_url

_SHOWN = ("staff_at_end", "full_time_equivalents_at_end", "full_time_equivalents_on_leave")


class DayNumber(NamedTuple):
    """A number with its title, definition and page."""

    title: str
    printed: str
    definition: str
    url: str


def numbers_of_day(team: Team, rows: Sequence[StaffRow], day: Period) -> list[DayNumber]:
    """How many people there are, and how many full-time equivalents, at work and on leave."""
    printed = printed_staff(team, rows, day)
    titles = {
        "staff_at_end": _("People"),
        "full_time_equivalents_at_end": _("Full-time equivalents"),
        "full_time_equivalents_on_leave": _("Leave"),
    }
    return [
        DayNumber(
            titles[key],
            printed.number(key).printed,
            _(RESOURCES[key].text),
            figure_url(team, day, key),
        )
        for key in _SHOWN
    ]
