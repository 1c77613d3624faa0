"""The summary's paragraph about the organisation: the steering group and the money."""

from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from samspel.report.plan import Material
from samspel.report.sentences import is_known, is_none, paragraphs, plural, sentences


def organisation(material: Material) -> str:
    """Nothing where neither steering group nor budget is on record."""
    return paragraphs(
        sentences(_meetings(material), _attendance(material), _vacant(material)),
        sentences(_allocated(material), _used(material), _cost(material)),
    )


def _tells(material: Material, figure: str) -> bool:
    return is_known(material, figure) and not is_none(material, figure)


def _meetings(material: Material) -> str:
    if not _tells(material, "steering_meetings_held"):
        return ""
    return ngettext(
        "The steering group met {steering_meetings_held} time.",
        "The steering group met {steering_meetings_held:word} times.",
        plural(material, "steering_meetings_held"),
    )


def _attendance(material: Material) -> str:
    if not _meetings(material) or not is_known(material, "steering_attendance"):
        return ""
    return _("Attendance at its meetings was {steering_attendance}.")


def _vacant(material: Material) -> str:
    if not _tells(material, "steering_seats_vacant"):
        return ""
    return ngettext(
        "{steering_seats_vacant:Word} seat in it stood vacant at the end of the period.",
        "{steering_seats_vacant:Word} seats in it stood vacant at the end of the period.",
        plural(material, "steering_seats_vacant"),
    )


def _allocated(material: Material) -> str:
    if not _tells(material, "budget_allocated"):
        return ""
    return _("The budget that ran at the end of the period was {budget_allocated} kronor.")


def _used(material: Material) -> str:
    if not is_known(material, "budget_actual", "budget_remaining"):
        return ""
    used = _("Of it {budget_actual} kronor had been used, and {budget_remaining} kronor remained.")
    amount = material.printed.amount
    # A budget that has ended is forecast to cost what it cost: that is told already.
    is_told = amount("budget_forecast") == amount("budget_actual")
    if is_told or not is_known(material, "budget_forecast"):
        return used
    return sentences(used, _("The forecast for the whole budget is {budget_forecast} kronor."))


def _cost(material: Material) -> str:
    if not is_known(material, "cost_per_participant"):
        return ""
    return _("Each participant that the team worked with cost {cost_per_participant} kronor.")
