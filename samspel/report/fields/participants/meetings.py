"""Field 2: the follow-ups that were due and held, and who came on how many days."""

from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from samspel.report.plan import Material
from samspel.report.sentences import is_none, plural, sentences


def follow_ups(material: Material) -> str:
    """What came of those that were due, and how many were held; silent where none is on record."""
    if not material.tells_of_follow_ups:
        return ""
    return sentences(_due(material), _left_out(material), _held(material))


def _due(material: Material) -> str:
    if is_none(material, "follow_ups_due"):
        return _("No follow-up was due during the period.")
    if plural(material, "follow_ups_due") == 1:
        return _due_alone(material)
    if is_none(material, "follow_ups_due_held"):
        return _(
            "None of the {follow_ups_due} follow-ups that were due during the period had been "
            "held by its end."
        )
    return ngettext(
        "Of the {follow_ups_due} follow-ups that were due during the period, "
        "{follow_ups_due_held:word} ({follow_up_rate}) had been held by its end.",
        "Of the {follow_ups_due} follow-ups that were due during the period, "
        "{follow_ups_due_held} ({follow_up_rate}) had been held by its end.",
        plural(material, "follow_ups_due_held"),
    )


def _due_alone(material: Material) -> str:
    if is_none(material, "follow_ups_due_held"):
        return _(
            "{follow_ups_due:Word} follow-up was due during the period "
            "and had not been held by its end."
        )
    return _("{follow_ups_due:Word} follow-up was due during the period, and it was held.")


def _left_out(material: Material) -> str:
    if is_none(material, "follow_ups_left_out"):
        return ""
    if plural(material, "follow_ups_due") == 1:
        return _("It was left out for a reason.")
    return ngettext(
        "{follow_ups_left_out:Word} was left out for a reason.",
        "{follow_ups_left_out} were left out for a reason.",
        plural(material, "follow_ups_left_out"),
    )


def _held(material: Material) -> str:
    """How many meetings there were, where some belong to what was due before or after."""
    held = material.printed.amount("follow_ups_held")
    if not held or held == material.printed.amount("follow_ups_due_held"):
        return ""
    return ngettext(
        "In all, {follow_ups_held:word} follow-up was held during the period, whenever it was due.",
        "In all, {follow_ups_held} follow-ups were held during the period, whenever they were due.",
        plural(material, "follow_ups_held"),
    )


def attendance(material: Material) -> str:
    """How many came, and on how many days; silent where nobody is known to have come."""
    if not material.tells_of_attendance or is_none(material, "came"):
        return ""
    days = ngettext(
        "{attendance_days:word} day",
        "{attendance_days} days",
        plural(material, "attendance_days"),
    )
    text = ngettext(
        "{came:Word} person came to the team during the period, on %(days)s.",
        "{came} people came to the team during the period, on %(days)s "
        "when the days of each are added up.",
        plural(material, "came"),
    )
    return text % {"days": days}
