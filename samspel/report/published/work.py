"""Reading an older report; carried out by the worker."""

import logging
from datetime import datetime
from uuid import UUID

from django.db import transaction
from django.utils.translation import gettext as _
from django.utils.translation import override

from samspel.pages.today import now
from samspel.report.checking.apart import examined
from samspel.report.checking.examination import Examination
from samspel.report.checking.finding import Finding
from samspel.report.checking.opening.refused import NotReadable
from samspel.report.published.kept_lines import quoted, quotes_of, told_of
from samspel.report.published.older_report import OlderReport
from samspel.report.published.reading import Quote
from samspel.report.published.report_finding import ReportFinding

_BEGUN, _READ = 10, 80
_logger = logging.getLogger(__name__)
State = OlderReport.State


def read(pk: UUID) -> None:
    """Read the report, keep what was found, and erase the file; whatever happens it ends."""
    older = (
        OlderReport.objects.select_related("asked_by").filter(pk=pk, state=State.READING).first()
    )
    if older is None:
        return  # a task that was run twice
    with override(older.asked_by.language):
        try:
            _come_to(older, _BEGUN)
            examination = examined(_content(older), older.file_name)
            _come_to(older, _READ)
            keep(older, examination, now=now())
        except NotReadable as refused:
            _end(older, State.REFUSED, str(refused), now=now())
        except Exception:
            # Whatever it was, the page must not wait for ever; the log has the details.
            _logger.exception("The reading of %s was broken off.", pk)
            _end(older, State.BROKEN_OFF, now=now())
            raise


@transaction.atomic
def keep(older: OlderReport, examination: Examination, *, now: datetime) -> None:
    """Keep the figures and findings with their lines, or refuse what says nothing."""
    if not examination.statements or not examination.reading.statements:
        refusal = _("No figures of a team were found in the document.")
        _end(older, State.REFUSED, refusal, now=now)
        return
    outline = examination.reading.outline
    older.reading = told_of(examination).as_data()
    older.team_read = outline.team[:200]
    if outline.period:
        older.start, older.end = outline.period.start, outline.period.end
    older.statements, older.understood = examination.statements, len(examination.understood)
    older.findings.all().delete()
    ReportFinding.objects.bulk_create(
        _finding(older, number, each, examination)
        for number, each in enumerate(examination.findings, start=1)
    )
    _end(older, State.READ, now=now)


def _finding(
    older: OlderReport, number: int, found: Finding, examination: Examination
) -> ReportFinding:
    quote, start, end = quoted(examination, found.at)
    beside = dict.fromkeys(each for each in (*found.also, *found.against) if each != quote.line)
    address, at = _figure_at(found, examination)
    return ReportFinding(
        older_report=older,
        number=number,
        kind=found.kind,
        certainty=found.certainty,
        line=quote.line,
        page=quote.page,
        quote=quote.text,
        marked_from=start,
        marked_to=end,
        printed=found.at.text[:60],
        printed_value=found.at.value,
        expected=found.expected[:60],
        message=found.message,
        others=[_as_data(each) for each in quotes_of(examination, beside)],
        address=address,
        at=at,
    )


def _figure_at(found: Finding, examination: Examination) -> tuple[str, str]:
    """The figure that a finding's number is, as its address and the period in it."""
    for each in examination.reading.statements:
        if each.printed.place == found.at.place:
            return str(each.address.here()), each.address.period or ""
    return "", ""


def _as_data(quote: Quote) -> dict[str, object]:
    return {"line": quote.line, "page": quote.page, "text": quote.text}


def _content(older: OlderReport) -> bytes:
    with older.file.open("rb") as stored:
        content: bytes = stored.read()
    return content


def _come_to(older: OlderReport, percent: int) -> None:
    older.percent = percent
    OlderReport.objects.filter(pk=older.pk).update(percent=percent)


def _end(older: OlderReport, state: State, refusal: str = "", *, now: datetime) -> None:
    older.erase_file()
    older.state, older.refusal, older.percent = state, refusal, 100
    older.read_at = now
    older.save()
