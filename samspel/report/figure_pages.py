"""The pages of figures: all of a team's period, and every definition."""

import json
from dataclasses import dataclass
from typing import Self

from django.core.exceptions import ValidationError
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.safestring import mark_safe
from django.utils.text import slugify
from django.utils.translation import gettext as _
from django.views.decorators.http import require_GET

from samspel.accounts.roles import Act
from samspel.documents.render.formats import FORMATS
from samspel.documents.render.formats import render as rendered
from samspel.documents.render.page import document_html
from samspel.figures.contract import contract
from samspel.figures.definition import Definition
from samspel.figures.definitions import (
    DEFINITIONS,
)
from samspel.figures.dimension_definitions import DIMENSION_DEFINITIONS
from samspel.figures.period import Period
from samspel.figures.tables import as_csv, tables
from samspel.organisation.team import Team
from samspel.pages.today import today
from samspel.report.asked_period import (
    Suggestion,
    addressed_period,
    begun_period,
    suggested_first,
)
from samspel.report.edition import (
    INTERNAL,
    Edition,
    edition_for,
    may_be_read,
    reader_of,
)
from samspel.report.figures_document import figures_document
from samspel.report.kept import Shelf, number_link
from samspel.report.period_words import period_words
from samspel.report.report_pages import user_of

_PAGES: Shelf[str] = Shelf()


def team_for(request: HttpRequest, slug: str) -> Team:
    """The team, for somebody who may see its figures; else there is no such page."""
    teams = Team.objects.where_user_may(user_of(request), Act.SEE_FIGURES)
    return get_object_or_404(teams.select_related("association"), slug=slug)


@require_GET
def figures(request: HttpRequest) -> HttpResponse:
    """Choose a team and a period; goes straight to the team's last year where there is one team."""
    teams = list(Team.objects.where_user_may(user_of(request), Act.SEE_FIGURES))
    asked = request.GET.get("period", "")[:40]
    slug = request.GET.get("team", teams[0].slug if teams else "")
    team = next((each for each in teams if each.slug == slug), None)
    if team is None:
        return render(request, "report/figures_none.html")
    try:
        day = today(request)
        period = begun_period(asked, day) if asked else _suggested(request, team)[0].period
    except ValidationError as error:
        context = _chooser(request, team, teams, asked) | {"error": error.messages[0]}
        return render(request, "report/figures_refused.html", context)
    return redirect("figures", slug=team.slug, period=period.label)


@require_GET
def team_figures(request: HttpRequest, slug: str, period: str) -> HttpResponse:
    """Every figure of a team's period, in tables and charts."""
    team = team_for(request, slug)
    chosen = addressed_period(period)
    user = user_of(request)
    edition = edition_for(user, team)
    teams = list(Team.objects.where_user_may(user, Act.SEE_FIGURES))
    context = _chooser(request, team, teams, chosen.label) | {"edition": edition}
    if not may_be_read(team, chosen, edition, today=today(request)):
        context["error"] = _(
            "These figures can be read for the periods that the team reports on, when they have "
            "ended: %(rhythm)s."
        ) % {"rhythm": team.get_report_rhythm_display().lower()}
        return render(request, "report/figures_refused.html", context)
    context |= {
        "period": period_words(chosen, request.LANGUAGE_CODE),
        "label": chosen.label,
        # document_html escapes every text that it puts between its own tags.
        "body": mark_safe(_page(request, team, chosen, edition)),  # noqa: S308  # nosec B308 B703 - the rendering escapes all text
        "formats": ("xlsx", "csv", "json"),
    }
    return render(request, "report/figures.html", context)


def _chooser(request: HttpRequest, team: Team, teams: list[Team], asked: str) -> dict[str, object]:
    return {
        "team": team,
        "teams": teams,
        "asked": asked,
        "suggestions": [
            (each.title, period_words(each.period, request.LANGUAGE_CODE), each.period.label)
            for each in _suggested(request, team)
        ],
    }


def _suggested(request: HttpRequest, team: Team) -> list[Suggestion]:
    """The periods that the user is likely to ask for, and may read."""
    edition = edition_for(user_of(request), team)
    return suggested_first(team.rhythm, today(request), only=edition != INTERNAL)


def _page(request: HttpRequest, team: Team, period: Period, edition: Edition) -> str:
    language = request.LANGUAGE_CODE
    link = number_link(team, period.label, edition)
    return _PAGES.get(
        (team.pk, team.revision, period, edition, language),
        lambda: document_html(
            figures_document(team, period, edition=edition, language=language), link=link
        ),
    )


@require_GET
def figures_download(request: HttpRequest, slug: str, period: str, ending: str) -> HttpResponse:
    """The figures of a team's period as a spreadsheet, CSV or JSON."""
    team, chosen = team_for(request, slug), addressed_period(period)
    edition, language = edition_for(user_of(request), team), request.LANGUAGE_CODE
    if ending not in ("xlsx", "csv", "json"):
        raise Http404
    refuse_unread(request, team, chosen, edition)
    if ending == "xlsx":
        document = figures_document(team, chosen, edition=edition, language=language)
        return _file(team, chosen, ending, rendered(document, ending))
    reader = reader_of(team, chosen, edition)
    if ending == "csv":
        text = as_csv(tables(reader, _), language, _)
        return _file(team, chosen, ending, text.encode("utf-8-sig"))
    told = json.dumps(contract(reader), ensure_ascii=False, indent=2)
    return _file(team, chosen, ending, told.encode())


def _file(team: Team, period: Period, ending: str, body: bytes) -> HttpResponse:
    kinds = {"csv": "text/csv; charset=utf-8"}
    name = f"{slugify(team.name)}-{period.label}.{ending}"
    return HttpResponse(
        body,
        content_type=kinds.get(ending) or FORMATS[ending].content_type,
        headers={"Content-Disposition": f'attachment; filename="{name}"'},
    )


def refuse_unread(request: HttpRequest, team: Team, period: Period, edition: Edition) -> None:
    """A period that the edition does not answer for is a page that does not exist."""
    if not may_be_read(team, period, edition, today=today(request)):
        raise Http404


@dataclass(frozen=True, slots=True)
class Defined:
    """A definition as the page of definitions prints it."""

    key: str
    title: str
    text: str

    @classmethod
    def of(cls, definition: Definition) -> Self:
        """A definition in the language that is switched on."""
        return cls(definition.key, _(definition.title), _(definition.text))


@require_GET
def definitions(request: HttpRequest) -> HttpResponse:
    """What every figure and breakdown means."""
    context = {
        "figures": [Defined.of(each) for each in DEFINITIONS.values()],
        "dimensions": [Defined.of(each) for each in DIMENSION_DEFINITIONS.values()],
    }
    return render(request, "report/definitions.html", context)
