"""All years of a team in one table, and one published figure with its document and line."""

import csv
from collections.abc import Iterator
from io import StringIO

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.text import slugify
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from samspel.accounts.access import user_or_404
from samspel.accounts.roles import Act
from samspel.documents.render.formats import FORMATS
from samspel.documents.render.formats import render as rendered
from samspel.organisation.access import may, team_or_404
from samspel.organisation.team import Team
from samspel.pages.listing import Filter, Listing
from samspel.pages.parts import page_or_part
from samspel.pages.today import today
from samspel.report.edition import Edition, edition_for
from samspel.report.own_titles import OwnTitles
from samspel.report.period_words import period_words
from samspel.report.published.between import Difference, differences
from samspel.report.published.history import History
from samspel.report.published.joining import printed_row
from samspel.report.published.published_report import PublishedFigure, PublishedReport
from samspel.report.published.titles import title_of, unit_words
from samspel.report.published.year_rows import GROUP_TITLES, KIND_TITLES
from samspel.report.published.years import Asked, Years, years_of
from samspel.report.published.years_document import TITLES, lines_of, years_document

ENDINGS = ("xlsx", "csv")


@require_safe
def years(request: HttpRequest) -> HttpResponse:
    """Choose a team; goes straight to it where there is one."""
    user = user_or_404(request)
    teams = list(Team.objects.where_user_may(user, Act.SEE_FIGURES).order_by("name"))
    if not teams:
        raise Http404
    if len(teams) == 1:
        return redirect("team_years", teams[0].slug)
    return render(request, "published/years_teams.html", {"teams": teams})


@require_safe
def team_years(request: HttpRequest, slug: str) -> HttpResponse:
    """Every year of the team in one table, with what is known from where."""
    team = team_or_404(request, slug, Act.SEE_FIGURES)
    listing = _listing(request)
    edition = edition_for(user_or_404(request), team)
    years = _years(request, team, edition, listing)
    context = {
        "team": team,
        "edition": edition,
        "listing": listing,
        "years": years,
        "groups": [(GROUP_TITLES[name], rows) for name, rows in years.groups],
        "reports": _reports(request, team),
        "differences": list(_told(request, team, years.history)),
        "may_write": may(request, team, Act.WRITE_REPORT),
        "query": request.GET.urlencode(),
        "endings": ENDINGS,
    }
    return page_or_part(request, "published/years.html", "published/years_part.html", context)


@require_safe
def team_years_download(request: HttpRequest, slug: str, ending: str) -> HttpResponse:
    """What the table shows as a file: a line for each number, with its source."""
    if ending not in ENDINGS:
        raise Http404
    team = team_or_404(request, slug, Act.SEE_FIGURES)
    edition = edition_for(user_or_404(request), team)
    years = _years(request, team, edition, _listing(request))
    if ending == "csv":
        body, kind = _csv(years), "text/csv; charset=utf-8"
    else:
        document = years_document(
            team, years, edition=edition, language=request.LANGUAGE_CODE, today=today(request)
        )
        body, kind = rendered(document, ending), FORMATS[ending].content_type
    name = f"{slugify(team.name)}-{slugify(_('all years'))}.{ending}"
    disposition = f'attachment; filename="{name}"'
    return HttpResponse(body, content_type=kind, headers={"Content-Disposition": disposition})


@require_safe
def published_figure(request: HttpRequest, slug: str, figure_id: int) -> HttpResponse:
    """One figure as it was published: the document, the line, and what was made of it."""
    team = team_or_404(request, slug, Act.SEE_FIGURES)
    found = get_object_or_404(
        PublishedFigure.objects.select_related("report"), pk=figure_id, report__team=team
    )
    language = request.LANGUAGE_CODE
    context = {
        "team": team,
        "figure": found,
        "title": title_of(found.address, language, OwnTitles(team)),
        "unit": unit_words(found.unit),
        "period": period_words(found.period, language),
        "report_period": period_words(found.report.period, language),
        "may_write": may(request, team, Act.WRITE_REPORT),
    }
    return render(request, "published/figure.html", context)


def _listing(request: HttpRequest) -> Listing:
    filters = (
        Filter("group", _("Figures"), [("", _("All")), *GROUP_TITLES.items()]),
        Filter("kind", _("Periods"), [("", _("All")), *KIND_TITLES.items()]),
    )
    return Listing(request.GET, path=request.path, columns=(), filters=filters)


def _years(request: HttpRequest, team: Team, edition: Edition, listing: Listing) -> Years:
    return years_of(
        team,
        edition=edition,
        language=request.LANGUAGE_CODE,
        today=today(request),
        asked=Asked(listing.chosen["group"], listing.chosen["kind"]),
    )


def _reports(request: HttpRequest, team: Team) -> list[tuple[PublishedReport, str]]:
    found = PublishedReport.objects.filter(team=team)
    return [(each, period_words(each.period, request.LANGUAGE_CODE)) for each in found]


def _told(
    request: HttpRequest, team: Team, history: History
) -> Iterator[tuple[str, str, list[tuple[str, str, object]]]]:
    """What reports tell differently: title, period, and each number with its row."""
    language, titles = request.LANGUAGE_CODE, OwnTitles(team)
    for each in differences(history):
        yield (
            title_of(each.one.address, language, titles),
            period_words(each.one.period, language),
            _sides(each, language),
        )


def _sides(each: Difference, language: str) -> list[tuple[str, str, object]]:
    return [
        (printed_row(row, language), period_words(row.own, language), row)
        for row in (each.one, each.other)
    ]


def _csv(years: Years) -> bytes:
    text = StringIO()
    writer = csv.writer(text, delimiter=";")
    writer.writerow([str(title) for title in TITLES])
    writer.writerows(line.as_text() for line in lines_of(years))
    return text.getvalue().encode("utf-8-sig")
