"""The access log as a page: a team leader sees what was done in the team, an administrator what
was done to accounts and settings. Neither sees the other's part."""

from dataclasses import dataclass
from datetime import date, datetime, timedelta
from typing import Any

from django.http import Http404, HttpRequest, HttpResponse
from django.utils import timezone
from django.utils.translation import gettext_lazy as _
from django.views.decorators.http import require_safe

from samspel.accounts.log import LogEntry, LogEntryQuerySet
from samspel.accounts.log_words import act_title, subject_title
from samspel.accounts.roles import Act
from samspel.accounts.user import User
from samspel.organisation.team import Team
from samspel.pages.listing import Column, Filter, Listing
from samspel.pages.parts import page_or_part
from samspel.pages.today import today

COLUMNS = (
    Column("when", _("When"), ("number",)),
    Column("who", _("Who"), ("actor__name", "-number")),
    Column("act", _("What was done"), ("act", "-number")),
    Column("subject", _("With what")),
    Column("team", _("Team"), ("team_id", "-number")),
    Column("address", _("From where")),
)
DAYS = (
    ("7", _("the last seven days")),
    ("1", _("today")),
    ("30", _("the last thirty days")),
    ("365", _("the last year")),
    ("all", _("everything")),
)


@dataclass(frozen=True, slots=True)
class Line:
    """One entry as the page shows it. Never a participant's name."""

    at: str
    who: str
    act: Any
    subject: Any
    number: str
    participant_id: str
    team: str
    address: str


@require_safe
def log_page(request: HttpRequest) -> HttpResponse:
    """Who did what; filtered by person, act and time."""
    entries = entries_for(request.user)
    listing = Listing(
        request.GET, path=request.path, columns=COLUMNS, filters=_filters(entries), sort="-when"
    )
    found = listing.take(_chosen(entries, listing.chosen, today(request)))
    teams = dict(Team.objects.values_list("pk", "name"))
    context = {"listing": listing, "rows": [_line(entry, teams) for entry in found]}
    return page_or_part(request, "organisation/log.html", "organisation/parts/log.html", context)


def entries_for(user: object) -> LogEntryQuerySet:
    """The entries that ``user`` reviews; raises Http404 for who reviews none."""
    if not isinstance(user, User) or not user.is_active:
        raise Http404
    led = Team.objects.where_user_may(user, Act.TEAM_SETTINGS).values_list("pk", flat=True)
    of_teams = LogEntry.objects.of_teams(list(led))
    if user.is_administrator:
        return of_teams | LogEntry.objects.about_accounts()
    if not led:
        raise Http404
    return of_teams


def _filters(entries: LogEntryQuerySet) -> tuple[Filter, ...]:
    people = (
        User.objects.filter(pk__in=entries.order_by().values("actor"))
        .order_by("name")
        .values_list("pk", "name")
    )
    acts = sorted(set(entries.order_by().values_list("act", flat=True).distinct()))
    return (
        Filter("who", _("Who"), [("", _("everybody")), *((str(pk), name) for pk, name in people)]),
        Filter(
            "act", _("What was done"), [("", _("everything")), *((a, act_title(a)) for a in acts)]
        ),
        Filter("days", _("When"), DAYS),
    )


def _chosen(entries: LogEntryQuerySet, chosen: dict[str, str], day: date) -> LogEntryQuerySet:
    if chosen["who"]:
        entries = entries.filter(actor=int(chosen["who"]))
    if chosen["act"]:
        entries = entries.filter(act=chosen["act"])
    if chosen["days"] != "all":
        first = day - timedelta(days=int(chosen["days"]) - 1)
        start = timezone.make_aware(datetime.combine(first, datetime.min.time()))
        entries = entries.filter(at__gte=start)
    return entries.select_related("actor")


def _line(entry: LogEntry, teams: dict[int, str]) -> Line:
    kind, _colon, number = entry.subject.partition(":")
    return Line(
        at=f"{timezone.localtime(entry.at):%Y-%m-%d %H:%M:%S}",
        who=entry.actor.name if entry.actor else "",
        act=act_title(entry.act),
        subject=subject_title(entry.subject),
        number=number[:8],
        participant_id=number if kind == "participant" else "",
        team=teams.get(entry.team_id or 0, ""),
        address=entry.address or "",
    )
