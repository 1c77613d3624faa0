"""What a report tells of the steering group: names and days, which are no figures."""

from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import date, timedelta

from samspel.figures.period import Period
from samspel.organisation.steering.keys import agency_key
from samspel.organisation.steering.meeting import SteeringMeeting
from samspel.organisation.steering.seat import Seat, SeatHolder, SeatKind
from samspel.organisation.team import Team

_DAY = timedelta(days=1)


@dataclass(frozen=True, slots=True)
class ToldHolder:
    """Somebody on a seat; ``last_on`` None is still there."""

    name: str
    title: str
    is_chair: bool
    first_on: date
    last_on: date | None


@dataclass(frozen=True, slots=True)
class ToldSeat:
    """A seat with those who held it in the period.

    ``vacant_since`` is the first day of the vacancy that lasts on the period's last day; None
    where the seat was held then or had ended.
    """

    whose: str
    kind: str
    is_there_at_end: bool
    first_on: date
    last_on: date | None
    holders: tuple[ToldHolder, ...]
    vacant_since: date | None


@dataclass(frozen=True, slots=True)
class ToldMeeting:
    """A meeting on a day of the period; ``because`` tells why it was cancelled."""

    on: date
    place: str
    state: str
    because: str


@dataclass(frozen=True, slots=True)
class ToldSteering:
    """The steering group in a period.

    ``years`` are those with meetings held, up to its end; ``agencies`` the keys of those that had
    an ordinary seat in any of them.
    """

    seats: tuple[ToldSeat, ...] = ()
    agencies: tuple[str, ...] = ()
    meetings: tuple[ToldMeeting, ...] = ()
    years: tuple[int, ...] = field(default=())


def told_steering(team: Team, period: Period) -> ToldSteering:
    """The seats with their holders, the meetings and the years with meetings: four queries."""
    found = Seat.objects.filter(team=team, first_on__lte=period.end).with_holders()
    in_order = sorted(found, key=lambda seat: (seat.whose.casefold(), seat.place, seat.pk))
    ordinary = (seat for seat in in_order if seat.kind == SeatKind.MEMBER)
    meetings = SteeringMeeting.objects.filter(team=team).order_by("on", "pk")
    held = meetings.held().filter(on__lte=period.end).order_by("on")
    return ToldSteering(
        seats=tuple(
            _seat(seat, period)
            for seat in in_order
            if seat.last_on is None or seat.last_on >= period.start
        ),
        agencies=tuple(dict.fromkeys(agency_key(seat.agency_id, seat.body) for seat in ordinary)),
        meetings=tuple(
            ToldMeeting(each.on, each.place, each.state, each.cancelled_because)
            for each in meetings.filter(on__range=(period.start, period.end))
        ),
        years=tuple(dict.fromkeys(on.year for on in held.values_list("on", flat=True))),
    )


def _seat(seat: Seat, period: Period) -> ToldSeat:
    holders = sorted(seat.holders.all(), key=lambda each: each.first_on)
    return ToldSeat(
        whose=seat.whose,
        kind=seat.kind,
        is_there_at_end=seat.covers(period.end),
        first_on=seat.first_on,
        last_on=seat.last_on,
        holders=tuple(
            ToldHolder(each.name, each.title, each.is_chair, each.first_on, each.last_on)
            for each in holders
            if each.overlaps(period.start, period.end)
        ),
        vacant_since=vacant_since(seat, holders, period.end),
    )


def vacant_since(seat: Seat, holders: Sequence[SeatHolder], day: date) -> date | None:
    """The first day of the vacancy that lasts on a day; None where there is none on it."""
    if not seat.covers(day) or any(each.covers(day) for each in holders):
        return None
    ended = (each.last_on for each in holders if each.last_on is not None and each.last_on < day)
    return max([seat.first_on, *(last_on + _DAY for last_on in ended)])
