"""What stands behind a number of partners or visits."""

from collections.abc import Sequence

from django.urls import reverse

from samspel.accounts.user import User
from samspel.organisation.partners.partner import Collaboration, OfficialVisit
from samspel.organisation.team import Team
from samspel.pages.behind import Behind


def behind_partners(team: Team, keys: Sequence[str], user: User) -> list[Behind]:
    """The partners by their ids."""
    del user
    found = team.partners.filter(pk__in=keys)
    return [
        Behind(each.name, reverse("partner", args=[team.slug, each.pk]), each.get_kind_display())
        for each in found
    ]


def behind_collaborations(team: Team, keys: Sequence[str], user: User) -> list[Behind]:
    """What is done, with whom."""
    del user
    found = Collaboration.objects.filter(partner__team=team, pk__in=keys)
    return [
        Behind(each.what, reverse("partner", args=[team.slug, each.partner_id]), each.partner.name)
        for each in found.select_related("partner")
    ]


def behind_visits(team: Team, keys: Sequence[str], user: User) -> list[Behind]:
    """The visits by day."""
    del user
    found = OfficialVisit.objects.filter(team=team, pk__in=keys).order_by("on", "pk")
    url = reverse("official_visits", args=[team.slug])
    return [Behind(each.whom, url, each.on.isoformat()) for each in found]
