"""The places of an occasion: who takes one has it alone."""

from django.core.exceptions import ValidationError
from django.utils import timezone
from django.utils.translation import gettext as _

from samspel.participants.visits.calendar import moment
from samspel.participants.visits.occasions import ChosenTime
from samspel.participants.visits.standing_time import CancelledTime, StandingTime
from samspel.participants.visits.visit import Visit

ALONE = "visit_has_its_place_alone"


def taken() -> ValidationError:
    """The refusal of a time that somebody else has: the constraint's own sentence."""
    [constraint] = [each for each in Visit._meta.constraints if each.name == ALONE]
    return ValidationError({"time": [str(constraint.get_violation_error_message())]})


def take_place(visit: Visit, time: ChosenTime) -> None:
    """Set time, place and seat of a visit that is then saved, in the same transaction.

    Raises ValidationError when the standing time is not held then, or has no place left. Its row
    is locked meanwhile, so that a day is not cancelled between.
    """
    visit.starts_at, visit.place = time.starts_at, time.place
    visit.standing_time_id, visit.seat = time.standing_time_id, None
    if time.standing_time_id is None:
        return
    standing = (
        StandingTime.objects.select_for_update()
        .filter(pk=time.standing_time_id, team=visit.team)
        .first()
    )
    if standing is None or not is_held(standing, time):
        raise ValidationError(
            {"time": [_("The team does not receive visits then: choose another time.")]}
        )
    visit.place = standing.place
    visit.seat = free_seat(standing, visit)
    if visit.seat is None:
        raise taken()


def is_held(standing: StandingTime, time: ChosenTime) -> bool:
    """Whether the standing time falls then and the day is not cancelled."""
    day = timezone.localdate(time.starts_at)
    falls = standing.days(day, day) == [day] and moment(day, standing.at) == time.starts_at
    return falls and not CancelledTime.objects.filter(standing_time=standing, on=day).exists()


def free_seat(standing: StandingTime, visit: Visit) -> int | None:
    """The first seat that no other visit has at that moment; None when there is none."""
    others = Visit.objects.held().filter(standing_time=standing, starts_at=visit.starts_at)
    seats = set(others.exclude(pk=visit.pk).values_list("seat", flat=True))
    if len(seats) >= standing.places:
        return None
    return next(seat for seat in range(1, standing.places + 1) if seat not in seats)
