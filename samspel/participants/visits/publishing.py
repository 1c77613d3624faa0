"""Standing times: adding, changing and ending them; cancelling a day and putting it back."""

from dataclasses import dataclass
from datetime import date, datetime, time, timedelta

from django.core.exceptions import ValidationError
from django.utils import timezone
from django.utils.translation import gettext as _

from samspel.accounts.actor import Actor
from samspel.accounts.log import log
from samspel.organisation.team import Team
from samspel.participants.constraints import broken_constraints, saving
from samspel.participants.visits.booking import cancel
from samspel.participants.visits.calendar import day_bounds, moment
from samspel.participants.visits.occasions import taken_places
from samspel.participants.visits.standing_time import CancelledTime, StandingTime
from samspel.participants.visits.visit import Visit

FARTHEST = timedelta(days=2 * 366)
"""How far from today a standing time may begin or end: a year that is farther off is a slip."""


@dataclass(frozen=True, slots=True)
class Published:
    """When a team receives visits, as entered."""

    weekday: int
    at: time
    first_on: date
    every_weeks: int = 1
    last_on: date | None = None
    places: int = 1
    place: str = ""


PUBLISHED = tuple(Published.__dataclass_fields__)


def add_time(*, team: Team, published: Published, today: date, by: Actor) -> StandingTime:
    """Publish a standing time. Raises ValidationError with every fault."""
    with saving(by):
        row = StandingTime(team=team)
        _set(row, published)
        _check(row, {"first_on", "last_on"}, today)
        row.save()
        log(
            by=by,
            act="standing_time_added",
            subject=f"standing_time:{row.pk}",
            team_id=team.pk,
        )
    return row


def change_time(
    *,
    standing_time: StandingTime,
    version: int,
    published: Published,
    today: date,
    now: datetime,
    by: Actor,
) -> StandingTime:
    """Change a standing time, or end it by its last day.

    Raises ValidationError with every fault; visits that are booked must still fall in it, since
    those who come are not asked.
    """
    with saving(by):
        row = _locked(standing_time)
        if row.version != version:
            raise ValidationError(
                _("Somebody else changed this time meanwhile: check what stands, and save again.")
            )
        changed = _set(row, published)
        if not changed:
            return row
        _check(row, set(changed), today)
        _require_room(row, now)
        row.version += 1
        row.save()
        log(
            by=by,
            act="standing_time_changed",
            subject=f"standing_time:{row.pk}",
            team_id=row.team_id,
            details={"fields": changed},
        )
    return row


def _locked(standing_time: StandingTime) -> StandingTime:
    row = StandingTime.objects.select_for_update().get(pk=standing_time.pk)
    row.team = standing_time.team
    return row


def _set(row: StandingTime, published: Published) -> list[str]:
    changed = [name for name in PUBLISHED if getattr(row, name) != getattr(published, name)]
    for name in changed:
        setattr(row, name, getattr(published, name))
    return sorted(changed)


def _check(row: StandingTime, fields: set[str], today: date) -> None:
    faults: dict[str, list[str]] = {}
    for name in fields & {"first_on", "last_on"}:
        day = getattr(row, name)
        if day is not None and abs(day - today) > FARTHEST:
            faults[name] = [_("Check the year: it is more than two years from now.")]
    if row.last_on is not None and row.last_on < row.first_on and not faults:
        faults["last_on"] = [_("The last day cannot be before the first.")]
    if not faults:
        faults = broken_constraints(row)
    if faults:
        raise ValidationError(dict(faults))


def _require_room(row: StandingTime, now: datetime) -> None:
    """Every visit that is booked keeps its moment and its place."""
    booked = list(Visit.objects.awaited().filter(standing_time=row, starts_at__gt=now))
    without = [
        each for each in booked if row.days(each.on, each.on) != [each.on] or not _at(row, each)
    ]
    if without:
        days = ", ".join(sorted({each.on.isoformat() for each in without}))
        raise ValidationError(
            _(
                "Visits are booked that would have no time any more (%(days)s): move or cancel "
                "them first, or add another time instead."
            )
            % {"days": days}
        )
    if max(taken_places(booked).values(), default=0) > row.places:
        raise ValidationError({"places": [_("More visits than that are booked at once.")]})


def _at(row: StandingTime, visit: Visit) -> bool:
    return moment(visit.on, row.at) == visit.starts_at


def cancel_day(*, standing_time: StandingTime, on: date, now: datetime, by: Actor) -> list[Visit]:
    """Hold no visits on a day; those that were booked are cancelled and returned.

    Once more changes nothing. Raises ValidationError for a day that is past or none of its days.
    """
    with saving(by):
        row = _locked(standing_time)
        if row.days(on, on) != [on] or on < timezone.localdate(now):
            raise ValidationError(_("Choose one of the days to come of this time."))
        _cancelled, is_new = CancelledTime.objects.get_or_create(standing_time=row, on=on)
        if not is_new:
            return []
        _log_day(row, "standing_day_cancelled", on, by)
        first, after = day_bounds(on, on)
        booked = Visit.objects.awaited().filter(
            standing_time=row, starts_at__gte=first, starts_at__lt=after
        )
        return [
            cancel(visit=each, now=now, by=by)
            for each in booked.select_related("team").order_by("starts_at", "pk")
        ]


def restore_day(*, standing_time: StandingTime, on: date, by: Actor) -> None:
    """Put a cancelled day back; the visits that were cancelled with it stay so."""
    with saving(by):
        row = _locked(standing_time)
        removed, _each = CancelledTime.objects.filter(standing_time=row, on=on).delete()
        if removed:
            _log_day(row, "standing_day_restored", on, by)


def _log_day(row: StandingTime, act: str, on: date, by: Actor) -> None:
    log(
        by=by,
        act=act,
        subject=f"standing_time:{row.pk}",
        team_id=row.team_id,
        details={"on": on.isoformat()},
    )
