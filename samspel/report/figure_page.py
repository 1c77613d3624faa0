"""The page of one figure: what it is, its value, and the cases or records behind it."""

from collections.abc import Sequence
from dataclasses import dataclass

from django.core.paginator import Page, Paginator
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_GET

from samspel.figures.address import PREVIOUS, SINCE_START, YEAR_BEFORE, Address, parse_address
from samspel.figures.compute import Figures
from samspel.figures.definition import PERSONS
from samspel.figures.definitions import (
    RATIOS,
    RESOURCES,
    counted_by,
    dimensions_of,
    looked_up_by,
)
from samspel.figures.dimension_definitions import DIMENSION_DEFINITIONS
from samspel.figures.edition import may_be_told
from samspel.figures.period import Period
from samspel.figures.resources import TeamFigures
from samspel.organisation.team import Team
from samspel.pages.behind import Behind
from samspel.participants.episode import Episode
from samspel.participants.road import every_figure_of
from samspel.printed import PrintedFigures
from samspel.report.asked_period import addressed_period
from samspel.report.edition import INTERNAL, Edition, edition_for, reader_of
from samspel.report.figure_pages import Defined, refuse_unread, team_for
from samspel.report.own_titles import OwnTitles
from samspel.report.period_words import period_words
from samspel.report.published.shown import shown_of_figure
from samspel.report.report_pages import user_of
from samspel.report.resources import records_behind
from samspel.report.sessions_behind import sessions_behind

ON_A_PAGE = 50


@require_GET
def figure(request: HttpRequest, slug: str, period: str, address: str) -> HttpResponse:
    """One figure: what it is, its value and, for those who do the casework, the cases behind it."""
    team, chosen = team_for(request, slug), addressed_period(period)
    edition = edition_for(user_of(request), team)
    parsed = _parsed(address)
    _refuse_unread(request, team, [chosen, *_named_period(parsed)], parsed, edition)
    figures = reader_of(team, chosen, edition)
    printed = PrintedFigures(figures, request.LANGUAGE_CODE, OwnTitles(team))
    try:
        number = printed.number(str(parsed))
        reader = every_figure_of(team, chosen)
        counted = reader.at(parsed.period).period
        if parsed.figure in RESOURCES or parsed.figure in RATIOS:
            behind: dict[str, object] = {"records": _records(request, team, figures, str(parsed))}
        else:
            behind = _behind(request, team, reader, parsed) if edition == INTERNAL else {}
    except (ValueError, OverflowError) as error:
        raise Http404 from error
    context = {
        "team": team,
        "label": chosen.label,
        "period": period_words(counted, request.LANGUAGE_CODE),
        "number": number,
        "value": printed.value(str(parsed)),
        "unit": _unit(printed.value(str(parsed)).unit),
        "definition": Defined.of(parsed.definition),
        "dimensions": [
            Defined.of(DIMENSION_DEFINITIONS[dimension]) for dimension, _key in parsed.where
        ],
        "edition": edition,
        "published": shown_of_figure(team, str(parsed.here()), request.LANGUAGE_CODE),
    }
    return render(request, "report/figure.html", context | behind)


def _named_period(address: Address) -> list[Period]:
    """The period that the address itself names by its days, if any."""
    if address.period in (None, PREVIOUS, YEAR_BEFORE, SINCE_START):
        return []
    return [addressed_period(address.period or "")]


def _refuse_unread(
    request: HttpRequest, team: Team, periods: Sequence[Period], address: Address, edition: Edition
) -> None:
    """Raise Http404 for a period that the edition does not answer for.

    Sums of staff, meetings, seats and money tell nothing of participants, so they are answered
    for any period.
    """
    if address.figure not in RESOURCES:
        for period in periods:
            refuse_unread(request, team, period, edition)


def _records(
    request: HttpRequest, team: Team, figures: TeamFigures, address: str
) -> Page[Behind] | None:
    """The records behind a sum of resources, a page at a time; None where they may not be told."""
    if figures.value(address).withheld:
        return None
    found = records_behind(team, figures.behind(address), user=user_of(request))
    return Paginator(found, ON_A_PAGE).get_page(request.GET.get("page"))


def _behind(
    request: HttpRequest, team: Team, reader: Figures, address: Address
) -> dict[str, object]:
    """What a number is made of, for those who do the casework: its cases, or its sessions."""
    ids = reader.episode_ids(str(address))
    page, cases = _cases(request, team, ids)
    counts_sessions = looked_up_by(address.figure) == "session_id"
    sessions = reader.event_ids(str(address)) if counts_sessions else None
    return {
        "page": page,
        "cases": cases,
        "counts_events": counted_by(address.figure).unit != PERSONS and bool(ids),
        "is_on_the_way": not may_be_told(address),
        "has_cases": "gender" in dimensions_of(address.figure),
        "sessions": sessions_behind(request, team, sessions),
    }


def _unit(unit: str) -> str:
    """What the number counts, to stand after it; shares carry their sign with them."""
    units = {
        "months": _("months"),
        "years": _("years"),
        "days": _("days"),
        "weeks": _("weeks"),
        "hours": _("hours"),
        "kronor": _("kronor"),
        "full_time": _("full-time equivalents"),
    }
    return units.get(unit, "")


def _parsed(address: str) -> Address:
    """The address; one that cannot be read is a page that does not exist."""
    try:
        return parse_address(address[:200])
    except (ValueError, OverflowError) as error:
        raise Http404 from error


@dataclass(frozen=True, slots=True)
class Case:
    """A case behind a figure; one of a protected person has no name and is no door to others."""

    episode: Episode
    may_be_opened: bool


def _cases(request: HttpRequest, team: Team, ids: list[str]) -> tuple[Page[Episode], list[Case]]:
    """The cases of a figure, a page at a time: the page, and its cases as they are listed."""
    episodes = Episode.objects.filter(team=team, case_number__in=ids)
    ordered = episodes.select_related("participant").order_by("participant__sort_key", "pk")
    page = Paginator(ordered, ON_A_PAGE).get_page(request.GET.get("page"))
    shown = [episode.pk for episode in page]
    open_to_user = set(
        Episode.objects.visible_to(user_of(request))
        .filter(pk__in=shown)
        .order_by()
        .values_list("pk", flat=True)
    )
    return page, [Case(episode, episode.pk in open_to_user) for episode in page]
