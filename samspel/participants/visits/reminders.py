"""Reminding the caseworker on the day before a visit: by the round of that day, or when the visit
is booked on that day itself."""

from datetime import date, datetime, time, timedelta

from django.utils import timezone

from samspel.accounts.actor import SYSTEM, Actor
from samspel.mail.rounds import every_day
from samspel.participants.visits.calendar import day_bounds, moment
from samspel.participants.visits.mails import REMINDER, tell_caseworker
from samspel.participants.visits.visit import Visit

MORNING = time(7, 30)
"""Rounds are made soon after midnight; a mail is for the morning."""
AFTERNOON = time(13)
"""When those are reminded who book on the day before. Who books later has just been told."""
_A_DAY = timedelta(days=1)


@every_day("visit-reminders")
def remind_of_visits(on: date, now: datetime) -> None:
    """Post a reminder to the caseworkers of the visits of the day after ``on``."""
    first, after = day_bounds(on + _A_DAY, on + _A_DAY)
    coming = Visit.objects.awaited().filter(starts_at__gte=first, starts_at__lt=after)
    send_after = max(now, moment(on, MORNING))
    for visit in coming.exclude(caseworker_email="").select_related("team"):
        tell_caseworker(visit, REMINDER, now=now, by=SYSTEM, send_after=send_after)


def remind_of_late_booking(visit: Visit, *, now: datetime, by: Actor) -> None:
    """Post the reminder of a visit of tomorrow that was booked, moved or put back just now: the
    day's round may have been made without it. Inside the act's transaction."""
    today = timezone.localdate(now)
    send_after = moment(today, AFTERNOON)
    if visit.on == today + _A_DAY and now < send_after:
        tell_caseworker(visit, REMINDER, now=now, by=by, send_after=send_after)
