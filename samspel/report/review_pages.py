"""The page on which a report is checked: its numbers against the records and each other."""

from uuid import UUID

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_GET

from samspel.accounts.roles import Act
from samspel.report.period_words import period_words
from samspel.report.report_pages import report_for
from samspel.report.review import reviewed


@require_GET
def report_check(request: HttpRequest, pk: UUID) -> HttpResponse:
    """What the report says that its records, or another place in it, do not."""
    report = report_for(request, pk, Act.WRITE_REPORT)
    context = {
        "report": report,
        "period": period_words(report.period, request.LANGUAGE_CODE),
        "review": reviewed(report),
    }
    return render(request, "report/report_check.html", context)
