"""Two older reports of the demo's first team in its history, one of them with an open finding."""

import hashlib
from datetime import date, datetime, time, timedelta

from django.utils import timezone
from django.utils.translation import override

from samspel.accounts.actor import Actor
from samspel.accounts.models import User
from samspel.exchange.demo.team_life.older_report_words import FIRST_YEAR, SECOND_YEAR
from samspel.organisation.models import Team
from samspel.report.checking.examination import examine
from samspel.report.checking.source import Source
from samspel.report.published.models import OlderReport
from samspel.report.published.taking_in import take_in
from samspel.report.published.work import keep

_WAS_A_PROJECT = "Kompassen Lindåkra"
_TAKEN_IN = timedelta(days=40)


def fill_older_reports(team: Team, *, leader: User, today: date) -> None:
    """Read the reports of the two years before the team's first case, and take them in."""
    if team.name != _WAS_A_PROJECT or team.started_on is None:
        return
    now = timezone.make_aware(datetime.combine(today - _TAKEN_IN, time(10)))
    texts = {team.started_on.year - 2: FIRST_YEAR, team.started_on.year - 1: SECOND_YEAR}
    for year, text in texts.items():
        _take_in(team, f"Kompassen {year}.txt", text.format(year=year), leader=leader, now=now)


def _take_in(team: Team, name: str, text: str, *, leader: User, now: datetime) -> None:
    older = OlderReport.objects.create(
        team=team,
        file_name=name,
        sha256=hashlib.sha256(text.encode()).hexdigest(),
        asked_by=leader,
        asked_at=now,
    )
    with override("sv"):
        keep(older, examine(Source.of_text(text, name)), now=now)
    take_in(older=older, replaces=False, version=0, by=Actor(user=leader), now=now)
