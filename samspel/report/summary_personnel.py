"""The summary's paragraph about the personnel: how many there are, and how they work together."""

from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from samspel.report.plan import Material
from samspel.report.sentences import is_known, is_none, paragraphs, plural, sentences


def personnel(material: Material) -> str:
    """Nothing where no staff is on record."""
    return paragraphs(
        sentences(_staff(material), _changes(material), _missing(material)),
        sentences(_meetings(material), _sessions(material)),
    )


def _tells(material: Material, figure: str) -> bool:
    return is_known(material, figure) and not is_none(material, figure)


def _staff(material: Material) -> str:
    if not _tells(material, "staff_at_end"):
        return ""
    return ngettext(
        "At the end of the period {staff_at_end:word} person worked in the team "
        "({full_time_equivalents_at_end} full-time equivalents).",
        "At the end of the period {staff_at_end:word} people worked in the team "
        "({full_time_equivalents_at_end} full-time equivalents).",
        plural(material, "staff_at_end"),
    )


def _changes(material: Material) -> str:
    came, left = (_tells(material, figure) for figure in ("staff_joined", "staff_left"))
    if came and left:
        return _(
            "During the period {staff_joined:word} joined the team and {staff_left:word} left it."
        )
    if came:
        return _("During the period {staff_joined:word} joined the team.")
    return _("During the period {staff_left:word} left the team.") if left else ""


def _missing(material: Material) -> str:
    if not _tells(material, "agencies_without_representative"):
        return ""
    return ngettext(
        "{agencies_without_representative:Word} agency had no representative in the team.",
        "{agencies_without_representative:Word} agencies had no representative in the team.",
        plural(material, "agencies_without_representative"),
    )


def _meetings(material: Material) -> str:
    if not _tells(material, "team_meetings_held"):
        return ""
    return ngettext(
        "The team met {team_meetings_held} time.",
        "The team met {team_meetings_held:word} times.",
        plural(material, "team_meetings_held"),
    )


def _sessions(material: Material) -> str:
    if not _tells(material, "staff_sessions"):
        return ""
    return ngettext(
        "The staff had supervision or training {staff_sessions:word} time.",
        "The staff had supervision or training {staff_sessions:word} times.",
        plural(material, "staff_sessions"),
    )
