"""The models of this part, gathered where Django looks for them."""

from samspel.organisation.steering.agenda import AgendaPoint, Became, SentPoint
from samspel.organisation.steering.decision import Decision, DecisionState
from samspel.organisation.steering.meeting import (
    MeetingState,
    Presence,
    SteeringAttendance,
    SteeringMeeting,
)
from samspel.organisation.steering.minutes import Minutes
from samspel.organisation.steering.seat import Seat, SeatHolder, SeatKind

__all__ = [
    "AgendaPoint",
    "Became",
    "Decision",
    "DecisionState",
    "MeetingState",
    "Minutes",
    "Presence",
    "Seat",
    "SeatHolder",
    "SeatKind",
    "SentPoint",
    "SteeringAttendance",
    "SteeringMeeting",
]
