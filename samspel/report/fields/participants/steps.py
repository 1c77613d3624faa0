"""Field 2: the way through the team step by step, with its days and who went on."""

from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from samspel.report.plan import Material
from samspel.report.sentences import in_days, is_known, is_none, joined, plural, sentences

_FEWEST = 2
"""Below it a share says nothing, and “of the 1” is no way to write."""


def way_in(material: Material) -> str:
    """From visit to referral and from referral to enrolment: how many went on, and how long."""
    return sentences(_from_visits(material), _visit_days(material), _from_referrals(material))


def _several(material: Material, cohort: str) -> bool:
    return is_known(material, cohort) and plural(material, cohort) >= _FEWEST


def _from_visits(material: Material) -> str:
    if not _several(material, "visited"):
        return ""
    return ngettext(
        "Of the {visited} who came for a study visit, {visited_then_referred:word} "
        "({referral_rate}) had been referred at the end of the period.",
        "Of the {visited} who came for a study visit, {visited_then_referred} "
        "({referral_rate}) had been referred at the end of the period.",
        plural(material, "visited_then_referred"),
    )


def _visit_days(material: Material) -> str:
    if not is_known(material, "days_from_visit_to_referral.median"):
        return ""
    if plural(material, "days_from_visit_to_referral.n") < _FEWEST:
        return ""
    text = _("The median time from visit to referral was %(days)s.")
    return text % {"days": in_days(material, "days_from_visit_to_referral.median")}


def _from_referrals(material: Material) -> str:
    if not material.tells_of_the_way or not _several(material, "referred"):
        return ""
    return ngettext(
        "Of the {referred} who were referred, {referred_then_enrolled:word} ({enrolment_rate}) "
        "had been enrolled.",
        "Of the {referred} who were referred, {referred_then_enrolled} ({enrolment_rate}) "
        "had been enrolled.",
        plural(material, "referred_then_enrolled"),
    )


def on_trial(material: Material) -> str:
    """Who went on after the trial period, and who dropped out in it."""
    if not _several(material, "trial_ended"):
        return ""
    went_on = ngettext(
        "Of the {trial_ended} whose trial period ended, {trial_passed:word} ({trial_rate}) "
        "went on.",
        "Of the {trial_ended} whose trial period ended, {trial_passed} ({trial_rate}) went on.",
        plural(material, "trial_passed"),
    )
    return sentences(went_on, _dropped_out(material))


def _dropped_out(material: Material) -> str:
    if is_none(material, "dropouts_on_trial"):
        return ""
    return ngettext(
        "{dropouts_on_trial:Word} person dropped out during the trial period.",
        "{dropouts_on_trial} people dropped out during the trial period.",
        plural(material, "dropouts_on_trial"),
    )


def stages(material: Material) -> str:
    """How long the steps took for those who left them, and where the enrolled stand."""
    if not material.tells_of_the_way:
        return ""
    return sentences(_days_in_steps(material), _stand(material))


def _days_in_steps(material: Material) -> str:
    steps = {
        "trial_days": _("%(days)s on trial"),
        "active_days": _("%(days)s active"),
        "closing_days": _("%(days)s closing"),
    }
    told = [
        words % {"days": in_days(material, f"{measure}.median")}
        for measure, words in steps.items()
        if is_known(material, f"{measure}.median")
    ]
    if not told:
        return ""
    text = _("For those who left a step during the period, its median was %(days)s.")
    return text % {"days": joined(told)}


def _stand(material: Material) -> str:
    """Nothing where nobody or one is enrolled: field 1 has told that."""
    if not _several(material, "enrolled_at_end"):
        return ""
    stages = {
        "on_trial_at_end": _("{on_trial_at_end} on trial"),
        "active_at_end": _("{active_at_end} active"),
        "closing_at_end": _("{closing_at_end} with a closing begun"),
    }
    told = [words for stage, words in stages.items() if not is_none(material, stage)]
    text = _("Of the enrolled at the end of the period, there were %(stages)s.")
    return text % {"stages": joined(told)}
