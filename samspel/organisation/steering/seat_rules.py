"""What must hold of seats and their holders beside what the database holds up."""

from datetime import date

from django.core.exceptions import ValidationError
from django.db.models import Max, Min
from django.utils.translation import gettext as _

from samspel.organisation.steering.meeting import SteeringAttendance
from samspel.organisation.steering.seat import Seat, SeatHolder

LASTING = ("agency", "body", "kind")
"""What a seat is; with attendance on record it is another seat when one of them changes."""


def require_within_seat(row: SeatHolder) -> None:
    """Raise ValidationError for days on which there is no such seat."""
    seat = row.seat
    if row.first_on < seat.first_on:
        text = _("There is no such seat before %(day)s: begin on that day or later.")
        raise ValidationError({"first_on": text % {"day": seat.first_on.isoformat()}})
    if seat.last_on is not None and (row.last_on or date.max) > seat.last_on:
        text = _("The seat ends on %(day)s: enter that day as the last one, or an earlier one.")
        raise ValidationError({"last_on": text % {"day": seat.last_on.isoformat()}})


def require_free(row: SeatHolder) -> None:
    """Raise ValidationError when somebody else holds the seat on any of the days."""
    others = SeatHolder.objects.filter(seat=row.seat).exclude(pk=row.pk)
    taken = next((each for each in others if each.overlaps(row.first_on, row.last_on)), None)
    if taken is None:
        return
    days = {"name": taken.name, "first": taken.first_on.isoformat()}
    if taken.last_on is None:
        text = _(
            "%(name)s holds the seat from %(first)s and still: enter that person's last day first."
        )
        raise ValidationError({"first_on": text % days})
    text = _("%(name)s holds the seat from %(first)s to %(last)s: choose other days.")
    raise ValidationError({"first_on": text % {**days, "last": taken.last_on.isoformat()}})


def require_one_chair(row: SeatHolder) -> None:
    """Raise ValidationError when somebody else chairs the group on any of the days."""
    if not row.is_chair:
        return
    chairs = SeatHolder.objects.filter(seat__team=row.seat.team_id, is_chair=True)
    for other in chairs.exclude(pk=row.pk):
        if other.overlaps(row.first_on, row.last_on):
            text = _("%(name)s chairs the group on some of these days; there can be one chair.")
            raise ValidationError({"is_chair": text % {"name": other.name}})


def require_room_for_holders(seat: Seat) -> None:
    """Raise ValidationError when somebody holds the seat before its first day or after its last."""
    days = seat.holders.aggregate(first=Min("first_on"))
    if days["first"] and days["first"] < seat.first_on:
        text = _("Somebody holds the seat from %(day)s: it cannot begin later than that.")
        raise ValidationError({"first_on": text % {"day": days["first"].isoformat()}})
    if seat.last_on is None:
        return
    after = next((each for each in seat.holders.all() if _lasts_after(each, seat.last_on)), None)
    if after is not None:
        text = _("%(name)s holds the seat after that day: enter that person's last day first.")
        raise ValidationError({"last_on": text % {"name": after.name}})
    noted = SteeringAttendance.objects.filter(seat=seat).aggregate(last=Max("meeting__on"))
    if noted["last"] and noted["last"] > seat.last_on:
        text = _("Attendance is noted for the seat on %(day)s: it cannot end before that.")
        raise ValidationError({"last_on": text % {"day": noted["last"].isoformat()}})


def _lasts_after(holder: SeatHolder, day: date) -> bool:
    return holder.last_on is None or holder.last_on > day


def require_same_seat(seat: Seat, changed: list[str]) -> None:
    """Raise ValidationError when another agency or kind would rewrite attendance on record."""
    if set(LASTING) & set(changed) and SteeringAttendance.objects.filter(seat=seat).exists():
        raise ValidationError(
            _(
                "Attendance is on record for this seat, so whose it is and of what kind stays. "
                "Enter its last day, and add a new seat."
            )
        )
