"""Field 8 of partners and visits: whom the team worked with, and who visited whom."""

from collections.abc import Iterator

from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from samspel.documents.document import Block, Column, Run, Table
from samspel.organisation.partners.told import ToldVisit
from samspel.report.plan import Material
from samspel.report.sentences import is_known, is_none, joined, own_words, plural, sentences


def collaboration(material: Material) -> str:
    """How many partners there are, and how much began to be done with them."""
    if not is_known(material, "partners_at_end") or is_none(material, "partners_at_end"):
        return ""
    partners = ngettext(
        "At the end of the period the team worked with {partners_at_end:word} partner.",
        "At the end of the period the team worked with {partners_at_end:word} partners.",
        plural(material, "partners_at_end"),
    )
    return sentences(partners, _begun(material))


def _begun(material: Material) -> str:
    if not is_known(material, "collaborations_begun") or is_none(material, "collaborations_begun"):
        return ""
    return ngettext(
        "{collaborations_begun:Word} new thing is done together since the period began.",
        "{collaborations_begun:Word} new things are done together since the period began.",
        plural(material, "collaborations_begun"),
    )


def visits(material: Material) -> str:
    """How many visits were received and made, and from and to whom."""
    return sentences(
        _visits(material, "official_visits_received", is_received=True),
        _visits(material, "official_visits_made", is_received=False),
    )


def _visits(material: Material, figure: str, *, is_received: bool) -> str:
    told = [each for each in material.partners().visits if each.is_received == is_received]
    if not told or not is_known(material, figure) or is_none(material, figure):
        return ""
    number = plural(material, figure)
    text = (
        ngettext(
            "The team received {official_visits_received} visit, from %(whom)s.",
            "The team received {official_visits_received:word} visits, from %(whom)s.",
            number,
        )
        if is_received
        else ngettext(
            "The team made {official_visits_made} visit, to %(whom)s.",
            "The team made {official_visits_made:word} visits, to %(whom)s.",
            number,
        )
    )
    return text % {"whom": joined(_whom(told))}


def _whom(told: list[ToldVisit]) -> list[str]:
    """Each organisation once, in the order of the days."""
    return [own_words(whom) for whom in dict.fromkeys(visit.whom for visit in told)]


def partners_table(material: Material) -> Iterator[Block]:
    """The partners by name with what is done together; no table where there are none."""
    rows: list[tuple[Run, ...]] = [
        (each.name, each.kind, "; ".join(each.what)) for each in material.partners().partners
    ]
    if not rows:
        return
    columns = (Column(_("Partner")), Column(_("Kind")), Column(_("What is done together")))
    yield Table("partners", _("Partners"), columns, tuple(rows))
