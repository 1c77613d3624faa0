"""The sessions behind a figure, a page at a time, for those who do the casework."""

from dataclasses import dataclass

from django.core.paginator import Page, Paginator
from django.http import HttpRequest

from samspel.organisation.team import Team
from samspel.participants.groups.group import Group
from samspel.participants.groups.session import Session

ON_A_PAGE = 50


@dataclass(frozen=True, slots=True)
class SessionBehind:
    """A session; its group has a page as long as the team is in it."""

    session: Session
    group_may_be_opened: bool


@dataclass(frozen=True, slots=True)
class SessionsBehind:
    """One page of sessions."""

    page: Page[Session]
    rows: tuple[SessionBehind, ...]


def sessions_behind(
    request: HttpRequest, team: Team, ids: list[str] | None
) -> SessionsBehind | None:
    """The sessions with these ids by day; None of a figure that counts none."""
    if ids is None:
        return None
    found = Session.objects.filter(pk__in=ids).select_related("group", "kind")
    ordered = found.order_by("on", "at", "pk")
    page = Paginator(ordered, ON_A_PAGE).get_page(request.GET.get("page"))
    open_groups = set(Group.objects.of_teams([team]).values_list("pk", flat=True))
    rows = tuple(SessionBehind(each, each.group_id in open_groups) for each in page)
    return SessionsBehind(page, rows)
