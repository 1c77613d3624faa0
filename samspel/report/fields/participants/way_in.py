"""Field 1, before the enrolment: visits, who left and why, the queue and the places."""

from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from samspel.figures.codes import UNKNOWN
from samspel.report.plan import Material, Pause
from samspel.report.sentences import (
    biggest_first,
    is_known,
    is_none,
    joined,
    plural,
    sentences,
    tells_of,
)

_FEWEST_DAYS = 2


def visited(material: Material) -> str:
    """How many came for a study visit; silent on zero, for many teams have no such visits."""
    if is_none(material, "visited") or not is_known(material, "visited"):
        return ""
    return ngettext(
        "{visited:Word} person came for a study visit.",
        "{visited} people came for a study visit.",
        plural(material, "visited"),
    )


def left(material: Material) -> str:
    """How many left before they were enrolled, why, and whom the team declined."""
    if is_none(material, "withdrawn") or not is_known(material, "withdrawn"):
        return ""
    if plural(material, "withdrawn") == 1:
        return _left_alone(material)
    if not tells_of(material, "withdrawn", "withdrawal_reason"):
        told = _("{withdrawn} people left before they were enrolled.")
    else:
        told = _("{withdrawn} people left before they were enrolled: %(reasons)s.")
    return sentences(told % {"reasons": _reasons(material)}, _declined(material))


def _left_alone(material: Material) -> str:
    if not tells_of(material, "withdrawn", "withdrawal_reason"):
        return _("{withdrawn:Word} person left before being enrolled.")
    (reason,) = material.printed.keys("withdrawn", "withdrawal_reason")
    told = _("{withdrawn:Word} person left before being enrolled: the person %(reason)s.")
    return told % {"reason": _left_because(reason)}


def _reasons(material: Material) -> str:
    keys = biggest_first(material, "withdrawn", "withdrawal_reason")
    return joined("{withdrawn.withdrawal_reason." + key + "} " + _left_because(key) for key in keys)


def _left_because(reason: str) -> str:
    """What somebody who left did, or what happened: follows “3” as well as “the person”."""
    phrases = {
        "own_wish": _("did not want to come"),
        "other_support": _("got other support"),
        "work_or_studies": _("began work or studies"),
        "illness": _("could not come because of illness"),
        "moved": _("moved away"),
        "no_contact": _("could not be reached"),
        "referrer_withdrew": _("had the referral taken back"),
        "not_target_group": _("did not belong to the target group"),
        "needs_other_first": _("needed other help first"),
        "team_full": _("did not get a place"),
        UNKNOWN: _("left without a stated reason"),
    }
    return phrases.get(reason, _("left for another reason"))


def _declined(material: Material) -> str:
    if is_none(material, "declined"):
        return ""
    return ngettext(
        "{declined:Word} of them was declined by the team.",
        "{declined} of them were declined by the team.",
        plural(material, "declined"),
    )


def waited_so_far(material: Material) -> str:
    """How long those in the queue have waited; where the team's own casework is on record."""
    days = material.printed.amount("queue_days_so_far.median")
    if not material.tells_of_the_way or days is None or days < _FEWEST_DAYS:
        return ""
    return ngettext(
        "The person had waited {queue_days_so_far.median} days.",
        "They had waited {queue_days_so_far.median} days in the median, "
        "the longest {queue_days_so_far.longest} days.",
        plural(material, "in_queue_at_end"),
    )


def places(material: Material) -> str:
    """How many places the team has, and whether more are enrolled; nothing where it is not said."""
    enrolled = material.printed.amount("enrolled_at_end")
    if not material.capacity or enrolled is None:
        return ""
    text = ngettext("The team has one place.", "The team has %(places)s places.", material.capacity)
    if enrolled > material.capacity:
        text = ngettext(
            "The team has one place, so more were enrolled than it has room for.",
            "The team has %(places)s places, so more were enrolled than it has room for.",
            material.capacity,
        )
    return text % {"places": material.capacity}


def paused(material: Material) -> str:
    """When the team took nobody in."""
    if not material.pauses:
        return ""
    return _("The team took nobody in %(days)s.") % {"days": joined(map(_days, material.pauses))}


def _days(pause: Pause) -> str:
    if pause.last_on is None:
        return _("from %(first)s on") % {"first": pause.first_on.isoformat()}
    days = {"first": pause.first_on.isoformat(), "last": pause.last_on.isoformat()}
    return _("from %(first)s to %(last)s") % days
