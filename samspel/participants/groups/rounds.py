"""The daily round that keeps the sessions of all groups laid out some weeks ahead."""

from datetime import date, datetime

from django.db import transaction

from samspel.mail.rounds import every_day
from samspel.participants.groups.group import Group
from samspel.participants.groups.laying_out import lay_out
from samspel.participants.groups.writing import locked_group, touch_teams


@every_day("group-sessions")
def lay_out_sessions(on: date, now: datetime) -> None:  # noqa: ARG001 - rounds get both
    """Lay out what is missing of the groups that go on, from ``on``."""
    for group in Group.objects.running(on).exclude(times=None).distinct().order_by("pk"):
        with transaction.atomic():
            row = locked_group(group)
            if lay_out(group=row, start=on, today=on):
                touch_teams(row)
