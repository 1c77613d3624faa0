"""The steering group: its seats, meetings, attendance and decisions.

A seat without a holder on a day is vacant on that day. Attendance is counted on ordinary seats
alone: whoever comes in the holder's stead takes the seat's place, and a vacant seat is a place
that nobody took.
"""

from collections.abc import Iterable
from datetime import date
from typing import NamedTuple

from samspel.figures.codes import Code
from samspel.figures.definition import (
    DECISIONS,
    MEETINGS,
    SEATS,
    SHARE,
    RatioFigure,
    ResourceFigure,
)
from samspel.figures.period import Period
from samspel.figures.words import noop

SEAT_ROWS = "steering_seats"
MEETING_ROWS = "steering_meetings"
ATTENDANCE_ROWS = "steering_attendance"
DECISION_ROWS = "steering_decisions"
ORDINARY = "member"
PLANNED, HELD, CANCELLED = "planned", "held", "cancelled"

SEAT_KINDS = (
    Code(ORDINARY, noop("Ordinary members")),
    Code("substitute", noop("Substitutes")),
    Code("adjunct", noop("Adjuncts")),
    Code("rapporteur", noop("Rapporteurs")),
)


class Days(NamedTuple):
    """From a day to a day, both included; without a last day it goes on."""

    first_on: date
    last_on: date | None

    def covers(self, day: date) -> bool:
        """Whether the day is one of them."""
        return self.first_on <= day and (self.last_on is None or day <= self.last_on)


class SeatRow(NamedTuple):
    """A seat, whose it is, of what kind, and the days on which somebody held it."""

    key: str
    agency: str
    seat_kind: str
    first_on: date
    last_on: date | None
    held: tuple[Days, ...] = ()


class SteeringMeetingRow(NamedTuple):
    """A meeting and what became of it: planned, held or cancelled."""

    key: str
    on: date
    state: str


class SteeringPlaceRow(NamedTuple):
    """A seat at a meeting that was held; ``is_taken`` by its holder or by somebody instead."""

    key: str
    on: date
    agency: str
    seat_kind: str
    is_taken: bool


class DecisionRow(NamedTuple):
    """A decision; ``settled_on`` is the day on which it was done, or dropped."""

    key: str
    decided_on: date
    due_on: date | None
    settled_on: date | None
    is_done: bool


def is_held_on(held: Iterable[Days], day: date) -> bool:
    """Whether somebody holds the seat on a day."""
    return any(each.covers(day) for each in held)


def _seat(row: SeatRow, period: Period) -> int | None:
    return 1 if Days(row.first_on, row.last_on).covers(period.end) else None


def _vacant(row: SeatRow, period: Period) -> int | None:
    return None if is_held_on(row.held, period.end) else _seat(row, period)


def _held(row: SteeringMeetingRow, period: Period) -> int | None:
    return 1 if row.state == HELD and _within(row.on, period) else None


def _cancelled(row: SteeringMeetingRow, period: Period) -> int | None:
    return 1 if row.state == CANCELLED and _within(row.on, period) else None


def _place(row: SteeringPlaceRow, period: Period) -> int | None:
    return 1 if row.seat_kind == ORDINARY and _within(row.on, period) else None


def _taken(row: SteeringPlaceRow, period: Period) -> int | None:
    return _place(row, period) if row.is_taken else None


def _decided(row: DecisionRow, period: Period) -> int | None:
    return 1 if _within(row.decided_on, period) else None


def _done(row: DecisionRow, period: Period) -> int | None:
    is_done = row.is_done and row.settled_on is not None and _within(row.settled_on, period)
    return 1 if is_done else None


def _open(row: DecisionRow, period: Period) -> int | None:
    is_settled = row.settled_on is not None and row.settled_on <= period.end
    return 1 if row.decided_on <= period.end and not is_settled else None


def _overdue(row: DecisionRow, period: Period) -> int | None:
    is_late = row.due_on is not None and row.due_on < period.end
    return _open(row, period) if is_late else None


def _within(day: date, period: Period) -> bool:
    return period.start <= day <= period.end


_SEATS = (
    ResourceFigure(
        key="steering_seats",
        title=noop("Seats in the steering group"),
        text=noop(
            "Seats that there are on the last day of the period, held or vacant: ordinary members, "
            "substitutes, adjuncts and rapporteurs."
        ),
        unit=SEATS,
        frame=SEAT_ROWS,
        adds=_seat,
        dimensions=("agency", "seat_kind"),
    ),
    ResourceFigure(
        key="steering_seats_vacant",
        title=noop("Vacant seats in the steering group"),
        text=noop("Seats that nobody holds on the last day of the period."),
        unit=SEATS,
        frame=SEAT_ROWS,
        adds=_vacant,
        dimensions=("agency", "seat_kind"),
        part_of="steering_seats",
    ),
)
_MEETINGS = (
    ResourceFigure(
        key="steering_meetings_held",
        title=noop("Steering group meetings held"),
        text=noop(
            "Meetings of the steering group on a day of the period of which it is noted who came."
        ),
        unit=MEETINGS,
        frame=MEETING_ROWS,
        adds=_held,
    ),
    ResourceFigure(
        key="steering_meetings_cancelled",
        title=noop("Steering group meetings cancelled"),
        text=noop("Meetings of the steering group on a day of the period that were cancelled."),
        unit=MEETINGS,
        frame=MEETING_ROWS,
        adds=_cancelled,
    ),
    ResourceFigure(
        key="steering_places",
        title=noop("Places at steering group meetings"),
        text=noop(
            "The seats of ordinary members, once for each meeting held in the period, vacant ones "
            "too. Substitutes, adjuncts, rapporteurs and guests have no place of their own here."
        ),
        unit=SEATS,
        frame=ATTENDANCE_ROWS,
        adds=_place,
        dimensions=("agency",),
    ),
    ResourceFigure(
        key="steering_attended",
        title=noop("Places taken at steering group meetings"),
        text=noop(
            "The places of ordinary members at which the member, or somebody in the member's "
            "stead, took part."
        ),
        unit=SEATS,
        frame=ATTENDANCE_ROWS,
        adds=_taken,
        dimensions=("agency",),
        part_of="steering_places",
    ),
)
_DECISIONS = (
    ResourceFigure(
        key="steering_decisions_taken",
        title=noop("Decisions of the steering group"),
        text=noop("Decisions that were taken at a meeting on a day of the period."),
        unit=DECISIONS,
        frame=DECISION_ROWS,
        adds=_decided,
    ),
    ResourceFigure(
        key="steering_decisions_done",
        title=noop("Decisions carried out"),
        text=noop(
            "Decisions that were carried out on a day of the period, whenever they were taken."
        ),
        unit=DECISIONS,
        frame=DECISION_ROWS,
        adds=_done,
    ),
    ResourceFigure(
        key="steering_decisions_open",
        title=noop("Decisions still open at the end"),
        text=noop(
            "Decisions taken up to the last day of the period that were neither carried out nor "
            "dropped by then."
        ),
        unit=DECISIONS,
        frame=DECISION_ROWS,
        adds=_open,
    ),
    ResourceFigure(
        key="steering_decisions_overdue",
        title=noop("Decisions overdue at the end"),
        text=noop(
            "Decisions still open on the last day of the period that were to be carried out before "
            "that day."
        ),
        unit=DECISIONS,
        frame=DECISION_ROWS,
        adds=_overdue,
        part_of="steering_decisions_open",
    ),
)
STEERING_FIGURES: tuple[ResourceFigure, ...] = (*_SEATS, *_MEETINGS, *_DECISIONS)
STEERING_RATIOS: tuple[RatioFigure, ...] = (
    RatioFigure(
        key="steering_attendance",
        title=noop("Attendance at steering group meetings"),
        text=noop(
            "The places of ordinary members that were taken, by the member or by somebody in the "
            "member's stead, as a share of all their places. A vacant seat is a place not taken; "
            "adjuncts, rapporteurs and guests are not counted."
        ),
        unit=SHARE,
        part="steering_attended",
        whole="steering_places",
    ),
)
