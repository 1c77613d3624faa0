"""Older reports for tests: read by hand, so that no test hangs on how the checker reads."""

import hashlib
from datetime import UTC, date, datetime
from decimal import Decimal
from typing import Any

from samspel.accounts.actor import SYSTEM
from samspel.accounts.models import User
from samspel.figures.address import parse_address
from samspel.figures.period import Period
from samspel.organisation.models import Team
from samspel.report.checking.examination import Examination
from samspel.report.checking.finding import Finding
from samspel.report.checking.printed import Printed, Unit
from samspel.report.checking.reading.outline import Outline
from samspel.report.checking.reading.read import Reading
from samspel.report.checking.source import Source
from samspel.report.checking.statement import Statement
from samspel.report.published.models import OlderReport, PublishedFigure, ReportFinding
from samspel.report.published.taking_in import take_in
from samspel.report.published.work import keep

NOW = datetime(2026, 1, 2, 10, tzinfo=UTC)
YEAR = Period(date(2019, 1, 1), date(2019, 12, 31))
TEXT = """Verksamhetsberättelse för teamet, 2019
Vid årets början var 20 personer inskrivna hos oss.
Nya inskrivna blev 12 och avslutade 9, så vid årets slut var 23 kvar.
Den genomsnittliga tiden var 18,4 månader.
Serien: 17,2 månader året innan.
Andelen till resultat var 56 % av de avslutade."""
STATED = (
    ("enrolled_at_start", 2, "20", ""),
    ("newly_enrolled", 3, "12", ""),
    ("closed", 3, "9", ""),
    ("enrolled_at_end", 3, "23", ""),
    ("throughput_months", 4, "18,4", "months"),
    ("throughput_months@2018-01-01..2018-12-31", 5, "17,2", "months"),
    ("result_rate", 6, "56", "percent"),
)


def printed_at(text: str, line: int, number: str, unit: Unit = "") -> Printed:
    """A number of a text in its place."""
    start = text.split("\n")[line - 1].index(number)
    value = Decimal(number.replace(",", "."))
    step = Decimal(1).scaleb(-len(number.partition(",")[2]))
    return Printed(line, start, start + len(number), number, value, step, unit)


def examination(
    text: str = TEXT,
    stated: tuple[tuple[str, int, str, Any], ...] = STATED,
    period: Period | None = YEAR,
    found: str = "",
) -> Examination:
    """A report as if it had been read; ``found`` is the address of a figure that does not fit."""
    statements = tuple(
        Statement(parse_address(address), printed_at(text, line, number, unit))
        for address, line, number, unit in stated
    )
    outline = Outline(Source.of_text(text, "r.txt"), "Team Väster", period, {})
    numbers = tuple(each.printed for each in statements)
    at = next((each.printed for each in statements if str(each.address) == found), None)
    finding = (
        Finding("mean", at, "18,9", "18,4 är inte medel av delarna.", also=(5,)) if at else None
    )
    return Examination(Reading(outline, statements, (), numbers), (finding,) if finding else ())


def make_older(
    team: Team, user: User, *, name: str = "rapport.txt", made: Examination | None = None
) -> OlderReport:
    """An older report that has been read."""
    older = OlderReport.objects.create(
        team=team,
        file_name=name,
        sha256=hashlib.sha256(name.encode()).hexdigest(),
        asked_by=user,
        asked_at=NOW,
    )
    keep(older, made or examination(), now=NOW)
    return older


def make_published(
    team: Team, user: User, *, name: str = "rapport.txt", made: Examination | None = None
) -> OlderReport:
    """An older report that has been taken into the team's history."""
    older = make_older(team, user, name=name, made=made)
    take_in(older=older, replaces=False, version=older.version, by=SYSTEM, now=NOW)
    older.refresh_from_db()
    return older


def finding_of(older: OlderReport) -> ReportFinding:
    return ReportFinding.objects.get(older_report=older)


def make_things(team: Team, user: User) -> dict[str, Any]:
    """A report that was read, with a finding, and one in the history."""
    older = make_older(team, user, made=examination(found="throughput_months"))
    earlier = Period(date(2017, 1, 1), date(2017, 12, 31))
    taken = make_published(team, user, name="tidigare.txt", made=examination(period=earlier))
    figure = PublishedFigure.objects.filter(report__source=taken).order_by("pk")[0]
    return {
        "older_report": older.pk,
        "finding_number": 1,
        "taken_report": taken.pk,
        "published_figure": figure.pk,
        "csv_ending": "csv",
    }
