"""The visits that a day's list tells of: today's and tomorrow's, and those of which nobody said."""

from collections.abc import Sequence
from datetime import date, timedelta

from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _

from samspel.organisation.team import Team
from samspel.participants.due import Due, DueKind, due
from samspel.participants.visits.calendar import day_bounds
from samspel.participants.visits.visit import Visit


def visits_due(teams: Sequence[Team], today: date) -> list[Due]:
    """The awaited visits of some teams until tomorrow, in order; one query.

    ``teams`` are those where the reader does casework. There is no case yet: the name is the one
    that was said when the visit was booked, if any.
    """
    _first, after = day_bounds(today, today + timedelta(days=1))
    found = Visit.objects.awaited().filter(team__in=teams, starts_at__lt=after)
    return [_due(each, today) for each in found.order_by("starts_at", "pk")]


def _due(visit: Visit, today: date) -> Due:
    if visit.on < today:
        text = _("Say what became of the visit at %(time)s")
    elif visit.caseworker_comes:
        text = _("Study visit at %(time)s, with the caseworker")
    else:
        text = _("Study visit at %(time)s")
    url = reverse("visit", args=[visit.pk])
    starts = timezone.localtime(visit.starts_at)
    who = f"{visit.given_name} {visit.family_name}".strip()
    told = text % {"time": visit.clock}
    return due(DueKind.VISIT, visit.on, told, url, at=starts.time(), who=who)
