"""Field 4: how many work in the team and how much, who came and left, which agencies are missing,
and the table of the staff."""

from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from samspel.documents.document import Column, Run, Table
from samspel.figures.codes import UNKNOWN
from samspel.personnel.staffing.position import EmployedBy
from samspel.personnel.staffing.told import ToldAgency, ToldPosition
from samspel.personnel.staffing.words import employer_text, share_text
from samspel.report.plan import Material
from samspel.report.sentences import (
    is_known,
    is_none,
    joined,
    own_words,
    plural,
    sentences,
)

_AT_END = "full_time_equivalents_at_end"
_MEAN = "full_time_equivalents"


def staffed(material: Material) -> str:
    """How many there are at the end, and how many full-time equivalents on average."""
    return sentences(_people(material), _on_average(material), _by_agency(material))


def _people(material: Material) -> str:
    if is_none(material, "staff_at_end"):
        return _("At the end of the period nobody worked in the team.")
    if not is_known(material, _AT_END):
        return ""
    return ngettext(
        "At the end of the period {staff_at_end:word} person worked in the team, "
        "{full_time_equivalents_at_end} full-time equivalents.",
        "At the end of the period {staff_at_end} people worked in the team, "
        "together {full_time_equivalents_at_end} full-time equivalents.",
        plural(material, "staff_at_end"),
    )


def _on_average(material: Material) -> str:
    if not is_known(material, _MEAN):
        return ""
    if not is_known(material, f"{_MEAN}@previous"):
        return _("On average the period had {full_time_equivalents} full-time equivalents.")
    now, then = (
        material.printed.number(address).printed for address in (_MEAN, f"{_MEAN}@previous")
    )
    if now == then:
        return _(
            "On average the period had {full_time_equivalents} full-time equivalents, as many as "
            "the previous period."
        )
    return _(
        "On average the period had {full_time_equivalents} full-time equivalents, against "
        "{full_time_equivalents@previous} in the previous period."
    )


def _by_agency(material: Material) -> str:
    keys = [key for key in material.printed.keys(_MEAN, "agency") if key != UNKNOWN]
    if len(keys) < 2:
        return ""
    parts = (
        _("%(agency)s %(number)s")
        % {
            "agency": _agency_in_words(material, key),
            "number": "{" + f"{_MEAN}.agency.{key}" + "}",
        }
        for key in keys
    )
    return _("They were divided like this: %(agencies)s.") % {"agencies": joined(parts)}


def _agency_in_words(material: Material, key: str) -> str:
    """An agency's name within a sentence; what is no name is written small."""
    title = own_words(material.printed.key_title("agency", key))
    return title.lower() if key in (EmployedBy.BORROWED, EmployedBy.HIRED) else title


def came_and_left(material: Material) -> str:
    """How many people came to the team and how many left it."""
    came, left = (is_none(material, key) for key in ("staff_joined", "staff_left"))
    if came and left:
        return _("Nobody came to the team and nobody left it during the period.")
    if left:
        return _came(material)
    return _left_only(material) if came else sentences(_came(material), _left(material))


def _came(material: Material) -> str:
    return ngettext(
        "{staff_joined:Word} person came to the team during the period.",
        "{staff_joined:Word} people came to the team during the period.",
        plural(material, "staff_joined"),
    )


def _left(material: Material) -> str:
    return ngettext(
        "{staff_left:Word} person left it.",
        "{staff_left:Word} people left it.",
        plural(material, "staff_left"),
    )


def _left_only(material: Material) -> str:
    return ngettext(
        "{staff_left:Word} person left the team during the period.",
        "{staff_left:Word} people left the team during the period.",
        plural(material, "staff_left"),
    )


def vacant_and_on_leave(material: Material) -> str:
    """How much stood vacant, and how much was leave."""
    vacant = on_leave = ""
    if material.printed.amount("vacant_full_time_equivalents"):
        vacant = _(
            "Vacant positions came to {vacant_full_time_equivalents} full-time equivalents on "
            "average, {vacant_full_time_equivalents.share} of all positions."
        )
    if material.printed.amount("full_time_equivalents_on_leave"):
        on_leave = _(
            "Leave came to {full_time_equivalents_on_leave} full-time equivalents on average."
        )
    return sentences(vacant, on_leave)


def without_representative(material: Material) -> str:
    """Which agencies have nobody in the team at the end, and since when."""
    if not is_known(material, "agencies_without_representative"):
        return ""
    without = material.staffing().without
    if not without:
        return _("At the end of the period all of the team's agencies had somebody in the team.")
    told = ngettext(
        "At the end of the period {agencies_without_representative:word} agency had no "
        "representative in the team: %(agencies)s.",
        "At the end of the period {agencies_without_representative:word} agencies had no "
        "representative in the team: %(agencies)s.",
        plural(material, "agencies_without_representative"),
    )
    return told % {"agencies": joined(map(_since_when, without))}


def _since_when(agency: ToldAgency) -> str:
    name = own_words(agency.name)
    if agency.since is None:
        return _("%(agency)s (has not had any)") % {"agency": name}
    return _("%(agency)s (since %(day)s)") % {"agency": name, "day": agency.since.isoformat()}


def participants_each(material: Material) -> str:
    """How many participants there are for each full-time equivalent."""
    if not material.printed.amount("participants_per_full_time_equivalent"):
        return ""
    return _(
        "At the end of the period there were {participants_per_full_time_equivalent} participants "
        "for each full-time equivalent."
    )


def staff_table(material: Material) -> Table:
    """Role, employer, working share and days of everybody who was there in the period."""
    columns = (
        Column(_("Role")),
        Column(_("Employed by")),
        Column(_("Working share")),
        Column(_("From"), "date"),
        Column(_("To"), "date"),
    )
    rows = tuple(_line(material, each) for each in material.staffing().positions)
    caption = _("Staff during the period")
    return Table("staff", caption, columns, rows, name=_("Staff"))


def _line(material: Material, position: ToldPosition) -> tuple[Run, ...]:
    row, period = position.row, material.period
    role = position.role
    if row.stands_in_for:
        role = _("%(role)s (stands in)") % {"role": role}
    if row.is_vacant:
        role = _("%(role)s (vacant)") % {"role": role}
    return (
        role,
        employer_text(position.employer),
        share_text(row, period.start, period.end),
        row.first_on.isoformat(),
        row.last_on.isoformat() if row.last_on and row.last_on <= period.end else "",
    )
