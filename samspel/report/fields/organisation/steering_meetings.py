"""Field 8 of the steering group: meetings, attendance by agency, and what was decided."""

from collections.abc import Sequence

from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from samspel.documents.document import Chart
from samspel.organisation.steering.attendance_chart import attendance_chart
from samspel.organisation.steering.told import ToldMeeting
from samspel.report.plan import Material
from samspel.report.sentences import (
    is_known,
    is_none,
    joined,
    own_words,
    paragraphs,
    plural,
    sentences,
)

_FEWEST = 2
"""Below it there is nothing to compare."""
HELD, CANCELLED = "held", "cancelled"


def steering_meetings(material: Material) -> str:
    """When the group met, who took part, and what became of what it decided."""
    if not material.steering().years:
        return ""
    return paragraphs(
        sentences(_held(material), _cancelled(material)),
        sentences(_attendance(material), _by_agency(material)),
        sentences(_decided(material), _left_to_do(material)),
    )


def _of_state(material: Material, state: str) -> list[ToldMeeting]:
    return [each for each in material.steering().meetings if each.state == state]


def _held(material: Material) -> str:
    if is_none(material, "steering_meetings_held"):
        return _("The steering group held no meeting during the period.")
    days = [each.on.isoformat() for each in _of_state(material, HELD)]
    text = ngettext(
        "The steering group held {steering_meetings_held} meeting during the period, on %(days)s.",
        "The steering group held {steering_meetings_held:word} meetings during the period, on "
        "%(days)s.",
        plural(material, "steering_meetings_held"),
    )
    return text % {"days": joined(days)}


def _cancelled(material: Material) -> str:
    if is_none(material, "steering_meetings_cancelled"):
        return ""
    text = ngettext(
        "{steering_meetings_cancelled} meeting was cancelled: %(meetings)s.",
        "{steering_meetings_cancelled:Word} meetings were cancelled: %(meetings)s.",
        plural(material, "steering_meetings_cancelled"),
    )
    return text % {"meetings": _with_reasons(_of_state(material, CANCELLED))}


def _with_reasons(meetings: Sequence[ToldMeeting]) -> str:
    told = (
        f"{each.on.isoformat()} ({own_words(each.because).rstrip('.').strip()})"
        for each in meetings
    )
    return joined(told)


def _attendance(material: Material) -> str:
    if not is_known(material, "steering_attendance"):
        return ""
    return _(
        "Ordinary members, or somebody in their stead, took {steering_attended} of their "
        "{steering_places} places ({steering_attendance})."
    )


def _by_agency(material: Material) -> str:
    keys = material.printed.keys("steering_places", "agency")
    if len(keys) < _FEWEST:
        return ""
    told = (
        f"{own_words(material.printed.key_title('agency', key))} "
        f"{{steering_attendance.agency.{key}}}"
        for key in keys
    )
    return _("By agency the attendance was: %(agencies)s.") % {"agencies": joined(told)}


def _decided(material: Material) -> str:
    if not is_known(material, "steering_decisions_taken"):
        return ""
    if is_none(material, "steering_decisions_taken"):
        return ""
    return ngettext(
        "{steering_decisions_taken} decision was taken.",
        "{steering_decisions_taken:Word} decisions were taken.",
        plural(material, "steering_decisions_taken"),
    )


def _left_to_do(material: Material) -> str:
    if not is_known(material, "steering_decisions_open"):
        return ""
    if is_none(material, "steering_decisions_open"):
        return _("At the end of the period everything that had been decided was settled.")
    text = ngettext(
        "At the end of the period {steering_decisions_open} decision was still to be "
        "carried out%(overdue)s.",
        "At the end of the period {steering_decisions_open:word} decisions were still to be "
        "carried out%(overdue)s.",
        plural(material, "steering_decisions_open"),
    )
    return text % {"overdue": _overdue(material)}


def _overdue(material: Material) -> str:
    if is_none(material, "steering_decisions_overdue"):
        return ""
    return ngettext(
        ", of which {steering_decisions_overdue} was overdue",
        ", of which {steering_decisions_overdue:word} were overdue",
        plural(material, "steering_decisions_overdue"),
    )


def steering_chart(material: Material) -> tuple[Chart, ...]:
    """Attendance by agency over the years up to the period's end; none without meetings."""
    told = material.steering()
    chart = attendance_chart(material.printed, told.agencies, told.years, material.period.end)
    return () if chart is None else (chart,)
