"""Resolving what was found in an older report: which number holds, and why."""

import re
from datetime import datetime
from decimal import Decimal

from django.core.exceptions import ValidationError
from django.db import transaction
from django.utils.translation import gettext as _

from samspel.accounts.actor import Actor
from samspel.records.constraints import check
from samspel.records.versions import must_be
from samspel.report.published.handing_over import locked, tell
from samspel.report.published.older_report import OlderReport
from samspel.report.published.published_report import PublishedReport
from samspel.report.published.report_finding import ReportFinding
from samspel.report.published.taking_in import write_figures

Choice = ReportFinding.Choice
_WRITTEN = re.compile(r"(?P<number>[-−]?\d[\d\s]{0,14}(?:[.,]\d{1,4})?)\s*[^\W\d_%]{0,8}\s?%?")


@transaction.atomic
def resolve(
    *,
    finding: ReportFinding,
    choice: str,
    written: str,
    note: str,
    version: int,
    by: Actor,
    now: datetime,
) -> ReportFinding:
    """Say which number holds: the printed, what would fit, or ``written``; or leave it open again.

    Where the report is in the history its figure follows at once. Raises ValidationError, and
    ChangedMeanwhileError when somebody else resolved it meanwhile.
    """
    older = _looked_at(finding)
    found = ReportFinding.objects.select_for_update().get(pk=finding.pk)
    must_be(version, found)
    chosen = {Choice.PRINTED: found.printed, Choice.RIGHT: found.expected, Choice.OTHER: written}
    found.choice, found.note = choice, note
    found.chosen = chosen.get(Choice(choice), "")
    found.value = None if not choice or not found.address else _value(found)
    found.resolved_by = by.user if choice else None
    found.resolved_at = now if choice else None
    found.version += 1
    check(found)
    found.save()
    _let_the_figure_follow(older)
    tell(older, by, "older_report_finding_resolved", finding=found.number, choice=choice or "open")
    return found


def _looked_at(finding: ReportFinding) -> OlderReport:
    older = locked(finding.older_report)
    if not older.is_read:
        raise ValidationError(_("The report does not wait any more: look at what became of it."))
    return older


def _value(found: ReportFinding) -> Decimal:
    """The chosen number. Raises ValidationError at its field when it is none."""
    if found.choice == Choice.PRINTED:
        return found.printed_value
    number = written_number(found.chosen)
    if number is None:
        raise ValidationError({"written": _("Write one number, such as 24,2.")})
    return number


def written_number(text: str) -> Decimal | None:
    """A number as people write it, with decimal comma and spaces, perhaps with its unit."""
    match = _WRITTEN.fullmatch(text.strip())
    if match is None:
        return None
    plain = "".join(sign for sign in match["number"] if not sign.isspace())
    return Decimal(plain.replace("−", "-").replace(",", "."))


def _let_the_figure_follow(older: OlderReport) -> None:
    report = PublishedReport.objects.filter(source=older).first()
    if report is not None:
        report.source = older
        write_figures(report)
        older.team.touch()
