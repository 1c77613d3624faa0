"""The pages of reports: the list, beginning one, reading it and taking it away as a file."""

from collections.abc import Sequence
from uuid import UUID

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.template.loader import render_to_string
from django.urls import reverse
from django.utils.safestring import SafeString, mark_safe
from django.utils.text import slugify
from django.utils.translation import gettext_lazy as _
from django.views.decorators.http import require_GET, require_http_methods

from samspel.accounts.actor import actor_of
from samspel.accounts.roles import Act
from samspel.accounts.user import User
from samspel.documents.render.formats import FORMATS
from samspel.documents.render.formats import render as rendered
from samspel.documents.render.page import document_html
from samspel.organisation.team import Team
from samspel.pages.listing import Column, Filter, Listing
from samspel.pages.parts import page_or_part
from samspel.pages.today import today
from samspel.report.asked_period import suggested_periods
from samspel.report.completeness import field_states
from samspel.report.contents import APPENDICES, FIELDS, SUMMARY, sections
from samspel.report.creation import begin_report
from samspel.report.edition import Edition, edition_for
from samspel.report.forms import ReportForm
from samspel.report.kept import (
    Shelf,
    kept_document,
    number_link,
    revisions_of,
)
from samspel.report.period_words import period_words
from samspel.report.report import Report, ReportQuerySet

PERIOD = Column("period", _("Period"), ("end", "start"))
TEAM = Column("team", _("Team"), ("team__name", "-end"))
BEGUN = Column("begun", _("Begun"), ("created_at",))
_LAYOUTS: Shelf[SafeString] = Shelf()
_ANCHORS = {SUMMARY: SUMMARY, APPENDICES: APPENDICES}


def user_of(request: HttpRequest) -> User:
    """The signed-in user; signing in is asked of every page before it comes here."""
    if not isinstance(request.user, User):
        raise Http404
    return request.user


def report_for(request: HttpRequest, pk: UUID, act: Act) -> Report:
    """The report, for somebody who may do ``act`` with it; else there is no such page."""
    user = user_of(request)
    readable = Report.objects.readable_by(user, today=today(request))
    found = readable.where_user_may(user, act)
    return get_object_or_404(found.select_related("team__association"), pk=pk)


@require_GET
def reports(request: HttpRequest) -> HttpResponse:
    """The reports of the teams that the user may see figures of."""
    user = user_of(request)
    teams = list(Team.objects.where_user_may(user, Act.SEE_FIGURES))
    listing = Listing(
        request.GET,
        path=reverse("reports"),
        columns=(PERIOD, TEAM, BEGUN),
        filters=(_team_filter(teams),) if len(teams) > 1 else (),
        sort="-period",
    )
    readable = Report.objects.readable_by(user, today=today(request))
    found: ReportQuerySet = readable.select_related("team")
    if slug := listing.chosen.get("team"):
        found = found.filter(team__slug=slug)
    context = {
        "listing": listing,
        "rows": [
            (report, period_words(report.period, request.LANGUAGE_CODE))
            for report in listing.take(found)
        ],
        "may_write": Team.objects.where_user_may(user, Act.WRITE_REPORT).exists(),
    }
    return page_or_part(request, "report/reports.html", "report/parts/report_list.html", context)


def _team_filter(teams: list[Team]) -> Filter:
    return Filter(
        "team", _("Team"), [("", _("All teams")), *((team.slug, team.name) for team in teams)]
    )


@require_http_methods(["GET", "POST"])
def report_create(request: HttpRequest) -> HttpResponse:
    """Begin a report; where there is one already, it is pointed to."""
    user = user_of(request)
    if not Team.objects.where_user_may(user, Act.WRITE_REPORT).exists():
        raise Http404
    day = today(request)
    form = ReportForm(request.POST or None, user=user, today=day, initial=_asked(request))
    existing = None
    if request.method == "POST" and form.is_valid():
        begun = begin_report(
            team=form.cleaned_data["team"],
            period=form.cleaned_data["period"],
            language=user.language,
            by=actor_of(request),
        )
        if begun.is_new:
            return redirect("report", pk=begun.report.pk)
        existing = begun.report
    context = {
        "form": form,
        "existing": existing,
        "suggestions": [
            (each.title, period_words(each.period, request.LANGUAGE_CODE), each.period.label)
            for each in suggested_periods(today(request))
        ],
    }
    return render(request, "report/report_create.html", context)


def _asked(request: HttpRequest) -> dict[str, str]:
    return {"period": request.GET.get("period", "")[:40]}


@require_GET
def report(request: HttpRequest, pk: UUID) -> HttpResponse:
    """The report as a page, with its contents and how far each field has come."""
    found = report_for(request, pk, Act.SEE_FIGURES)
    edition, shown_in = edition_for(user_of(request), found.team), request.LANGUAGE_CODE
    context = {
        "report": found,
        "period": period_words(found.period, shown_in),
        "edition": edition,
        "layout": _LAYOUTS.get(
            (*revisions_of(found), edition, shown_in), lambda: _layout(found, edition)
        ),
    }
    return render(request, "report/report.html", context)


def _layout(found: Report, edition: Edition) -> SafeString:
    """The list of contents and the report beside it, the same for all who read the edition."""
    document = kept_document(found, edition=edition, language=found.language)
    stored = set(found.texts.filter(version__gt=0).values_list("place", flat=True))
    states = field_states(document, stored)
    link = number_link(found.team, found.period.label, edition)
    context = {
        "report": found,
        "edition": edition,
        # document_html escapes every text that it puts between its own tags.
        "body": mark_safe(document_html(document, link=link)),  # noqa: S308  # nosec B308 B703 - the rendering escapes all text
        "states": states,
        "contents": _contents(states),
        "formats": list(FORMATS),
    }
    return render_to_string("report/parts/report_layout.html", context)


def _contents(states: Sequence[str]) -> list[dict[str, object]]:
    """The entries of the list of contents: where they lead, and the state of the fields."""
    by_number = dict(zip((plan.number for plan in FIELDS), states, strict=True))
    return [
        {
            "section": section,
            "anchor": _ANCHORS.get(section.key, f"field-{section.key}"),
            "state": by_number.get(section.number or 0, ""),
        }
        for section in sections()
    ]


@require_GET
def report_download(request: HttpRequest, pk: UUID, ending: str) -> HttpResponse:
    """The report as a file, in the edition that the user may read."""
    if ending not in FORMATS:
        raise Http404
    found = report_for(request, pk, Act.SEE_FIGURES)
    edition = edition_for(user_of(request), found.team)
    document = kept_document(found, edition=edition, language=found.language)
    name = f"{slugify(found.team.name)}-{found.period.label}.{ending}"
    return HttpResponse(
        rendered(document, ending),
        content_type=FORMATS[ending].content_type,
        headers={"Content-Disposition": f'attachment; filename="{name}"'},
    )
