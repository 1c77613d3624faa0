"""Beginning a report: for a team and a period, once."""

from dataclasses import dataclass

from django.db import transaction

from samspel.accounts.actor import Actor
from samspel.accounts.log import log
from samspel.figures.period import Period
from samspel.organisation.team import Team
from samspel.report.report import Report


@dataclass(frozen=True, slots=True)
class Begun:
    """The report, and whether it was made now or stood there already."""

    report: Report
    is_new: bool


def begin_report(*, team: Team, period: Period, language: str, by: Actor) -> Begun:
    """Make the report of a team and a period; the one there is, where there is one."""
    with transaction.atomic():
        report, is_new = Report.objects.get_or_create(
            team=team,
            start=period.start,
            end=period.end,
            defaults={"language": language, "created_by": by.user},
        )
        if is_new:
            log(
                by=by,
                act="report_begun",
                subject=f"report:{report.pk}",
                team_id=team.pk,
                details={"period": str(period)},
            )
    return Begun(report, is_new)
