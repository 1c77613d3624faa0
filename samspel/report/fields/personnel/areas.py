"""Field 6: development areas, carried from report to report until they are settled."""

from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from samspel.documents.document import Column, Table
from samspel.personnel.methods.development_area import AreaState
from samspel.personnel.methods.told import ToldArea
from samspel.report.plan import Material
from samspel.report.sentences import own_words, plural, sentences

_OPEN, _SETTLED, _RAISED = (
    "development_areas_open",
    "development_areas_settled",
    "development_areas_raised",
)


def in_numbers(material: Material) -> str:
    """How many areas are carried on, how many were settled, how many are new."""
    if not material.methods().areas:
        return ""
    return sentences(_carried_on(material), _settled(material), _raised(material))


def _carried_on(material: Material) -> str:
    if not material.printed.amount(_OPEN):
        return _("At the end of the period the team had no development area that was not settled.")
    return ngettext(
        "At the end of the period the team worked on {development_areas_open} development area.",
        "At the end of the period the team worked on {development_areas_open:word} development "
        "areas.",
        plural(material, _OPEN),
    )


def _settled(material: Material) -> str:
    if not material.printed.amount(_SETTLED):
        return ""
    return ngettext(
        "{development_areas_settled} area was settled during it.",
        "{development_areas_settled:Word} areas were settled during it.",
        plural(material, _SETTLED),
    )


def _raised(material: Material) -> str:
    if not material.printed.amount(_RAISED):
        return ""
    return ngettext(
        "{development_areas_raised} area was new.",
        "{development_areas_raised:Word} areas were new.",
        plural(material, _RAISED),
    )


def one_by_one(material: Material) -> list[str]:
    """Each area with its state and the last note, those of the report before first."""
    areas = sorted(material.methods().areas, key=lambda each: not each.is_carried)
    return [_one(each) for each in areas]


def _one(area: ToldArea) -> str:
    known = {"title": own_words(area.title), "state": AreaState(area.state).label}
    if area.is_carried:
        head = _("%(title)s (from the report before, %(state)s).") % known
    else:
        head = _("%(title)s (%(state)s).") % known
    return sentences(head, own_words(area.note or area.aim))


def areas_table(material: Material) -> tuple[Table, ...]:
    """Where each area stood when the period began and when it ended; none where there is none."""
    areas = material.methods().areas
    if not areas:
        return ()
    columns = (
        Column(_("Development area")),
        Column(_("Raised"), "date"),
        Column(_("When the period began")),
        Column(_("When it ended")),
    )
    rows = tuple(
        (
            each.title,
            each.raised_on.isoformat(),
            str(AreaState(each.before).label) if each.before else _("not raised yet"),
            str(AreaState(each.state).label),
        )
        for each in areas
    )
    return (Table("development-areas", _("Development areas"), columns, rows),)
