"""Taking a report that was read into the team's history, and out again."""

from collections.abc import Iterator
from datetime import datetime

from django.core.exceptions import ValidationError
from django.db import transaction
from django.utils.translation import gettext as _

from samspel.accounts.actor import Actor
from samspel.figures.period import Period
from samspel.records.constraints import check, saving
from samspel.records.versions import must_be
from samspel.report.published.handing_over import locked, tell
from samspel.report.published.older_report import OlderReport
from samspel.report.published.published_report import PublishedFigure, PublishedReport
from samspel.report.published.reading import ReadFigure
from samspel.report.published.report_finding import ReportFinding

State = OlderReport.State
Resolution = PublishedFigure.Resolution
Key = tuple[str, str]


def take_in(
    *, older: OlderReport, replaces: bool, version: int, by: Actor, now: datetime
) -> PublishedReport:
    """Let the report's figures count as published.

    ``replaces`` says that one of the same period gives way; it can be taken in again. Raises
    ValidationError when there is one and nobody said so, or when the period is not known; and
    ChangedMeanwhileError.
    """
    with saving():
        found = locked(older)
        must_be(version, found)
        period = _ready(found)
        _make_room(found, period, replaces=replaces, by=by)
        report = PublishedReport(
            team=found.team,
            start=period.start,
            end=period.end,
            source=found,
            document=found.file_name,
            sha256=found.sha256,
            read_at=found.read_at or now,
            taken_in_by=by.user,
            taken_in_at=now,
        )
        check(report)
        report.save(force_insert=True)
        write_figures(report)
        _come_to(found, State.TAKEN_IN)
        tell(found, by, "older_report_taken_in")
        found.team.touch()
    return report


@transaction.atomic
def take_out(*, older: OlderReport, by: Actor) -> None:
    """Take a report out of the history; it stays read and can be taken in again.

    Raises ValidationError when it is not in the history.
    """
    found = locked(older)
    if found.state != State.TAKEN_IN:
        raise ValidationError(_("The report is not in the history any more."))
    PublishedReport.objects.filter(source=found).delete()
    _come_to(found, State.READ)
    tell(found, by, "older_report_taken_out")
    found.team.touch()


def write_figures(report: PublishedReport) -> None:
    """Write the report's figures anew, as what was found in it is resolved now."""
    report.figures.all().delete()
    findings = _by_figure(report.source)
    made: dict[tuple[object, ...], PublishedFigure] = {}
    # The report's own period goes before a series that has a point for the same days.
    for read in sorted(report.source.told.figures, key=lambda each: bool(each.at)):
        period = read.period_in(report.period)
        if period is not None:
            figure = _figure(report, read, period, findings.get((read.address, read.at), []))
            made.setdefault((read.address, period), figure)
    PublishedFigure.objects.bulk_create(made.values())


def replaced_by(older: OlderReport) -> PublishedReport | None:
    """The report of the same team and period that would have to give way."""
    period = older.period
    if period is None:
        return None
    same = PublishedReport.objects.filter(team=older.team_id, start=period.start, end=period.end)
    return same.exclude(source=older.pk).first()


def _ready(found: OlderReport) -> Period:
    if found.state != State.READ:
        raise ValidationError(_("The report does not wait any more: look at what became of it."))
    if found.period is None:
        raise ValidationError(_("Say first which period the report is about."))
    return found.period


def _make_room(found: OlderReport, period: Period, *, replaces: bool, by: Actor) -> None:
    """Take the report of the same period out, where somebody said that it gives way."""
    standing = PublishedReport.objects.filter(
        team=found.team, start=period.start, end=period.end
    ).select_related("source")
    for each in standing if replaces else ():
        take_out(older=each.source, by=by)


def _come_to(found: OlderReport, state: State) -> None:
    found.state = state
    found.version += 1
    found.save()


def _by_figure(older: OlderReport) -> dict[Key, list[ReportFinding]]:
    found: dict[Key, list[ReportFinding]] = {}
    for each in older.findings.exclude(address=""):
        found.setdefault((each.address, each.at), []).append(each)
    return found


def _figure(
    report: PublishedReport, read: ReadFigure, period: Period, findings: list[ReportFinding]
) -> PublishedFigure:
    figure = PublishedFigure(
        report=report,
        address=read.address,
        start=period.start,
        end=period.end,
        value=read.value,
        step=read.step,
        printed=read.printed[:60],
        unit=read.unit,
        line=read.quote.line,
        page=read.quote.page,
        quote=read.quote.text,
        marked_from=read.start,
        marked_to=read.end,
    )
    for finding in _settled_first(findings):
        _resolve(figure, finding)
    return figure


def _settled_first(findings: list[ReportFinding]) -> Iterator[ReportFinding]:
    """The settled ones in the order of their settling; what is open stands last and shows."""
    settled = [each for each in findings if each.resolved_at]
    yield from sorted(settled, key=lambda each: str(each.resolved_at))
    yield from (each for each in findings if each.is_open)


def _resolve(figure: PublishedFigure, finding: ReportFinding) -> None:
    if finding.is_open:
        figure.resolution = Resolution.OPEN
        return
    figure.resolution, figure.note = finding.choice, finding.note
    if finding.value is not None:
        figure.value, figure.chosen = finding.value, finding.chosen.strip()
