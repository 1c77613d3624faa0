"""What a report tells of partners and visits."""

from dataclasses import dataclass
from datetime import date

from django.db.models import Q

from samspel.figures.period import Period
from samspel.organisation.partners.partner import Collaboration, OfficialVisit, Partner
from samspel.organisation.team import Team


@dataclass(frozen=True, slots=True)
class ToldPartner:
    """A partner of the period and what was done with it."""

    name: str
    kind: str
    what: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class ToldVisit:
    """A visit of the period; ``is_received`` or made."""

    on: date
    whom: str
    about: str
    is_received: bool


@dataclass(frozen=True, slots=True)
class ToldPartners:
    """Partners by name, visits by day."""

    partners: tuple[ToldPartner, ...] = ()
    visits: tuple[ToldVisit, ...] = ()


def told_partners(team: Team, period: Period) -> ToldPartners:
    """Those whom the team worked with on a day of the period, and its visits: three queries."""
    there = Q(first_on__lte=period.end) & (Q(last_on=None) | Q(last_on__gte=period.start))
    partners = list(Partner.objects.filter(there, team=team).order_by("name", "pk"))
    done: dict[object, list[str]] = {each.pk: [] for each in partners}
    for partner, what in Collaboration.objects.filter(there, partner__in=partners).values_list(
        "partner", "what"
    ):
        done[partner].append(what)
    visits = OfficialVisit.objects.filter(team=team, on__range=(period.start, period.end))
    return ToldPartners(
        tuple(
            ToldPartner(each.name, each.get_kind_display(), tuple(done[each.pk]))
            for each in partners
        ),
        tuple(
            ToldVisit(each.on, each.whom, each.about, each.direction == "received")
            for each in visits.order_by("on", "pk")
        ),
    )
