"""Field 5: supervision and training of the staff, with what they cost."""

from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from samspel.personnel.methods.staff_session import StaffSessionKind
from samspel.report.plan import Material
from samspel.report.sentences import joined, own_words, plural, sentences

_SUPERVISION = "staff_sessions.staff_session_kind.supervision"
_TRAINING = "staff_sessions.staff_session_kind.training"
_SUPERVISION_HOURS = "staff_session_hours.staff_session_kind.supervision"
MOST_TITLES = 6
"""Trainings that running text names; of more the table tells the number."""


def supervision(material: Material) -> str:
    """On how many occasions the staff had supervision, and for how many hours."""
    if not material.printed.amount(_SUPERVISION):
        return ""
    text = ngettext(
        "The staff had supervision on "
        "{staff_sessions.staff_session_kind.supervision:word} occasion%(hours)s.",
        "The staff had supervision on "
        "{staff_sessions.staff_session_kind.supervision} occasions%(hours)s.",
        plural(material, _SUPERVISION),
    )
    hours = ""
    if material.printed.amount(_SUPERVISION_HOURS):
        hours = _(", {staff_session_hours.staff_session_kind.supervision} hours in all")
    return text % {"hours": hours}


def training(material: Material) -> str:
    """How many trainings the staff took part in, and what they were about."""
    if not material.printed.amount(_TRAINING):
        return ""
    text = ngettext(
        "They took part in {staff_sessions.staff_session_kind.training:word} training%(titles)s.",
        "They took part in {staff_sessions.staff_session_kind.training:word} trainings%(titles)s.",
        plural(material, _TRAINING),
    )
    return text % {"titles": _titles(material)}


def _titles(material: Material) -> str:
    sessions = material.methods().sessions
    told = [each.title for each in sessions if each.kind == StaffSessionKind.TRAINING]
    titles = list(dict.fromkeys(told))
    if not titles or len(titles) > MOST_TITLES:
        return ""
    return ": " + joined(own_words(each) for each in titles)


def costs(material: Material) -> str:
    """What it cost, and how many staff days it took."""
    cost = days = ""
    if material.printed.amount("staff_session_costs"):
        cost = _("Supervision and training cost {staff_session_costs} kronor.")
    if material.printed.amount("staff_days"):
        days = ngettext(
            "Taken together the staff spent {staff_days:word} day on them.",
            "Taken together the staff spent {staff_days} days on them.",
            plural(material, "staff_days"),
        )
    return sentences(cost, days)
