"""The second menu of the pages about one team: its staff, steering group, partners and money."""

from functools import lru_cache

from django.http import HttpRequest
from django.urls import reverse
from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from samspel.web.navigation import Place

KEPT = 512
PAGES: tuple[tuple[str | Promise, str, str], ...] = (
    (_("The team"), "team", "diagram-3"),
    (_("Personnel"), "personnel", "people"),
    (_("Working methods"), "working_methods", "chat-square-text"),
    (_("Steering group"), "steering", "bank"),
    (_("Terms of reference"), "terms", "file-earmark-text"),
    (_("Collaboration"), "partners", "link-45deg"),
    (_("Budget"), "budgets", "cash-stack"),
)
"""Title, name of the address, icon; whoever sees one of them sees them all."""
ELSEWHERE = frozenset({"team_settings"})
"""Pages of a team that are reached from its first page and have no menu of their own."""


def team_of(request: HttpRequest) -> str:
    """The slug of the team that the page is about; empty on every other page."""
    match = request.resolver_match
    if match is None or match.url_name in ELSEWHERE:
        return ""
    slug = match.kwargs.get("slug", "")
    return slug if slug and request.path.startswith(reverse("team", args=[slug])) else ""


@lru_cache(maxsize=KEPT)
def team_places(slug: str) -> tuple[Place, ...]:
    """The menu of one team."""
    return tuple(Place(title, reverse(name, args=[slug]), icon) for title, name, icon in PAGES)


def current_of(slug: str, here: str) -> str:
    """The address of the place one is in: the longest that the page's own begins with."""
    fitting = (place.url for place in team_places(slug) if here.startswith(place.url))
    return max(fitting, key=len, default="")
