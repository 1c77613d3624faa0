"""The daily round that keeps the meetings of all series laid out some weeks ahead."""

from datetime import date, datetime

from django.db import transaction

from samspel.mail.rounds import every_day
from samspel.personnel.methods.keeping_series import locked_team
from samspel.personnel.methods.laying_out import lay_out
from samspel.personnel.methods.series import TeamMeetingSeries


@every_day("team-meetings")
def lay_out_meetings(on: date, now: datetime) -> None:  # noqa: ARG001 - rounds get both
    """Lay out what is missing of the series that go on, from ``on``; not of closed teams."""
    running = TeamMeetingSeries.objects.running(on).filter(team__closed_on=None)
    for series in running.select_related("team").order_by("pk"):
        with transaction.atomic():
            team = locked_team(series.team)
            if lay_out(series=series, start=on, today=on):
                team.touch()
