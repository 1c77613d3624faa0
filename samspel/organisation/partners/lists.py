"""The list of partners and the list of visits: filtered, sorted, turned page by page."""

from collections.abc import Mapping
from datetime import date

from django.db.models import QuerySet
from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from samspel.figures.partners import PARTNER_KINDS
from samspel.organisation.partners.partner import OfficialVisit, Partner
from samspel.organisation.team import Team
from samspel.pages.listing import Column, Filter, Listing

_WIDE = "d-none d-md-table-cell"
PARTNER_COLUMNS = (
    Column("name", _("Name"), ("name",)),
    Column("kind", _("Kind"), ("kind", "name"), _WIDE),
    Column("what", _("What is done together")),
    Column("since", _("Since"), ("first_on",), _WIDE),
)
VISIT_COLUMNS = (
    Column("on", _("Day"), ("on",)),
    Column("whom", _("Organisation"), ("whom",)),
    Column("direction", _("Who visited whom"), ("direction", "on"), _WIDE),
    Column("about", _("What about"), (), _WIDE),
    Column("visitors", _("Visitors"), ("visitors",), _WIDE),
)
_NOW = Filter("now", _("When"), (("now", _("Now")), ("over", _("Over")), ("all", _("All"))))
_KINDS = Filter(
    "kind", _("Kind"), (("", _("All")), *((each.code, _(each.title)) for each in PARTNER_KINDS))
)
_DIRECTION = Filter(
    "direction", _("Who visited whom"), (("", _("All")), *OfficialVisit.Direction.choices)
)


def partner_listing(team: Team, query: Mapping[str, str]) -> Listing:
    """The list of partners as an address asks for it."""
    path = reverse("partners", args=[team.slug])
    return Listing(query, path=path, columns=PARTNER_COLUMNS, filters=(_NOW, _KINDS), sort="name")


def partners_of(team: Team, listing: Listing, today: date) -> "QuerySet[Partner]":
    """The partners that the list's choices leave."""
    found, chosen = Partner.objects.filter(team=team), listing.chosen
    if chosen["kind"]:
        found = found.filter(kind=chosen["kind"])
    if chosen["now"] == "now":
        return found.exclude(last_on__lt=today)
    return found.filter(last_on__lt=today) if chosen["now"] == "over" else found


def visit_listing(team: Team, query: Mapping[str, str]) -> Listing:
    """The list of visits as an address asks for it."""
    path = reverse("official_visits", args=[team.slug])
    return Listing(query, path=path, columns=VISIT_COLUMNS, filters=(_DIRECTION,), sort="-on")


def visits_of(team: Team, listing: Listing) -> "QuerySet[OfficialVisit]":
    """The visits that the list's choices leave."""
    found = OfficialVisit.objects.filter(team=team)
    chosen = listing.chosen["direction"]
    return found.filter(direction=chosen) if chosen else found
