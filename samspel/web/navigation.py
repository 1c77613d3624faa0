"""The menu as data: each entry with who sees it. The frame costs a page one query at most."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from functools import cached_property, lru_cache
from typing import Any

from django.http import HttpRequest
from django.urls import reverse
from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from samspel.accounts.roles import WHO_MAY, Act
from samspel.accounts.user import User
from samspel.organisation.models import Membership

THEMES = ("auto", "light", "dark")
THEME_COOKIE = "theme"


@dataclass(frozen=True, slots=True)
class Rights:
    """What somebody may do anywhere; where exactly is for each page to check."""

    acts: frozenset[Act]
    is_administrator: bool


@dataclass(frozen=True, slots=True)
class Entry:
    """One place of the menu and who sees it."""

    title: str | Promise
    url_name: str
    icon: str
    is_for: Callable[[Rights], bool]


def _all(_rights: Rights) -> bool:
    return True


def _who_may(act: Act) -> Callable[[Rights], bool]:
    return lambda rights: act in rights.acts


def _administrators(rights: Rights) -> bool:
    return rights.is_administrator


def _administrators_or(act: Act) -> Callable[[Rights], bool]:
    return lambda rights: rights.is_administrator or act in rights.acts


MENU = (
    Entry(_("Today"), "start", "calendar-check", _all),
    Entry(_("Participants"), "participants", "people", _who_may(Act.CASEWORK)),
    Entry(_("Groups"), "sessions_week", "calendar-week", _who_may(Act.CASEWORK)),
    Entry(_("Workplaces"), "placements", "briefcase", _who_may(Act.CASEWORK)),
    Entry(_("Reports"), "reports", "file-earmark-text", _who_may(Act.SEE_FIGURES)),
    Entry(_("Figures"), "figures", "bar-chart-line", _who_may(Act.SEE_FIGURES)),
    Entry(_("Import"), "imports", "box-arrow-in-down", _who_may(Act.IMPORT)),
    Entry(_("Teams"), "teams", "diagram-3", _administrators_or(Act.SEE_FIGURES)),
    Entry(_("Organisation"), "organisation", "building", _administrators),
    Entry(_("Accounts"), "users", "person-gear", _administrators),
    Entry(_("Access log"), "log", "journal-check", _administrators_or(Act.TEAM_SETTINGS)),
    Entry(_("Mail"), "mails", "envelope", _administrators_or(Act.TEAM_SETTINGS)),
)


FIT = 8
"""As many entries as stand side by side on a small desktop."""
RARE = frozenset({"imports", "organisation", "users", "log", "mails"})
"""What is done now and then; with more entries than fit it stands in the person's own menu."""

SECTIONS: Mapping[str, tuple[Entry, ...]] = {
    "participants": (
        Entry(_("Mine"), "my_participants", "person", _who_may(Act.CASEWORK)),
        Entry(_("All"), "participants", "people", _who_may(Act.CASEWORK)),
        Entry(_("Referrals"), "referral_inbox", "inbox", _who_may(Act.CASEWORK)),
        Entry(_("Study visits"), "visits", "calendar-event", _who_may(Act.CASEWORK)),
        Entry(_("Queue"), "queue", "hourglass-split", _who_may(Act.CASEWORK)),
        Entry(_("Follow-ups"), "follow_ups_overdue", "calendar2-check", _who_may(Act.CASEWORK)),
        Entry(_("Flow"), "flow", "diagram-2", _who_may(Act.CASEWORK)),
        Entry(_("Scores"), "scores", "graph-up", _who_may(Act.CASEWORK)),
        Entry(_("Surveys"), "surveys", "ui-checks", _who_may(Act.CASEWORK)),
        Entry(_("Absences"), "absences", "person-dash", _who_may(Act.CASEWORK)),
    ),
    "sessions_week": (
        Entry(_("The week"), "sessions_week", "calendar-week", _who_may(Act.CASEWORK)),
        Entry(_("Groups"), "groups", "people", _who_may(Act.CASEWORK)),
        Entry(_("Attendance"), "attendance", "check2-circle", _who_may(Act.CASEWORK)),
        Entry(_("Interest lists"), "ideas", "lightbulb", _who_may(Act.CASEWORK)),
        Entry(_("Suggestions"), "suggestions", "chat-left-text", _who_may(Act.CASEWORK)),
        Entry(_("Planning days"), "planning_days", "calendar2-event", _who_may(Act.CASEWORK)),
    ),
    "placements": (
        Entry(_("Work placements"), "placements", "briefcase", _who_may(Act.CASEWORK)),
        Entry(_("Matching"), "placement_matching", "link-45deg", _who_may(Act.CASEWORK)),
        Entry(_("Employers"), "employers", "shop", _who_may(Act.CASEWORK)),
        Entry(_("What employers did"), "employers_helped", "award", _who_may(Act.TEAM_SETTINGS)),
    ),
}
"""The pages within a place of the menu, shown as a second menu on each of them."""


@dataclass(frozen=True, slots=True)
class Place:
    """An entry with its address."""

    title: str | Promise
    url: str
    icon: str


@dataclass(frozen=True, slots=True)
class Menus:
    """The menu of the bar, and what of it stands in the person's own menu instead."""

    bar: tuple[Place, ...]
    own: tuple[Place, ...]


@lru_cache
def menus_for(rights: Rights) -> Menus:
    """The menu of somebody with these rights, parted where it would not fit."""
    places = places_for(rights)
    rare = {reverse(name) for name in RARE} if len(places) > FIT else set()
    return Menus(
        bar=tuple(each for each in places if each.url not in rare),
        own=tuple(each for each in places if each.url in rare),
    )


@lru_cache
def places_for(rights: Rights, section: str = "") -> tuple[Place, ...]:
    """The menu of somebody with these rights, or the second menu of one of the `SECTIONS`."""
    return tuple(
        Place(entry.title, reverse(entry.url_name), entry.icon)
        for entry in (SECTIONS[section] if section else MENU)
        if entry.is_for(rights)
    )


class Frame:
    """What stands around a page's content; worked out when a template asks for it."""

    def __init__(self, request: HttpRequest) -> None:
        self._request = request

    @property
    def theme(self) -> str:
        """``auto``, ``light`` or ``dark``: the person's choice, by a cookie."""
        chosen = self._request.COOKIES.get(THEME_COOKIE, "auto")
        return chosen if chosen in THEMES else "auto"

    @cached_property
    def rights(self) -> Rights:
        """What the signed-in user may do in any team."""
        return rights_of(self._request)

    @cached_property
    def current(self) -> str | None:
        """The address of the place one is in: of those that fit, the longest."""
        here = self._request.path
        if self.section:
            return reverse(self.section)
        fitting = (place.url for place in places_for(self.rights) if _fits(here, place.url))
        return max(fitting, key=len, default=None)

    @cached_property
    def section(self) -> str:
        """The section that one is in, by its name in `SECTIONS`; empty outside of them."""
        here = self._request.path
        for name in SECTIONS:
            if any(_fits(here, place.url) for place in places_for(self.rights, name)):
                return name
        return ""

    @property
    def request(self) -> HttpRequest:
        """The request of the page."""
        return self._request

    @property
    def here(self) -> str:
        """The page's own address."""
        return self._request.path


def rights_of(request: HttpRequest) -> Rights:
    """What the user of a request may do anywhere, by current memberships: one query."""
    user = getattr(request, "user", None)
    if not isinstance(user, User) or not user.is_active:
        return Rights(frozenset(), is_administrator=False)
    held = set(
        Membership.objects.filter(user=user, ended_on=None)
        .order_by()
        .values_list("role", flat=True)
        .distinct()
    )
    acts = frozenset(act for act, roles in WHO_MAY.items() if held & roles)
    return Rights(acts, is_administrator=user.is_administrator)


def navigation(request: HttpRequest) -> dict[str, Any]:
    """What every page's frame needs; the context processor of `settings.py`."""
    return {"frame": Frame(request)}


def _fits(here: str, url: str) -> bool:
    return here == url or (url != "/" and here.startswith(url))
