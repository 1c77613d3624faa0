"""The round of every day: who comes tomorrow is reminded of today."""

from datetime import date, datetime, time, timedelta

from samspel.accounts.actor import SYSTEM
from samspel.mail.rounds import every_day
from samspel.participants.visits.calendar import day_bounds, moment
from samspel.participants.visits.mails import REMINDER, tell_caseworker
from samspel.participants.visits.visit import Visit

NOT_BEFORE = time(7, 30)
"""Rounds are made soon after midnight; a mail is for the morning."""


@every_day("visit-reminders")
def remind_of_visits(on: date, now: datetime) -> None:
    """Post a reminder to the caseworkers of the visits of the day after ``on``."""
    tomorrow = on + timedelta(days=1)
    first, after = day_bounds(tomorrow, tomorrow)
    coming = Visit.objects.awaited().filter(starts_at__gte=first, starts_at__lt=after)
    send_after = max(now, moment(on, NOT_BEFORE))
    for visit in coming.exclude(caseworker_email="").select_related("team"):
        tell_caseworker(visit, REMINDER, now=now, by=SYSTEM, send_after=send_after)
