"""Field 5: the team's meetings, and which agencies came to them."""

from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from samspel.personnel.methods.series import MeetingRhythm
from samspel.report.plan import Material
from samspel.report.sentences import joined, own_words, plural, sentences

_HELD = "team_meetings_held"
_RATE = "team_meeting_attendance"


def meetings(material: Material) -> str:
    """How many meetings were held, of which kinds, and how often the team meets."""
    if not material.printed.amount(_HELD):
        return ""
    return sentences(_held(material), _cancelled(material), _rhythm(material), _cases(material))


def _held(material: Material) -> str:
    text = ngettext(
        "The staff held {team_meetings_held:word} team meeting during the period%(kinds)s.",
        "The staff held {team_meetings_held} team meetings during the period%(kinds)s.",
        plural(material, _HELD),
    )
    return text % {"kinds": _by_kind(material)}


def _by_kind(material: Material) -> str:
    """“: case meeting 24 and planning 12”, where there are several kinds."""
    keys = material.printed.keys(_HELD, "meeting_kind")
    if len(keys) < 2:
        return ""
    parts = (
        f"{own_words(material.printed.key_title('meeting_kind', key))} "
        f"{{{_HELD}.meeting_kind.{key}}}"
        for key in keys
    )
    return ": " + joined(parts)


def _cancelled(material: Material) -> str:
    if not material.printed.amount("team_meetings_cancelled"):
        return ""
    return ngettext(
        "{team_meetings_cancelled} meeting was cancelled.",
        "{team_meetings_cancelled:Word} meetings were cancelled.",
        plural(material, "team_meetings_cancelled"),
    )


def _rhythm(material: Material) -> str:
    series = material.methods().series
    if not series:
        return ""
    told = (f"{own_words(each.kind)} {MeetingRhythm(each.rhythm).label}" for each in series)
    return _("At the end of the period the team met regularly: %(series)s.") % {
        "series": joined(told)
    }


def _cases(material: Material) -> str:
    if not material.printed.amount("cases_taken_up"):
        return ""
    return ngettext(
        "{cases_taken_up:Word} case was taken up at the meetings.",
        "Cases were taken up {cases_taken_up} times at the meetings.",
        plural(material, "cases_taken_up"),
    )


def agencies_that_came(material: Material) -> str:
    """Of how many meetings at which they were expected the agencies came."""
    if material.printed.amount(_RATE) is None:
        return ""
    all_of_them = _(
        "The agencies came to {team_meeting_attendance} of the meetings they were expected at"
    )
    keys = material.printed.keys("team_meeting_places", "agency")
    if len(keys) < 2:
        return f"{all_of_them}."
    parts = (
        f"{own_words(material.printed.key_title('agency', key))} {{{_RATE}.agency.{key}}}"
        for key in keys
    )
    return f"{all_of_them}: {joined(parts)}."
