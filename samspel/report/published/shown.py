"""An older report as its page shows it: what was read, what was found, and what can be done."""

from dataclasses import dataclass
from typing import Any

from samspel.organisation.team import Team
from samspel.report.own_titles import OwnTitles
from samspel.report.period_words import period_words
from samspel.report.published.history import PublishedRow, history_of
from samspel.report.published.joining import printed_row
from samspel.report.published.older_report import OlderReport
from samspel.report.published.reading import ReadFigure
from samspel.report.published.report_finding import ReportFinding
from samspel.report.published.taking_in import replaced_by
from samspel.report.published.titles import title_of, unit_words


@dataclass(frozen=True, slots=True)
class ShownFigure:
    """A figure that was read: what it is, of which period, and where it stands."""

    title: str
    period: str
    unit: str
    read: ReadFigure
    is_in_doubt: bool


def shown_report(older: OlderReport, language: str) -> dict[str, Any]:
    """What the page is made from; few queries, whatever the number of figures."""
    period = older.period
    shown: dict[str, Any] = {"period": period_words(period, language) if period else ""}
    if not older.is_read:
        return shown
    findings = list(older.findings.select_related("resolved_by"))
    return shown | {
        "findings": findings,
        "open_findings": sum(each.is_open for each in findings),
        "figures": _figures(older, findings, language),
        "replaces": replaced_by(older) if older.state == older.State.READ else None,
        "share": round(100 * older.understood / older.statements) if older.statements else 0,
    }


def _figures(older: OlderReport, findings: list[ReportFinding], language: str) -> list[ShownFigure]:
    doubted = {(each.address, each.at) for each in findings if each.is_open}
    titles = OwnTitles(older.team)
    return [
        ShownFigure(
            title_of(each.address, language, titles),
            _period(older, each, language),
            unit_words(each.unit),
            each,
            (each.address, each.at) in doubted,
        )
        for each in older.told.figures
    ]


def _period(older: OlderReport, figure: ReadFigure, language: str) -> str:
    """The figure's period where it is not the report's own."""
    if not figure.at or older.period is None:
        return ""
    period = figure.period_in(older.period)
    return period_words(period, language, short=True) if period else ""


@dataclass(frozen=True, slots=True)
class ShownRow:
    """A figure as it was published, beside the one that the records give."""

    period: str
    number: str
    row: PublishedRow


def shown_of_figure(team: Team, address: str, language: str) -> list[ShownRow]:
    """All that was published of a figure, oldest first; one query."""
    return [
        ShownRow(period_words(row.period, language), printed_row(row, language), row)
        for row in history_of(team).of_figure(address)
    ]
