"""Partners, what is done with them, and visits, as the rows that figures read."""

from samspel.figures.partners import CollaborationRow, PartnerRow, VisitRow
from samspel.organisation.partners.partner import Collaboration, OfficialVisit, Partner
from samspel.organisation.team import Team


def partner_rows(team: Team) -> list[PartnerRow]:
    """Every partner that the team has or had: one query."""
    found = Partner.objects.filter(team=team).order_by("name", "pk")
    rows = found.values_list("pk", "kind", "first_on", "last_on")
    return [PartnerRow(f"partner:{pk}", kind, first, last) for pk, kind, first, last in rows]


def collaboration_rows(team: Team) -> list[CollaborationRow]:
    """All that is or was done with partners: one query. What is done ends with the partner."""
    found = Collaboration.objects.filter(partner__team=team).order_by("first_on", "pk")
    fields = ("pk", "partner__kind", "first_on", "last_on", "partner__last_on")
    return [
        CollaborationRow(
            f"collaboration:{pk}",
            kind,
            first,
            min((day for day in (last, until) if day is not None), default=None),
        )
        for pk, kind, first, last, until in found.values_list(*fields)
    ]


def visit_rows(team: Team) -> list[VisitRow]:
    """Every visit, those to come too: one query."""
    found = OfficialVisit.objects.filter(team=team).order_by("on", "pk")
    rows = found.values_list("pk", "direction", "on")
    return [VisitRow(f"official_visit:{pk}", direction, on) for pk, direction, on in rows]
