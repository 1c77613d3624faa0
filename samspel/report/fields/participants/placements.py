"""Fields 2 and 3: work placements: how many, with whom, how long the wait, what came of them."""

from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from samspel.report.plan import Material
from samspel.report.sentences import in_days, is_known, is_none, joined, plural, sentences

_FEWEST = 2
"""Below it a share or a median says nothing."""


def placements(material: Material) -> str:
    """How many were in one, and how many began, ended and went on."""
    if not material.tells_of_placements:
        return ""
    people = ngettext(
        "{in_placement:Word} participant was in a work placement during the period.",
        "{in_placement} participants were in a work placement during the period.",
        plural(material, "in_placement"),
    )
    flow = ngettext(
        "{placements_started:Word} placement began, {placements_ended:word} ended and "
        "{placements_at_end:word} went on at the end of the period.",
        "{placements_started} placements began, {placements_ended} ended and "
        "{placements_at_end} went on at the end of the period.",
        plural(material, "placements_started"),
    )
    return sentences(people, flow)


def employers(material: Material) -> str:
    """With what kinds of employers those that began were; nothing where few did."""
    if not material.tells_of_placements or plural(material, "placements_started") < _FEWEST:
        return ""
    phrases = {
        "private": _("with private companies"),
        "municipal": _("with municipalities"),
        "cooperative": _("with co-operatives or social enterprises"),
        "non_profit": _("with non-profit organisations"),
        "state_or_region": _("with the state or the region"),
    }
    keys = material.printed.keys("placements_started", "employer_kind")
    told = [
        "{placements_started.employer_kind." + key + "} " + phrases[key]
        for key in keys
        if key in phrases
    ]
    if not told or len(told) < len(keys):
        return ""
    return _("Of those that began there were %(employers)s.") % {"employers": joined(told)}


def wait_for_placement(material: Material) -> str:
    """How long those waited who were ready."""
    measure = "days_from_ready_to_placement"
    if not is_known(material, f"{measure}.median") or plural(material, f"{measure}.n") < _FEWEST:
        return ""
    text = _("The median time from being ready to the first day of the placement was %(days)s.")
    return text % {"days": in_days(material, f"{measure}.median")}


def led_to(material: Material) -> str:
    """How many of the ended placements led to work, and how many of these with subsidy."""
    if not material.tells_of_placements or plural(material, "placements_ended") < _FEWEST:
        return ""
    if is_none(material, "placements_to_work"):
        return _("None of the {placements_ended} work placements that ended led to work.")
    return sentences(_to_work(material), _with_subsidy(material))


def _to_work(material: Material) -> str:
    return ngettext(
        "Of the {placements_ended} work placements that ended, {placements_to_work:word} "
        "({placement_work_rate}) led to work.",
        "Of the {placements_ended} work placements that ended, {placements_to_work} "
        "({placement_work_rate}) led to work.",
        plural(material, "placements_to_work"),
    )


def _with_subsidy(material: Material) -> str:
    subsidised = "placements_ended.led_to.subsidised_work"
    if is_none(material, subsidised):
        return ""
    return ngettext(
        "{placements_ended.led_to.subsidised_work:Word} of them led to employment with subsidy.",
        "{placements_ended.led_to.subsidised_work} of them led to employment with subsidy.",
        plural(material, subsidised),
    )


def hours(material: Material) -> str:
    """The hours per week with which the ended placements began and ended."""
    if not material.tells_of_placements:
        return ""
    start, end = "placement_hours_at_start", "placement_hours_at_end"
    if not is_known(material, start, end) or plural(material, f"{start}.n") < _FEWEST:
        return ""
    return _(
        "On average the placements began with {placement_hours_at_start} hours a week and ended "
        "with {placement_hours_at_end}, over the {placement_hours_at_start.n} whose hours are "
        "known."
    )
