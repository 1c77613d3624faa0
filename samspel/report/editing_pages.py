"""The pages on which a report is written: the editor, its autosave, versions and choices."""

from typing import Any
from uuid import UUID

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils import timezone
from django.utils.safestring import mark_safe
from django.utils.translation import gettext as _
from django.views.decorators.http import require_GET, require_POST

from samspel.accounts.actor import actor_of
from samspel.accounts.roles import Act
from samspel.documents.render.page import document_html
from samspel.pages.parts import wants_part
from samspel.report.binding import wish_from, with_figure
from samspel.report.contents import TEXTS, Section, section_of, section_with, sections
from samspel.report.editing import desk_of, open_text
from samspel.report.forms import TextForm
from samspel.report.kept import cases_link
from samspel.report.period_words import period_words
from samspel.report.presence import POLL_SECONDS, others_at, seen
from samspel.report.report import Report, TextVersion
from samspel.report.report_pages import report_for, user_of
from samspel.report.writing import (
    MetNewer,
    Saved,
    Sheet,
    TextTooLong,
    restored_now,
    save_text,
    settle,
)


@require_GET
def report_edit(request: HttpRequest, pk: UUID, section: str) -> HttpResponse:
    """One section's texts to write, and beside them what the figures and the last report say."""
    report = report_for(request, pk, Act.WRITE_REPORT)
    chosen = section_of(section)
    if chosen is None:
        raise Http404
    desk = desk_of(report, chosen)
    exhibits = document_html(desk.exhibits, link=cases_link(report)) if desk.exhibits else ""
    context = {
        "report": report,
        "period": period_words(report.period, request.LANGUAGE_CODE),
        "section": chosen,
        "desk": desk,
        # document_html escapes every text that it puts between its own tags.
        "exhibits": mark_safe(exhibits),  # noqa: S308  # nosec B308 B703 - the rendering escapes all text
        "poll_seconds": POLL_SECONDS,
        **_neighbours(chosen),
    }
    return render(request, "report/report_edit.html", context)


def _neighbours(chosen: Section) -> dict[str, Any]:
    every = sections()
    place = next(number for number, each in enumerate(every) if each.key == chosen.key)
    return {
        "sections": every,
        "before": every[place - 1] if place else None,
        "after": every[place + 1] if place + 1 < len(every) else None,
    }


@require_POST
def report_text(request: HttpRequest, pk: UUID, place: str) -> HttpResponse:
    """Save a text: by autosave, which is answered with the text's state, or by a plain form."""
    report = report_for(request, pk, Act.WRITE_REPORT)
    if place not in TEXTS:
        raise Http404
    form = TextForm(request.POST)
    if not form.is_valid():
        return _refused(request, report, place, _("The text could not be read. Try again."))
    try:
        outcome = save_text(
            report=report,
            place=place,
            body=_body(request, form, report, place),
            base_version=form.cleaned_data["base_version"],
            by=actor_of(request),
            sheet=Sheet(form.cleaned_data["sheet"], form.cleaned_data["turn"] or 0),
        )
    except TextTooLong:
        return _refused(request, report, place, _("The text is too long to be saved."))
    return _answered(request, report, place, outcome, form.cleaned_data["base_version"])


def _body(request: HttpRequest, form: TextForm, report: Report, place: str) -> str:
    """What is saved: what was written, the draft again, or nothing where the text is left out."""
    if "use_draft" in request.POST:
        return open_text(report, TEXTS[place]).draft
    if "leave_out" in request.POST:
        return ""
    body = str(form.cleaned_data["body"])
    return _with_figure(request, body) if "bind" in request.POST else body


def _with_figure(request: HttpRequest, body: str) -> str:
    """The text with the figure that was asked for; as it was written where it is not to be had."""
    wish = wish_from(request.POST["bind"])
    bound = with_figure(body, wish) if wish else None
    if bound is None:
        messages.warning(
            request, _("The number is not there any more, so no figure was put in its place.")
        )
    return body if bound is None else bound


def _answered(
    request: HttpRequest, report: Report, place: str, outcome: Saved | MetNewer, base: int
) -> HttpResponse:
    if not wants_part(request):
        if isinstance(outcome, MetNewer):
            messages.warning(request, _met_newer())
        else:
            messages.success(request, _("Saved."))
        return _to_text(report, place)
    text = open_text(report, TEXTS[place])
    # The next save of this editor builds on what it has seen, not on what it has met.
    known = outcome.version if isinstance(outcome, Saved) else base
    context = {
        "report": report,
        "text": text,
        "base_version": known,
        "just_saved": isinstance(outcome, Saved),
    }
    return render(request, "report/parts/text_state.html", context)


def _refused(request: HttpRequest, report: Report, place: str, sentence: str) -> HttpResponse:
    """Tell why; the text stays in the editor, and the status keeps autosave from taking it off."""
    if wants_part(request):
        return HttpResponse(sentence, status=422, content_type="text/plain; charset=utf-8")
    messages.error(request, sentence)
    return _to_text(report, place)


def _to_text(report: Report, place: str) -> HttpResponse:
    section = section_with(place)
    if section is None:
        raise Http404
    address = reverse("report_edit", args=[report.pk, section.key])
    return redirect(f"{address}#{place.replace('.', '-')}")


def _met_newer() -> str:
    return _(
        "Somebody else had saved a newer text. Yours is kept beside it: choose below which one "
        "is to stand."
    )


@require_POST
def report_settle(request: HttpRequest, pk: UUID, version: int) -> HttpResponse:
    """Choose between the text that stands and one that was put aside, or a third made of both."""
    report = report_for(request, pk, Act.WRITE_REPORT)
    aside = _version(report, version)
    form = TextForm(request.POST)
    if not form.is_valid():
        return _refused(request, report, aside.text.place, _("The text could not be read."))
    try:
        outcome = settle(
            aside=aside,
            body=form.cleaned_data["body"],
            base_version=form.cleaned_data["base_version"],
            by=actor_of(request),
        )
    except TextTooLong:
        return _refused(request, report, aside.text.place, _("The text is too long to be saved."))
    return _answered(request, report, aside.text.place, outcome, 0)


def _version(report: Report, pk: int) -> TextVersion:
    versions = TextVersion.objects.filter(text__report=report)
    return get_object_or_404(versions.select_related("text__report"), pk=pk)


@require_GET
def report_versions(request: HttpRequest, pk: UUID, place: str) -> HttpResponse:
    """Every version of a text, newest first, with who wrote it and when."""
    report = report_for(request, pk, Act.WRITE_REPORT)
    section = section_with(place)
    if section is None:
        raise Http404
    versions = TextVersion.objects.filter(text__report=report, text__place=place)
    context = {
        "report": report,
        "section": section,
        "plan": TEXTS[place],
        "versions": versions.select_related("written_by", "text").order_by("-number")[:200],
    }
    return render(request, "report/report_versions.html", context)


@require_POST
def report_restore(request: HttpRequest, pk: UUID, version: int) -> HttpResponse:
    """Let an earlier version stand again."""
    report = report_for(request, pk, Act.WRITE_REPORT)
    chosen = _version(report, version)
    outcome = restored_now(chosen, by=actor_of(request))
    return _answered(request, report, chosen.text.place, outcome, 0)


@require_POST
def report_writers(request: HttpRequest, pk: UUID, section: str) -> HttpResponse:
    """Say that the user has the section open, and hear who else has."""
    report = report_for(request, pk, Act.WRITE_REPORT)
    if section_of(section) is None:
        raise Http404
    user, now = user_of(request), timezone.now()
    seen(report=report, places=[section], user=user, at=now)
    others = others_at(report, section, user, now)
    return render(request, "report/parts/writers.html", {"others": others})
