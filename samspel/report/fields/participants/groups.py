"""Field 2: the groups, how often people come, and how soon they first came."""

from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from samspel.report.group_tables import kinds_of
from samspel.report.plan import Material
from samspel.report.sentences import in_days, is_known, is_none, joined, plural, sentences

_FEWEST = 2
"""Below it a share says nothing, and “of the 1” is no way to write."""


def weekly(material: Material) -> str:
    """Who came every week, and in how many of the weeks somebody came."""
    if not material.tells_of_attendance or is_none(material, "came"):
        return ""
    if plural(material, "enrolled_a_whole_week") < _FEWEST:
        return ""
    together = _(
        "Taken together, participants came in {weeks_attended_rate} of the weeks in which they "
        "were enrolled."
    )
    return sentences(_every_week(material), together)


def _every_week(material: Material) -> str:
    if is_none(material, "came_every_week"):
        return _(
            "None of the {enrolled_a_whole_week} who were enrolled for at least one whole week "
            "came every week."
        )
    return ngettext(
        "Of the {enrolled_a_whole_week} who were enrolled for at least one whole week, "
        "{came_every_week:word} ({weekly_attendance_rate}) came every week.",
        "Of the {enrolled_a_whole_week} who were enrolled for at least one whole week, "
        "{came_every_week} ({weekly_attendance_rate}) came every week.",
        plural(material, "came_every_week"),
    )


def first_activity(material: Material) -> str:
    """How long it took the newly enrolled to come for the first time."""
    known = is_known(material, "days_to_first_activity.median")
    if not known or plural(material, "came_since_enrolment") < _FEWEST:
        return ""
    came = _(
        "Of the {newly_enrolled} newly enrolled, {came_since_enrolment} had come by the end of "
        "the period; the median time to their first activity was %(days)s."
    )
    if material.printed.amount("came_since_enrolment.share") == 1:
        came = _(
            "All of the {newly_enrolled} newly enrolled had come by the end of the period; the "
            "median time to their first activity was %(days)s."
        )
    return came % {"days": in_days(material, "days_to_first_activity.median")}


def groups(material: Material) -> str:
    """How many sessions were held and cancelled, how many came and how often."""
    if not material.tells_of_groups:
        return ""
    return sentences(_held(material), _cancelled(material), _reached(material))


def _held(material: Material) -> str:
    if is_none(material, "group_sessions_held"):
        return _("No group session was held during the period.")
    return ngettext(
        "{group_sessions_held} session of groups or single activities was held during the period.",
        "{group_sessions_held} sessions of groups and single activities were held during the "
        "period.",
        plural(material, "group_sessions_held"),
    )


def _cancelled(material: Material) -> str:
    if is_none(material, "sessions_cancelled"):
        return ""
    return ngettext(
        "{sessions_cancelled} session was cancelled.",
        "{sessions_cancelled} sessions were cancelled.",
        plural(material, "sessions_cancelled"),
    )


def _reached(material: Material) -> str:
    if is_none(material, "reached_by_groups"):
        return ""
    came = ngettext(
        "{reached_by_groups:Word} participant came, %(times)s in all.",
        "{reached_by_groups} participants came, %(times)s in all.",
        plural(material, "reached_by_groups"),
    )
    times = ngettext(
        "{attendances:word} time", "{attendances} times", plural(material, "attendances")
    )
    return sentences(came % {"times": times}, _("The attendance rate was {attendance_rate}."))


def kinds(material: Material) -> str:
    """How many sessions each kind of group had; nothing where there is one kind."""
    if not material.tells_of_groups:
        return ""
    where = {key: f"group_sessions_held.group_kind.{key}" for key in kinds_of(material)}
    held = {key: at for key, at in where.items() if not is_none(material, at)}
    if len(held) < _FEWEST:
        return ""
    told = (
        f"{material.printed.key_title('group_kind', key)} {{{address}}}"
        for key, address in held.items()
    )
    return _("Sessions by kind: %(kinds)s.") % {"kinds": joined(told)}
