"""Field 5: the groups that the team led, and what it planned with participants and answered."""

from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from samspel.report.plan import Material
from samspel.report.sentences import is_none, plural

SINGLE = "group_sessions_held.group.single"


def led_groups(material: Material) -> str:
    """How many groups met."""
    if not material.tells_of_groups or is_none(material, "groups_led"):
        return ""
    return ngettext(
        "{groups_led:Word} group met during the period.",
        "{groups_led} groups met during the period.",
        plural(material, "groups_led"),
    )


def single_activities(material: Material) -> str:
    """How many activities there were outside the groups."""
    if not material.tells_of_groups or is_none(material, SINGLE):
        return ""
    return ngettext(
        "{group_sessions_held.group.single:Word} single activity was held.",
        "{group_sessions_held.group.single} single activities were held.",
        plural(material, SINGLE),
    )


def planning_days(material: Material) -> str:
    """How many days were planned with participants."""
    if not material.tells_of_ideas or is_none(material, "planning_days_held"):
        return ""
    return ngettext(
        "{planning_days_held:Word} planning day was held together with participants.",
        "{planning_days_held} planning days were held together with participants.",
        plural(material, "planning_days_held"),
    )


def suggestions(material: Material) -> str:
    """How many suggestions came, and how many of them were answered."""
    if not material.tells_of_ideas or is_none(material, "suggestions_received"):
        return ""
    if plural(material, "suggestions_received") == 1:
        return _(
            "Suggestions from participants: {suggestions_received}, "
            "of which answered: {suggestions_answered}."
        )
    return _(
        "Of the {suggestions_received} suggestions from participants, {suggestions_answered} "
        "({suggestion_answer_rate}) had been answered by the end of the period."
    )


def ideas(material: Material) -> str:
    """How many ideas for an activity became a group."""
    if not material.tells_of_ideas or is_none(material, "ideas_that_became_groups"):
        return ""
    return ngettext(
        "{ideas_that_became_groups:Word} idea for an activity became a group.",
        "{ideas_that_became_groups} ideas for activities became groups.",
        plural(material, "ideas_that_became_groups"),
    )
