"""The models of published figures, gathered for Django."""

from samspel.report.published.older_report import OlderReport
from samspel.report.published.published_report import PublishedFigure, PublishedReport
from samspel.report.published.report_finding import ReportFinding

__all__ = ["OlderReport", "PublishedFigure", "PublishedReport", "ReportFinding"]
